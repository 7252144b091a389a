/**
 * What is known of how translations came about: of each wording, what the other languages said when it was written. It is
 * kept beside the document, and never in it, so that a translation changes no byte but its own.
 */
import type { DocumentText } from '../authoring/document-texts'
import { isUnwritten } from '../scenario/unwritten'
import { drawnNumber } from '../scenario/seed'

/** By the mark of a wording: marks of what the other languages said then, by language. */
type Wordings = Readonly<Record<string, Readonly<Record<string, string>>>>

/** By the id of a text and by language. */
export type TranslationRecord = Readonly<Record<string, Readonly<Record<string, Wordings>>>>

/** As many wordings of one text in one language, for undo and redo: the newest. */
const MOST_WORDINGS = 12

/** A wording that is to be looked at again, whatever its source says. */
const TO_REVIEW = 'review'

/** Tells wordings apart: sixty-four bits are enough for those of one document. */
export const markOfWords = (words: string): string =>
  `${drawnNumber(0, words).toString(36)}-${drawnNumber(7919, words).toString(36)}`

/** Whether somebody wrote these words, and not a stand-in. */
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

/** What is known of wordings whose text has another id by now, as after a scene was renamed. */
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
 * Notes the wordings of a document that are not known yet: each was written for what the other languages say now. One that
 * is known stays as it is, so that undoing brings back what was known of it too.
 * @param record what is known so far
 * @param texts the texts as they are now
 * @returns the same object where nothing is new
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
 * Whether a translation was made for other words than its source has now.
 * @returns `false` where nothing is known of it, or one of the two is not written
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
 * Notes that translations hold for what their sources say now.
 * @param texts those that somebody looked at
 * @param to the language of the translations
 */
export const confirmWordings = (
  record: TranslationRecord,
  texts: readonly DocumentText[],
  to: string,
): TranslationRecord => texts.reduce((next, text) => noted(next, text, to, (marks) => marks), record)

/** Notes that translations are to be looked at again, whoever wrote them says so. */
export const doubtWordings = (
  record: TranslationRecord,
  texts: readonly DocumentText[],
  from: string,
  to: string,
): TranslationRecord =>
  texts.reduce((next, text) => noted(next, text, to, (marks) => ({ ...marks, [from]: TO_REVIEW })), record)

/**
 * Brings together what two windows or computers know. Where both know a wording, the later one counts.
 * @param earlier what lies on the disk
 * @param later what is to be added
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

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads what was kept. What does not fit is left out: without it a translation counts as made for what its source says.
 * @param value as `JSON.parse` gives it
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
