/**
 * Returns a number that a seed and a name determine: FNV-1a over the letters, with the final mix of MurmurHash3, so
 * that names which differ in one letter give very different numbers.
 * @param seed the seed of an attempt or of a round, a whole number from 0 to 2³² − 1
 * @param name names the thing that is drawn
 * @returns a whole number from 0 to 2³² − 1
 */
export function drawnNumber(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed
  const text = `${seed}/${name}`
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * Puts a list in an order that a seed draws.
 * @param nameOf names each entry; the same names get the same order, whatever their order in the list
 * @returns a new list
 */
export function drawnOrder<T>(seed: number, list: readonly T[], nameOf: (entry: T) => string): T[] {
  const drawn = list.map((entry) => {
    const name = nameOf(entry)
    return { entry, name, number: drawnNumber(seed, name) }
  })
  drawn.sort((a, b) => a.number - b.number || (a.name < b.name ? -1 : 1))
  return drawn.map(({ entry }) => entry)
}
