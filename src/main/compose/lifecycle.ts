/** An area that does work in the background: the program starts it after the first screen and stops it at the end. */
export interface Lifecycle {
  /** Once the first screen is there. */
  start?(): void
  /** Before the records are closed. */
  stop?(): void | Promise<void>
}

/** Work that is done at the start and then again and again, until it is stopped. */
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

/** Keys are opened when they are first needed: the first screen has no use for them. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
