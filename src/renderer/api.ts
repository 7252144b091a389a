import type { Api, AppState, CourseState, ErrorCode, Result } from '../bridge'

declare global {
  interface Window {
    /** The preload script provides this. */
    readonly api: Api
  }
}

/** Event that tells the page that main has another state than the page knows. */
export const STATE_CHANGED = 'htl-state-changed'

/**
 * A call that main refused. `message` is main's own and serves as detail; the sentence on screen depends on the code.
 */
export class CallFailed extends Error {
  override readonly name = 'CallFailed'
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
 * Returns the value of an answer.
 * @throws CallFailed when the call was refused
 */
export async function unwrap<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (result.ok) return result.value
  const { code, message, wait } = result.error
  // Main has locked the screen or ended the session, and this page does not know it yet.
  if (code === 'locked' || code === 'must-change' || code === 'not-signed-in') {
    window.dispatchEvent(new Event(STATE_CHANGED))
  }
  throw new CallFailed(code, message, wait)
}

/** Returns the code of an error that a call has thrown. An error without a code is a fault of the program. */
export const codeOf = (error: unknown): ErrorCode => (error instanceof CallFailed ? error.code : 'internal')

export const loadState = (): Promise<AppState> => unwrap(window.api.app.state())
export const loadCourses = (): Promise<CourseState[]> => unwrap(window.api.learn.courses())

/**
 * Returns the address at which main serves a picture or sound. It contains the hash, so another file of the same name
 * can't be shown instead.
 */
export const mediaUrl = ({ file, sha256 }: { readonly file: string; readonly sha256: string }): string =>
  `/media/${sha256}/${file}`
