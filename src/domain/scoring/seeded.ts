/** FNV-1a over the letters of a name, mixed as MurmurHash3 ends: a whole number from 0 to 2³² − 1. */
function drawnNumber(seed: number, name: string): number {
  let hash = 0x811c9dc5
  const text = `${seed}/${name}`
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Puts a list in an order that a seed draws; the same names get the same order wherever they stand in the list. */
export const drawnOrder = <T>(seed: number, list: readonly T[], nameOf: (entry: T) => string): T[] =>
  list
    .map((entry) => ({ entry, number: drawnNumber(seed, nameOf(entry)) }))
    .sort((a, b) => a.number - b.number)
    .map(({ entry }) => entry)
