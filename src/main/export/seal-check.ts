import { sealedEnd, Seals, type Integrity } from '../evidence/seal'
import { PRESUMED } from '../store/export-source'
import { parts } from '../store/packed'

/** The length of an HMAC-SHA-256 in base64. */
const SEAL_LENGTH = 44
const CLOSING_BRACKET = 0x5d
const LETTER_N = 0x6e

/** The result of checking the seals of some rows. */
export interface Checked {
  /** The rows whose integrity is not `PRESUMED`. */
  readonly corrected: ReadonlyMap<number, Integrity>
  readonly counts: Readonly<Record<Integrity, number>>
}

/**
 * Checks the seals of rows.
 * @param keys for each row its sealed text followed by its seal; see `Reader`
 * @param count the number of rows
 * @returns `undefined` if the keys can't be told apart, because somebody altered a seal to contain a separator
 */
export function checkSeals(keys: Buffer, count: number, seals: Seals): Checked | undefined {
  const rows = parts(keys)
  return rows.length === count ? checkEach(rows, seals) : undefined
}

function unsealed(text: string, seals: Seals): Integrity {
  try {
    return seals.integrity(text, null, sealedEnd(text))
  } catch {
    // The bracket was the end of an altered seal.
    return 'altered'
  }
}

/**
 * Splits a key into text and seal, and checks them. The text is a JSON array and ends with a bracket. If the bracket is
 * followed by something that is not as long as a seal, the row was altered.
 */
function integrityOf(key: Buffer, seals: Seals): Integrity {
  if (key.at(-1) === CLOSING_BRACKET) return unsealed(key.toString('utf8'), seals)
  const end = key.length - SEAL_LENGTH
  if (key[end - 1] !== CLOSING_BRACKET) return 'altered'
  // A text that begins with `[null,` belongs to an attempt that has not ended, and such an attempt is never sealed.
  const ended = key[1] !== LETTER_N
  return ended && seals.of(key.subarray(0, end)) === key.toString('latin1', end) ? 'whole' : 'altered'
}

/** Checks keys that are already separated. */
export function checkEach(rows: readonly Buffer[], seals: Seals): Checked {
  const corrected = new Map<number, Integrity>()
  const counts = { whole: 0, altered: 0, unsealed: 0, open: 0 }
  for (const [row, key] of rows.entries()) {
    const found = integrityOf(key, seals)
    counts[found] += 1
    if (found !== PRESUMED) corrected.set(row, found)
  }
  return { corrected, counts }
}
