import { sealedEnd, Seals, type Integrity } from '../evidence/seal'
import { PRESUMED } from '../store/export-source'
import { parts } from '../store/packed'

/** HMAC-SHA-256 in base64, in bytes. */
const SEAL_LENGTH = 44
const CLOSING_BRACKET = 0x5d
const LETTER_N = 0x6e

/** The result of checking the seals of some rows. */
export interface Checked {
  /** Rows that are not `PRESUMED`. */
  readonly corrected: ReadonlyMap<number, Integrity>
  readonly counts: Readonly<Record<Integrity, number>>
}

/**
 * Checks rows.
 * @param keys of each row its sealed text, and its seal behind that; see `Reader`
 * @param count how many rows
 * @returns `undefined` when the keys can't be told apart, since a seal was altered into one that holds a separator
 */
export function checkSeals(keys: Buffer, count: number, seals: Seals): Checked | undefined {
  const rows = parts(keys)
  return rows.length === count ? checkEach(rows, seals) : undefined
}

function unsealed(text: string, seals: Seals): Integrity {
  try {
    return seals.integrity(text, null, sealedEnd(text))
  } catch {
    // A bracket at the end of an altered seal.
    return 'altered'
  }
}

/**
 * The text is a JSON array and ends with its bracket. What stands behind it is a seal when it is as long as one, and
 * otherwise no text that was ever sealed stands before it.
 */
function integrityOf(key: Buffer, seals: Seals): Integrity {
  if (key.at(-1) === CLOSING_BRACKET) return unsealed(key.toString('utf8'), seals)
  const end = key.length - SEAL_LENGTH
  if (key[end - 1] !== CLOSING_BRACKET) return 'altered'
  // `[null,` has not ended, and such a one is never sealed.
  const ended = key[1] !== LETTER_N
  return ended && seals.of(key.subarray(0, end)) === key.toString('latin1', end) ? 'whole' : 'altered'
}

/** The same of keys that are apart already. */
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
