import type { Api, AppState, CourseState, ErrorCode, Result } from '../bridge'

declare global {
  interface Window {
    /** Put here by the preload script. */
    readonly api: Api
  }
}

/** A call that main refused. `message` is main's own, for the details; the sentence on screen comes from the code. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed'
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message)
  }
}

/** The value of an answer; throws `CallFailed` when the call was refused. */
export async function unwrap<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (result.ok) return result.value
  throw new CallFailed(result.error.code, result.error.message)
}

/** The code of whatever a call threw; a fault without one is ours. */
export const codeOf = (error: unknown): ErrorCode => (error instanceof CallFailed ? error.code : 'internal')

export const loadState = (): Promise<AppState> => unwrap(window.api.app.state())
export const loadCourses = (): Promise<CourseState[]> => unwrap(window.api.learn.courses())
