/** The content of a translator's file in any format: the texts of a document with their translations. */
import type { DocumentKind } from '../authoring/document'
import type { DocumentText } from '../authoring/document-texts'
import { isUnwritten } from '../scenario/unwritten'
import type { TranslationRow } from './rows'
import { markOfWords } from './wordings'

/** The states of a translation, named as in XLIFF 1.2. */
export const UNIT_STATES = [
  'new',
  'needs-translation',
  'needs-review-translation',
  'translated',
  'signed-off',
  'final',
] as const
export type UnitState = (typeof UNIT_STATES)[number]

/** A text in a file. */
export interface TextUnit {
  readonly id: string
  readonly source: string
  /** Empty if it was not written yet. */
  readonly target: string
  readonly state: UnitState
  /** The place and the speaker of the text, for human readers. */
  readonly note: string
  /** The most characters that fit; `undefined` if there is no limit. */
  readonly most?: number | undefined
}

export interface TextsFile {
  readonly kind: DocumentKind
  /** The id of the document. */
  readonly document: string
  readonly from: string
  readonly to: string
  /** The seal from `sealOf`. It shows later whether the file still has all its texts and sources. */
  readonly seal: string
  readonly units: readonly TextUnit[]
}

/** A fault of a file, or a reason not to take it. Each has a sentence that says what to do. */
export interface TextsFault {
  readonly code: TextsFaultCode
  readonly params: Readonly<Record<string, string | number>>
  /** The line of the file, from 1, if known. */
  readonly line?: number | undefined
  /** The ids of the texts that it is about. */
  readonly ids?: readonly string[] | undefined
}

export const TEXTS_FAULTS = [
  // The file can't be read.
  'too-large',
  'not-text',
  'not-xml',
  'document-type',
  'not-xliff',
  'other-version',
  'several-files',
  'inline-element',
  'no-columns',
  'broken-row',
  // The file did not come from this program, or is not complete any more.
  'no-seal',
  'twice',
  'texts-lost',
  'texts-foreign',
  'source-altered',
  // The file does not fit the document.
  'other-document',
  'other-languages',
  'changed-since',
  'gone-since',
  // A translation lost something that it must keep.
  'placeholder-lost',
  'phrase-lost',
  // A text has a character that the format can't represent.
  'unwritable',
] as const
export type TextsFaultCode = (typeof TEXTS_FAULTS)[number]

/** The result of an operation: its value, or the faults that prevent it. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly TextsFault[] }

/**
 * Makes one fault of a file of texts.
 * @param params the values of its sentence
 * @param rest the line in the file, counted from 1, and the ids of texts, if known
 */
export const fault = (
  code: TextsFaultCode,
  params: TextsFault['params'] = {},
  rest: Pick<TextsFault, 'line' | 'ids'> = {},
): TextsFault => ({ code, params, ...rest })

/** Returns the outcome of a file that is refused as a whole. */
export const refused = (
  ...faults: readonly TextsFault[]
): { readonly ok: false; readonly faults: readonly TextsFault[] } => ({
  ok: false,
  faults,
})

/** The parts of a seal: the number of texts, and hashes of their ids and of their sources. */
export interface Seal {
  readonly count: number
  readonly ids: string
  readonly sources: string
}

/**
 * Makes the seal of a file, which shows later whether the file still has the texts that were exported. Their order does
 * not matter.
 */
export function sealOf(units: readonly Pick<TextUnit, 'id' | 'source'>[]): string {
  const byId = units.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const ids = markOfWords(byId.map(({ id }) => id).join('\n'))
  const sources = markOfWords(JSON.stringify(byId.map(({ id, source }) => [id, source])))
  return `${units.length}.${ids}.${sources}`
}

/** Reads a seal. @returns `undefined` for a text that is no seal */
export function readSeal(seal: string): Seal | undefined {
  const [count, ids, sources, ...more] = seal.split('.')
  if (!/^\d{1,7}$/.test(count ?? '') || !ids || !sources || more.length > 0) return undefined
  return { count: Number(count), ids, sources }
}

function stateOf({ text, target, marks }: TranslationRow, to: string): UnitState {
  if (target === '') return isUnwritten(text.words?.[to] ?? '') ? 'needs-translation' : 'new'
  return marks.includes('outdated') || marks.includes('damaged') ? 'needs-review-translation' : 'translated'
}

/**
 * Puts the texts of a document into a file for a translator. Texts without a source are left out.
 * @param rows rows from `translationRows`
 * @param noteOf returns the place and the speaker of a text, in words
 */
export function textsFileOf(
  which: Pick<TextsFile, 'kind' | 'document' | 'from' | 'to'>,
  rows: readonly TranslationRow[],
  noteOf: (text: DocumentText) => string,
): TextsFile {
  const units = rows.flatMap((row): TextUnit[] =>
    row.source === ''
      ? []
      : [
          {
            id: row.text.id,
            source: row.source,
            target: row.target,
            state: stateOf(row, which.to),
            note: noteOf(row.text),
            most: Number.isFinite(row.room.most) ? row.room.most : undefined,
          },
        ],
  )
  return { ...which, seal: sealOf(units), units }
}
