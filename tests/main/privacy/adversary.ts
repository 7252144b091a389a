/**
 * Collects every number that is shown, with the attempts of which it is the sum. If these sums can't be combined into
 * one about few people, nobody can tell what one of them did.
 */

/** A prime that is small enough for exact products of two remainders. */
const PRIME = 67_108_859

function inverse(value: number): number {
  let [power, base, result] = [PRIME - 2, value, 1]
  while (power > 0) {
    if (power % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
    power = Math.floor(power / 2)
  }
  return result
}

/** Returns the rank: the number of rows that say something that the others don't. */
export function rank(rows: readonly (readonly number[])[]): number {
  const reduced: number[][] = []
  for (const given of rows) {
    const row = [...given]
    for (const known of reduced) {
      const lead = known.findIndex((value) => value !== 0)
      const factor = row[lead]!
      if (factor === 0) continue
      for (let i = lead; i < row.length; i += 1) row[i] = (row[i]! + (PRIME - factor) * known[i]!) % PRIME
    }
    const lead = row.findIndex((value) => value !== 0)
    if (lead < 0) continue
    const scale = inverse(row[lead]!)
    reduced.push(row.map((value) => (value * scale) % PRIME))
  }
  return reduced.length
}

export class Adversary {
  /** Keyed by the attempts that they add up, so that the same sum is stored once. */
  readonly #seen = new Map<string, readonly string[]>()

  see(attempts: readonly string[]): void {
    const sorted = [...attempts].sort()
    if (sorted.length > 0) this.#seen.set(sorted.join(' '), sorted)
  }

  get sums(): number {
    return this.#seen.size
  }

  /**
   * Tells whether some combination of the sums speaks only of the attempts of these people. It exists exactly if
   * leaving out their columns loses rank.
   * @param ownerOf returns the person of an attempt
   */
  singlesOut(people: ReadonlySet<string>, ownerOf: (attempt: string) => string): boolean {
    const attempts = [...new Set([...this.#seen.values()].flat())]
    const rowsOf = (columns: readonly string[]) =>
      [...this.#seen.values()].map((list) => {
        const inside = new Set(list)
        return columns.map((attempt) => (inside.has(attempt) ? 1 : 0))
      })
    const others = attempts.filter((attempt) => !people.has(ownerOf(attempt)))
    return rank(rowsOf(attempts)) > rank(rowsOf(others))
  }
}
