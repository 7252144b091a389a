/** So long a page that paints nothing is waited for; nobody sees it. */
const LONGEST_WAIT_MS = 2000

/** Settles when something of the page is on screen. */
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
 * Does what the first screen does without when that is on screen and the page has nothing else to do. A page is idle
 * once before, while its first picture is still being drawn by other threads, from which the work would take the cores.
 * @returns calls it off
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
