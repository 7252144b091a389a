import type { ErrorCode } from '../bridge/result'

/** A refusal with a code, thrown by handlers and answered as a value. */
export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Seconds until it makes sense to try again. */
    readonly wait?: number,
  ) {
    super(message)
  }
}
