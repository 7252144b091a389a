/** Where a step leads, as a number of what it leads to. */
interface Step {
  readonly to: number
}

/**
 * Which places lead back to one another: strongly connected components after R. Tarjan (Depth-First Search and Linear
 * Graph Algorithms, 1972), without recursion.
 * @param steps what leads on from each place, by number; steps beyond the last place are left out
 * @returns a number for each place; two that have the same lie in one loop, or are one place
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
        // Still on the stack: no component has it yet.
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

/** Whether a step lies in a loop, by the components of the steps that may make the loop up. */
export const inLoop = (components: Int32Array, from: number, to: number): boolean =>
  to < components.length && components[from] === components[to]
