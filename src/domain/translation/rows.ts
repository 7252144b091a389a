/** Lists the texts of a document in two languages, as translators see them. */
import type { DocumentText } from '../authoring/document-texts'
import { plainText } from '../scenario/text-language'
import { roomFor, type Room } from './room'
import { isOutdated, isWritten, type TranslationRecord } from './wordings'

/** The marks of a translation; several can apply. */
export const TRANSLATION_MARKS = ['missing', 'outdated', 'too-long', 'damaged'] as const
export type TranslationMark = (typeof TRANSLATION_MARKS)[number]

/** A part of the source that the translation must keep and does not. */
export type Lost =
  | { readonly what: 'placeholder'; readonly lost: readonly string[]; readonly foreign: readonly string[] }
  /** The phrase of a cue does not stand in its text any more. */
  | { readonly what: 'phrase'; readonly phrase: string }

export interface TranslationRow {
  readonly text: DocumentText
  /** Empty if it was not written yet. */
  readonly source: string
  readonly target: string
  readonly marks: readonly TranslationMark[]
  readonly room: Room
  readonly lost: readonly Lost[]
}

const placeholdersOf = (text: string): string[] => (text.match(/\{[\p{L}\p{N}_-]*\}/gu) ?? []).toSorted()

/** Returns the entries of one list that another one lacks, counting repeated entries. */
function lacking(of: readonly string[], has: readonly string[]): string[] {
  const left = [...has]
  return of.filter((one) => {
    const i = left.indexOf(one)
    if (i >= 0) left.splice(i, 1)
    return i < 0
  })
}

/**
 * Compares the placeholders of a translation with those of its source, such as `{trainee}` or the name of a variant.
 * Returns those that it lost or added; `undefined` if there are none.
 */
export function lostPlaceholders(source: string, target: string): Lost | undefined {
  const [own, there] = [placeholdersOf(source), placeholdersOf(target)]
  const lost = [...new Set(lacking(own, there))].filter((one) => !there.includes(one))
  const foreign = [...new Set(there.filter((one) => !own.includes(one)))]
  return lost.length + foreign.length > 0 ? { what: 'placeholder', lost, foreign } : undefined
}

/** Returns the id of the text whose words a phrase marks; `undefined` for the id of a text that is no phrase. */
export const lineOfPhrase = (id: string): string | undefined =>
  /^(.*)\/cues\/.*\/phrase$/.exec(id)?.[1]?.concat('/text')

/** Returns a fault if a phrase does not stand in its text. */
export function lostPhrase(phrase: string, line: string | undefined): Lost | undefined {
  if (line === undefined || plainText(line).includes(plainText(phrase))) return undefined
  return { what: 'phrase', phrase }
}

/** Returns the words of a text; empty if only a placeholder is there. */
export const writtenIn = ({ words }: Pick<DocumentText, 'words'>, language: string): string => {
  const said = words?.[language]
  return isWritten(said) ? said : ''
}

/**
 * Compares every text of a document with its translation.
 * @param texts texts from `documentTexts`; those that are the same in every language are left out
 * @param from the language from which it is translated
 * @param to the language into which it is translated
 * @param record the record of how the translations came about
 * @returns one row for each text, in the same order
 */
export function translationRows(
  texts: readonly DocumentText[],
  from: string,
  to: string,
  record: TranslationRecord,
): TranslationRow[] {
  const byId = new Map(texts.map((text) => [text.id, text]))
  return texts.flatMap((text) => {
    if (!text.words) return []
    const [source, target] = [writtenIn(text, from), writtenIn(text, to)]
    const room = roomFor(text, source)
    const line = lineOfPhrase(text.id)
    const said = line === undefined ? undefined : byId.get(line)
    const lost =
      source === '' || target === ''
        ? []
        : [
            lostPlaceholders(source, target),
            said && lostPhrase(target, writtenIn(said, to) || undefined),
          ].filter((one) => one !== undefined)
    const marks: TranslationMark[] = []
    if (target === '' && source !== '') marks.push('missing')
    if (isOutdated(record, text, from, to)) marks.push('outdated')
    if (target.length > room.most) marks.push('too-long')
    if (lost.length > 0) marks.push('damaged')
    return [{ text, source, target, marks, room, lost }]
  })
}

/** Counts the rows with each mark. */
export const countMarks = (rows: readonly TranslationRow[]): Readonly<Record<TranslationMark, number>> =>
  Object.fromEntries(
    TRANSLATION_MARKS.map((mark) => [mark, rows.filter(({ marks }) => marks.includes(mark)).length]),
  ) as Record<TranslationMark, number>
