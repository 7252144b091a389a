export * from './channels'
export { API, type Api } from './api'
export type { EventName, EventPayload } from './events'
export { ERROR_CODES, type ErrorCode, type Failure, type Result } from './result'
