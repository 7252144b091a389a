import type { Api, AppState, CourseState, ErrorCode, Result } from '../bridge'

declare global {
  interface Window {
    /** Put here by the preload script. */
    readonly api: Api
  }
}

/** Says that the state which this page knows is no longer the one that main has. */
export const STATE_CHANGED = 'htl-state-changed'

/** A call that main refused. `message` is main's own, for the details; the sentence on screen comes from the code. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed'
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Seconds until it makes sense to try again. */
    readonly wait?: number,
  ) {
    super(message)
  }
}

/** The value of an answer; throws `CallFailed` when the call was refused. */
export async function unwrap<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (result.ok) return result.value
  const { code, message, wait } = result.error
  // Main knows before this page does: the screen was locked, or the session has ended.
  if (code === 'locked' || code === 'must-change' || code === 'not-signed-in') {
    window.dispatchEvent(new Event(STATE_CHANGED))
  }
  throw new CallFailed(code, message, wait)
}

/** The code of whatever a call threw; a fault without one is ours. */
export const codeOf = (error: unknown): ErrorCode => (error instanceof CallFailed ? error.code : 'internal')

export const loadState = (): Promise<AppState> => unwrap(window.api.app.state())
export const loadCourses = (): Promise<CourseState[]> => unwrap(window.api.learn.courses())

/**
 * Returns the address at which main serves a picture or sound. It contains the hash, so another file of the same name
 * can't be shown instead.
 */
export const mediaUrl = ({ file, sha256 }: { readonly file: string; readonly sha256: string }): string =>
  `/media/${sha256}/${file}`
