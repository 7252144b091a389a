import { sealedEnd, Seals, type Integrity } from '../evidence/seal'
import { PRESUMED } from '../store/export-source'
import { endOfRow, ROW_TEXT } from '../store/packed'

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
 * @param bytes hold the key from one place to another; a key is not cut out, because a million of them are checked
 */
function integrityOf(bytes: Buffer, from: number, to: number, seals: Seals): Integrity {
  if (to > from && bytes[to - 1] === CLOSING_BRACKET) return unsealed(bytes.toString('utf8', from, to), seals)
  const end = to - SEAL_LENGTH
  if (end <= from || bytes[end - 1] !== CLOSING_BRACKET) return 'altered'
  // A text that begins with `[null,` belongs to an attempt that has not ended, and such an attempt is never sealed.
  const ended = bytes[from + 1] !== LETTER_N
  return ended && seals.of(bytes.subarray(from, end)) === bytes.toString('latin1', end, to)
    ? 'whole'
    : 'altered'
}

/** Adds what was found of the next row. */
function note(found: Integrity, row: number, { corrected, counts }: Noted): void {
  counts[found] += 1
  if (found !== PRESUMED) corrected.set(row, found)
}

interface Noted extends Checked {
  readonly corrected: Map<number, Integrity>
  readonly counts: Record<Integrity, number>
}

const nothingNoted = (): Noted => ({
  corrected: new Map(),
  counts: { whole: 0, altered: 0, unsealed: 0, open: 0 },
})

/**
 * Checks the seals of rows.
 * @param keys for each row its sealed text followed by its seal; see `Reader`
 * @param count the number of rows
 * @returns `undefined` if the keys can't be told apart, because somebody altered a seal to contain a separator
 */
export function checkSeals(keys: Buffer, count: number, seals: Seals): Checked | undefined {
  const noted = nothingNoted()
  let row = 0
  for (let from = 0; from <= keys.length; row += 1) {
    const to = endOfRow(keys, from)
    note(integrityOf(keys, from, to, seals), row, noted)
    from = to + ROW_TEXT.length
  }
  return row === count ? noted : undefined
}

/** Checks keys that are already separated. */
export function checkEach(rows: readonly Buffer[], seals: Seals): Checked {
  const noted = nothingNoted()
  for (const [row, key] of rows.entries()) note(integrityOf(key, 0, key.length, seals), row, noted)
  return noted
}
