import type { ErrorCode, Result } from '../bridge/result'

/** A refusal with a code. Handlers throw it, and the caller gets it as a value. */
export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** The seconds until another try makes sense. */
    readonly wait?: number,
  ) {
    super(message)
  }
}

/**
 * Returns the value of a result.
 * @throws Refused with the code and the sentence of a failure
 */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Refused(result.error.code, result.error.message)
}
