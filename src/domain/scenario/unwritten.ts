import { warning, type Fault } from './issue'

/** A text that begins so is a note of what is to be written in its place. */
export const TO_WRITE_MARK = '✎'
/** Stands where nothing was written yet. */
export const TO_WRITE = '…'

/** As much of a note as a sentence about it has room for. */
const LONGEST = 60

/**
 * Whether words only stand in for a text.
 * @param words of one language
 */
export function isUnwritten(words: string): boolean {
  const plain = words.trimStart()
  return plain.startsWith(TO_WRITE_MARK) || (plain.startsWith(TO_WRITE) && plain.trimEnd() === TO_WRITE)
}

/** What is said of a text that nobody has written. */
export function unwritten(words: string, path: readonly PropertyKey[]): Fault {
  const note = words.trim().replace(/^✎\s*/u, '')
  const short = note.length > LONGEST ? `${note.slice(0, LONGEST - 1).trimEnd()}…` : note
  return warning('unwritten', path, { words: short === '' ? TO_WRITE : short })
}

/**
 * The texts of any document that nobody has written yet, one for each text and language.
 * @param document any JSON value
 */
export function unwrittenIn(document: unknown, path: readonly PropertyKey[] = []): Fault[] {
  if (typeof document === 'string') return isUnwritten(document) ? [unwritten(document, path)] : []
  if (typeof document !== 'object' || document === null) return []
  return Object.entries(document).flatMap(([key, value]) =>
    unwrittenIn(value, [...path, Array.isArray(document) ? Number(key) : key]),
  )
}

/**
 * Whether trainees must not get a document while this is wrong with it: it can't be played, or somebody would read
 * words that stand in for others.
 */
export const keepsFromTrainees = ({ severity, code }: Pick<Fault, 'severity' | 'code'>): boolean =>
  severity === 'error' || code === 'unwritten'
