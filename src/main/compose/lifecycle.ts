/** An area with background work. The program starts it after the first screen and stops it at the end. */
export interface Lifecycle {
  /** Called when the first screen is shown. */
  start?(): void
  /** Called before the records are closed. */
  stop?(): void | Promise<void>
}

/** Does some work at the start and then again and again, until it is stopped. */
export function repeating(everyMs: number, work: () => void): Required<Lifecycle> {
  let timer: NodeJS.Timeout | undefined
  return {
    start: () => {
      work()
      timer = setInterval(work, everyMs).unref()
    },
    stop: () => clearInterval(timer),
  }
}

/** Makes a value when it is first needed, for example a key, which the first screen does not need. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
