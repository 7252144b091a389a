/**
 * A record of how translations came about: for each wording of a text, the wordings of the other languages at the time
 * of writing. It is kept beside the document and never in it, so that a translation changes no byte but its own.
 */
import type { DocumentText } from '../authoring/document-texts'
import { isUnwritten } from '../scenario/unwritten'
import { drawnNumber } from '../scenario/seed'
import { isMembers } from '../scenario/members'

/** Maps the hash of a wording to the hashes of the other languages' wordings at that time, by language. */
type Wordings = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The wordings by the id of a text and by language. */
export type TranslationRecord = Readonly<Record<string, Readonly<Record<string, Wordings>>>>

/** The most wordings that are kept for one text in one language. The newest are kept, for undo and redo. */
const MOST_WORDINGS = 12

/** Stands for a source wording, and marks a translation that has to be reviewed whatever its source says. */
const TO_REVIEW = 'review'

/** Hashes a wording. Sixty-four bits are enough to tell the wordings of one document apart. */
export const markOfWords = (words: string): string =>
  `${drawnNumber(0, words).toString(36)}-${drawnNumber(7919, words).toString(36)}`

/** Returns true if words were written, and are not just a placeholder. */
export const isWritten = (words: string | undefined): words is string =>
  words !== undefined && words.trim() !== '' && !isUnwritten(words)

const marksOf = (words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([language, said]) =>
      isWritten(said) ? [[language, markOfWords(said)] as const] : [],
    ),
  )

const without = (marks: Readonly<Record<string, string>>, language: string): Record<string, string> =>
  Object.fromEntries(Object.entries(marks).filter(([other]) => other !== language))

const newest = (wordings: Wordings): Wordings => {
  const all = Object.entries(wordings)
  return all.length <= MOST_WORDINGS ? wordings : Object.fromEntries(all.slice(-MOST_WORDINGS))
}

/** Returns the recorded wordings of texts that have another id now, as after a scene was renamed. */
function strays(record: TranslationRecord, here: ReadonlySet<string>): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>()
  for (const [id, languages] of Object.entries(record)) {
    if (here.has(id)) continue
    for (const [language, wordings] of Object.entries(languages))
      for (const [mark, of] of Object.entries(wordings)) found.set(`${language} ${mark}`, { ...of })
  }
  return found
}

/**
 * Records the wordings of a document that are not known yet. Each was written for the current wordings of the other
 * languages. A known wording stays as it is, so that undo also restores its record.
 * @param record the record so far
 * @param texts the current texts
 * @returns the same object if no wording is new
 */
export function noteWordings(record: TranslationRecord, texts: readonly DocumentText[]): TranslationRecord {
  let stray: Map<string, Record<string, string>> | undefined
  const changed: Record<string, Record<string, Wordings>> = {}
  for (const { id, words } of texts) {
    if (!words) continue
    const marks = marksOf(words)
    for (const [language, mark] of Object.entries(marks)) {
      const known = record[id]?.[language]
      if (known && Object.hasOwn(known, mark)) continue
      if (!record[id]) stray ??= strays(record, new Set(texts.map((text) => text.id)))
      const of = stray?.get(`${language} ${mark}`) ?? without(marks, language)
      const own = (changed[id] ??= { ...record[id] })
      own[language] = newest({ ...known, [mark]: of })
    }
  }
  return Object.keys(changed).length === 0 ? record : { ...record, ...changed }
}

/**
 * Returns true if a translation was made for other words than its source has now.
 * @returns `false` if nothing is known about it, or one of the two is not written
 */
export function isOutdated(
  record: TranslationRecord,
  { id, words }: Pick<DocumentText, 'id' | 'words'>,
  from: string,
  to: string,
): boolean {
  const [source, target] = [words?.[from], words?.[to]]
  if (!isWritten(source) || !isWritten(target)) return false
  const made = record[id]?.[to]?.[markOfWords(target)]?.[from]
  return made !== undefined && made !== markOfWords(source)
}

function noted(
  record: TranslationRecord,
  { id, words }: DocumentText,
  to: string,
  of: (marks: Record<string, string>) => Record<string, string>,
): TranslationRecord {
  const target = words?.[to]
  if (!words || !isWritten(target)) return record
  const wordings = { ...record[id]?.[to], [markOfWords(target)]: of(without(marksOf(words), to)) }
  return { ...record, [id]: { ...record[id], [to]: newest(wordings) } }
}

/**
 * Records that translations are right for the current words of their sources.
 * @param texts the texts that were reviewed
 * @param to the language of the translations
 */
export const confirmWordings = (
  record: TranslationRecord,
  texts: readonly DocumentText[],
  to: string,
): TranslationRecord => texts.reduce((next, text) => noted(next, text, to, (marks) => marks), record)

/** Records that translations have to be reviewed, because their translator asked for it. */
export const doubtWordings = (
  record: TranslationRecord,
  texts: readonly DocumentText[],
  from: string,
  to: string,
): TranslationRecord =>
  texts.reduce((next, text) => noted(next, text, to, (marks) => ({ ...marks, [from]: TO_REVIEW })), record)

/**
 * Returns what a record says beyond an earlier one: wordings that were added, and wordings that were confirmed or
 * doubted since. Only that is written, so that what another window noted meanwhile stays.
 */
export function addedTo(earlier: TranslationRecord, later: TranslationRecord): TranslationRecord {
  const added: Record<string, Record<string, Wordings>> = {}
  for (const [id, languages] of Object.entries(later)) {
    for (const [language, wordings] of Object.entries(languages)) {
      const known = earlier[id]?.[language] ?? {}
      const own = Object.entries(wordings).filter(
        ([mark, of]) => !Object.hasOwn(known, mark) || !sameMarks(known[mark]!, of),
      )
      if (own.length > 0) (added[id] ??= {})[language] = Object.fromEntries(own)
    }
  }
  return added
}

const sameMarks = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([language, mark]) => other[language] === mark)

/**
 * Joins the records of two windows or computers. If both know a wording, the later one counts.
 * @param earlier the record on the disk
 * @param later the record to be added
 */
export function joinRecords(earlier: TranslationRecord, later: TranslationRecord): TranslationRecord {
  const joined: Record<string, Record<string, Wordings>> = { ...earlier }
  for (const [id, languages] of Object.entries(later)) {
    const own: Record<string, Wordings> = { ...joined[id] }
    for (const [language, wordings] of Object.entries(languages)) {
      own[language] = newest({ ...own[language], ...wordings })
    }
    joined[id] = own
  }
  return joined
}

/**
 * Reads a record. Invalid parts are left out; their translations then count as made for the current source.
 * @param value a value from `JSON.parse`
 */
export function readRecord(value: unknown): TranslationRecord {
  const inner = <T>(one: unknown, read: (value: unknown) => T | undefined): Record<string, T> =>
    Object.fromEntries(
      Object.entries(isMembers(one) ? one : {}).flatMap(([key, own]) => {
        const found = key === '__proto__' ? undefined : read(own)
        return found === undefined ? [] : [[key, found] as const]
      }),
    )
  const group =
    <T>(read: (value: unknown) => T | undefined) =>
    (one: unknown) =>
      isMembers(one) ? inner(one, read) : undefined
  return inner(value, group(group(group((mark) => (typeof mark === 'string' ? mark : undefined)))))
}
