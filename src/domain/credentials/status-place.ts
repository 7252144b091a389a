/** Fewest bits of a status list (W3C Bitstring Status List 1.0, §3.1): among so many one certificate does not show. */
export const SHORTEST_STATUS_LIST = 131_072

/**
 * A free place in the list of revoked certificates, at random, so that neighbours in the list are no neighbours in time.
 * @param given how many places were given out so far; the list is at least twice as long
 * @param isTaken whether a place was given out
 * @param random 4 random bytes for each call
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
