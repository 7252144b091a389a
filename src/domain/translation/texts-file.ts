/** What a translator gets and gives back, whatever the format of the file: the texts of a document with their translations. */
import type { DocumentKind } from '../authoring/document'
import type { DocumentText } from '../authoring/document-texts'
import { isUnwritten } from '../scenario/unwritten'
import type { TranslationRow } from './rows'
import { markOfWords } from './wordings'

/** What is to be done with a translation, in the words of XLIFF 1.2. */
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
  /** Empty where nobody has written it. */
  readonly target: string
  readonly state: UnitState
  /** Where it stands and who says it, for a human. */
  readonly note: string
  /** Characters that fit; `undefined` where there is no bound. */
  readonly most?: number | undefined
}

export interface TextsFile {
  readonly kind: DocumentKind
  /** The id of the document. */
  readonly document: string
  readonly from: string
  readonly to: string
  /** What was exported: how many texts, which ones, and what they said. `sealOf` makes it. */
  readonly seal: string
  readonly units: readonly TextUnit[]
}

/** What is wrong with a file, or with taking it; each has a sentence that says what to do. */
export interface TextsFault {
  readonly code: TextsFaultCode
  readonly params: Readonly<Record<string, string | number>>
  /** The line of the file, from 1, where that is known. */
  readonly line?: number | undefined
  /** Ids of the texts that it is about. */
  readonly ids?: readonly string[] | undefined
}

export const TEXTS_FAULTS = [
  // The file itself can't be read.
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
  // It is no file that came out of this program, or it is not whole any more.
  'no-seal',
  'twice',
  'texts-lost',
  'texts-foreign',
  'source-altered',
  // It does not go with the document.
  'other-document',
  'other-languages',
  'changed-since',
  'gone-since',
  // A translation lost what it has to keep.
  'placeholder-lost',
  'phrase-lost',
  // A text has a sign that the format can't hold.
  'unwritable',
] as const
export type TextsFaultCode = (typeof TEXTS_FAULTS)[number]

/** What somebody who can't be given a whole answer gets instead. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly TextsFault[] }

export const fault = (
  code: TextsFaultCode,
  params: TextsFault['params'] = {},
  rest: Pick<TextsFault, 'line' | 'ids'> = {},
): TextsFault => ({ code, params, ...rest })

export const refused = (
  ...faults: readonly TextsFault[]
): { readonly ok: false; readonly faults: readonly TextsFault[] } => ({
  ok: false,
  faults,
})

/** What the seal of a file says. */
export interface Seal {
  readonly count: number
  readonly ids: string
  readonly sources: string
}

/** What tells whether a file still has the texts with which it left. Their order does not matter. */
export function sealOf(units: readonly Pick<TextUnit, 'id' | 'source'>[]): string {
  const byId = units.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const ids = markOfWords(byId.map(({ id }) => id).join('\n'))
  const sources = markOfWords(JSON.stringify(byId.map(({ id, source }) => [id, source])))
  return `${units.length}.${ids}.${sources}`
}

/** Reads a seal. @returns `undefined` where it is none */
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
 * Puts the texts of a document into a file for a translator; what has no source is left out.
 * @param rows as `translationRows` makes them
 * @param noteOf says where a text stands and who says it
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
