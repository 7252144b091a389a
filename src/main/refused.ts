import type { ErrorCode, Result } from '../bridge/result'

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

/** @throws Refused with the code and the sentence of a failure */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Refused(result.error.code, result.error.message)
}
