/** The work pauses after this many milliseconds, so that typing and scrolling get their turn. */
const SLICE = 8

/**
 * Does work step by step, so that the page stays responsive.
 * @param done gets the result, and the milliseconds of work
 * @returns stops the work early
 */
export function inSlices<T>(work: Iterator<unknown, T>, done: (value: T, took: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let took = 0
  const go = () => {
    const begun = performance.now()
    let step = work.next()
    while (step.done !== true && performance.now() - begun < SLICE) step = work.next()
    took += performance.now() - begun
    if (step.done === true) done(step.value, took)
    else timer = setTimeout(go, 0)
  }
  timer = setTimeout(go, 0)
  return () => clearTimeout(timer)
}
