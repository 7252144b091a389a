/** Something counted over a group of people. */
interface Grouped {
  readonly people: number
}

/**
 * Takes out the rows whose group is too small to be shown, and as many of the next smallest as it takes that what is
 * hidden together is large enough: otherwise the total less the rows that are shown would give the hidden one away.
 * @param rows the parts of a whole, in any order
 * @param smallest people that a group must have
 * @returns the rows in their order, `undefined` in place of a hidden one
 */
export function hideSmallGroups<R extends Grouped>(
  rows: readonly R[],
  smallest: number,
): readonly (R | undefined)[] {
  const hidden = new Set<number>()
  let together = 0
  const bySize = rows.map(({ people }, index) => ({ people, index })).sort((a, b) => a.people - b.people)
  for (const { people, index } of bySize) {
    const enough = people >= smallest && (hidden.size === 0 || together >= smallest)
    if (enough) break
    hidden.add(index)
    together += people
  }
  return rows.map((row, index) => (hidden.has(index) ? undefined : row))
}
