/**
 * The fewest bits of a status list (W3C Bitstring Status List 1.0, §3.1). A single certificate can't be singled out
 * among so many.
 */
export const SHORTEST_STATUS_LIST = 131_072

/**
 * Picks a free place in the list of revoked certificates at random, so that places do not tell when certificates were
 * issued.
 * @param given the number of places that are taken so far; the list is at least twice as long
 * @param isTaken returns true for a place that is taken
 * @param random returns 4 random bytes at each call
 */
export function freeStatusPlace(
  given: number,
  isTaken: (place: number) => boolean,
  random: () => Uint8Array,
): number {
  let length = SHORTEST_STATUS_LIST
  while (length < given * 2) length *= 2
  for (;;) {
    const [a = 0, b = 0, c = 0, d = 0] = random()
    const place = (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % length
    if (!isTaken(place)) return place
  }
}
