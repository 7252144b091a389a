/** Maps each entry of a new list to the index of the old entry that it continues; `undefined` for a new entry. */
export type Alignment = readonly (number | undefined)[]

/** Above this number of comparisons `common` uses a quick pass instead of dynamic programming. */
const MOST = 250_000

const isNamed = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string'

/** Identifies an entry by its id, or else by all that it says. */
const identity = (value: unknown): string => (isNamed(value) ? `#${value.id}` : JSON.stringify(value ?? null))

const isKnownAgain = (old: unknown, next: unknown): boolean =>
  isNamed(old)
    ? isNamed(next) && old.id === next.id
    : !isNamed(next) && typeof old === typeof next && !isScalar(old)

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null

/**
 * Returns pairs of indexes of equal entries in two lists, in ascending order. They form a longest common subsequence
 * (by dynamic programming); of very long lists they form some common subsequence, found in one pass.
 */
export function common(old: readonly string[], next: readonly string[]): [number, number][] {
  const [rows, columns] = [old.length, next.length]
  const pairs: [number, number][] = []
  if (rows * columns > MOST) {
    const places = new Map(old.map((name, i) => [name, i]))
    let last = -1
    next.forEach((name, j) => {
      const i = places.get(name)
      if (i === undefined || i <= last) return
      pairs.push([i, j])
      last = i
    })
    return pairs
  }
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      lengths[i * width + j] =
        old[i] === next[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (old[i] === next[j]) pairs.push([i++, j++])
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1
    else j += 1
  }
  return pairs
}

/**
 * Matches the entries of a list with those of a newer version of it. First come entries with the same id or the same
 * content in unchanged order, then those that were moved. An entry between two matched ones counts as the same entry
 * with new content, unless the ids say otherwise.
 * @returns for each new entry the index of the old one, or `undefined`
 */
export function align(old: readonly unknown[], next: readonly unknown[]): Alignment {
  // This test needs no strings, and most edits move nothing.
  if (old.length === next.length && old.every((own, i) => isKnownAgain(own, next[i])))
    return old.map((_, i) => i)
  const [before, after] = [old.map(identity), next.map(identity)]
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const found: (number | undefined)[] = next.map(() => undefined)
  const taken = new Set<number>()
  const pair = (i: number, j: number): void => {
    found[j] = i
    taken.add(i)
  }
  for (let i = 0; i < head; i++) pair(i, i)
  for (let i = 1; i <= tail; i++) pair(before.length - i, after.length - i)
  const middle = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)] as const
  for (const [i, j] of common(...middle)) pair(i + head, j + head)
  // Entries that were moved.
  const moved = new Map<string, number>()
  before.forEach((name, i) => {
    if (!taken.has(i)) moved.set(name, i)
  })
  found.forEach((own, j) => {
    const i = own === undefined ? moved.get(after[j]!) : undefined
    if (i !== undefined && !taken.has(i)) pair(i, j)
  })
  // Entries that were changed in place.
  let last = -1
  found.forEach((own, j) => {
    if (own !== undefined) last = own
    else if (last + 1 < old.length && !taken.has(last + 1)) {
      const i = last + 1
      const renamed = isNamed(old[i]) && isNamed(next[j]) && after.includes(before[i]!)
      if (!renamed) pair(i, j)
      last = i
    }
  })
  return found
}
