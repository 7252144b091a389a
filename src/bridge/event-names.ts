/** The names of events for preload, without their schemas; see `events.ts`. */
export const EVENT_NAMES = [
  'app.changed',
  'certificates.signed',
  'certificates.job',
  'exchange.changed',
  'export.progress',
  'recordStore.changed',
  'studio.changed',
  'studio.proving',
] as const
