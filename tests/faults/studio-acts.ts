import type { JournalEntry } from '../../src/domain/authoring/journal'
import type { Which } from '../../src/main/studio/paths'
import { canonicalJson } from '../../src/domain/records/canonical'
import { sha256 } from '../../src/main/sha256'

export const DRAFT: Which = { kind: 'scenario', id: 'killed' }

/** Returns numbers from 0 to 1 that are the same for the same seed. */
export function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Returns a checksum of an act, regardless of who made it. */
export const actSum = ({ by: _by, ...act }: JournalEntry): string => sha256(canonicalJson(act)).slice(0, 16)
