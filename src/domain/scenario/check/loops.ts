/** A step to a place, which is given by its number. */
interface Step {
  readonly to: number
}

/**
 * Finds strongly connected components after R. Tarjan (Depth-First Search and Linear Graph Algorithms, 1972), without
 * recursion.
 * @param steps the steps from each place, by number; steps beyond the last place are ignored
 * @returns the component of each place; two places in the same component lie in one loop
 */
export function componentsOf(steps: readonly (readonly Step[])[]): Int32Array {
  const count = steps.length
  const component = new Int32Array(count).fill(-1)
  const found = new Int32Array(count).fill(-1)
  const low = new Int32Array(count)
  const next = new Int32Array(count)
  const stack: number[] = []
  let counter = 0
  let components = 0
  for (let root = 0; root < count; root++) {
    if (found[root] !== -1) continue
    const work = [root]
    while (work.length > 0) {
      const at = work[work.length - 1]!
      if (found[at] === -1) {
        found[at] = low[at] = counter++
        stack.push(at)
      }
      const own = steps[at]!
      let descended = false
      while (next[at]! < own.length) {
        const { to } = own[next[at]!]!
        if (to < count && found[to] === -1) {
          work.push(to)
          descended = true
          break
        }
        // A place without a component is still on the stack.
        if (to < count && component[to] === -1) low[at] = Math.min(low[at]!, low[to]!)
        next[at]! += 1
      }
      if (descended) continue
      work.pop()
      if (low[at] !== found[at]) continue
      for (let member = stack.pop()!; ; member = stack.pop()!) {
        component[member] = components
        if (member === at) break
      }
      components += 1
    }
  }
  return component
}

/** Returns true if a step lies in a loop. @param components the components of all steps that may form the loop */
export const inLoop = (components: Int32Array, from: number, to: number): boolean =>
  to < components.length && components[from] === components[to]
