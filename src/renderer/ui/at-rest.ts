/** A page that is not visible paints nothing. It is waited for at most this long. */
const LONGEST_WAIT_MS = 2000

/** Resolves when the page has painted something. */
const shown = new Promise<void>((resolve) => {
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes('paint')) return resolve()
  new PerformanceObserver((list, observer) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return
    observer.disconnect()
    resolve()
  }).observe({ type: 'paint', buffered: true })
  setTimeout(resolve, LONGEST_WAIT_MS)
})

/**
 * Does work that the first screen does not need, when the screen is painted and the page is idle. A page is also idle
 * once before that, while other threads still draw its first picture; work at that time would take their cores.
 * @returns cancels the work
 */
export function atRest(work: () => void): () => void {
  let idle: number | undefined
  let calledOff = false
  const wait = async () => {
    await shown
    if (!calledOff) idle = requestIdleCallback(work)
  }
  void wait()
  return () => {
    calledOff = true
    if (idle !== undefined) cancelIdleCallback(idle)
  }
}
