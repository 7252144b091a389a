import { cut } from './cut'
import { warning, type Fault } from './issue'
import { membersOf } from './members'

/** A text that begins with this mark is a note about what has to be written in its place. */
export const TO_WRITE_MARK = '✎'
/** Stands for a text that was not written yet. */
export const TO_WRITE = '…'

/** The most characters of a note that an issue quotes. */
const LONGEST = 60

/**
 * Returns true for a placeholder instead of a text.
 * @param words the words in one language
 */
export function isUnwritten(words: string): boolean {
  const plain = words.trimStart()
  return plain.startsWith(TO_WRITE_MARK) || (plain.startsWith(TO_WRITE) && plain.trimEnd() === TO_WRITE)
}

/**
 * Returns the fault of a text that was not written yet.
 * @param what whether the path ends with a language; a text may also be the same in all of them
 */
export function unwritten(what: 'plain' | 'translated', words: string, path: readonly PropertyKey[]): Fault {
  const note = words.trim().replace(/^✎\s*/u, '')
  const short = cut(note, LONGEST)
  return warning('unwritten', path, { what, words: short === '' ? TO_WRITE : short })
}

/**
 * Finds the texts of any document that were not written yet, one fault for each text and language.
 * @param document any JSON value
 */
export function unwrittenIn(document: unknown): Fault[] {
  const languages = new Set(Object.keys(membersOf(membersOf(document)['title'])))
  const look = (value: unknown, path: readonly PropertyKey[]): Fault[] => {
    if (typeof value === 'string') {
      const what = languages.has(String(path.at(-1))) ? 'translated' : 'plain'
      return isUnwritten(value) ? [unwritten(what, value, path)] : []
    }
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inside]) =>
      look(inside, [...path, Array.isArray(value) ? Number(key) : key]),
    )
  }
  return look(document, [])
}

/**
 * Returns true for an issue that must keep a document from trainees: it can't be played, or has placeholders instead of
 * texts.
 */
export const keepsFromTrainees = ({ severity, code }: Pick<Fault, 'severity' | 'code'>): boolean =>
  severity === 'error' || code === 'unwritten'
