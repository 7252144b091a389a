/** Does work that is written step by step, all of it at once. @returns its result */
export function atOnce<T>(steps: Iterator<unknown, T>): T {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}
