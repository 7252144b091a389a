import { documentTexts } from '../../../src/domain/authoring/document-texts'
import type { DocumentKind } from '../../../src/domain/authoring/document'
import { translationRows } from '../../../src/domain/translation/rows'
import { readTextsCsv, writeTextsCsv } from '../../../src/domain/translation/texts-csv'
import { textsFileOf, type Outcome, type TextsFile } from '../../../src/domain/translation/texts-file'
import type { TranslationRecord } from '../../../src/domain/translation/wordings'
import { readXliff, writeXliff } from '../../../src/domain/translation/xliff'
import type { Loose } from '../authoring/loose'
import { shipped } from '../authoring/shipped'

export interface TextDocument {
  readonly name: string
  readonly kind: DocumentKind
  readonly id: string
  readonly text: string
  readonly value: Loose
}

/** Every scenario, course and floor that comes with the product. */
export const documents: readonly TextDocument[] = shipped.flatMap(({ name, text }) => {
  const [id, kind] = name.split('.')
  if (kind !== 'scenario' && kind !== 'course' && kind !== 'floor') return []
  return [{ name, kind, id: id!, text, value: JSON.parse(text) as Loose }]
})

export function exported(
  { kind, id, value }: Pick<TextDocument, 'kind' | 'id' | 'value'>,
  from = 'en',
  to = 'fr',
  record: TranslationRecord = {},
): TextsFile {
  const rows = translationRows(documentTexts(kind, value), from, to, record)
  return textsFileOf({ kind, document: id, from, to }, rows, (text) =>
    `${text.scene ?? ''} ${text.name}`.trim(),
  )
}

export const FORMATS = {
  xliff: { write: writeXliff, read: readXliff },
  csv: { write: writeTextsCsv, read: readTextsCsv },
} as const

export function whole<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return outcome.value
}
export const codesOf = <T>(outcome: Outcome<T>): string[] =>
  outcome.ok ? [] : outcome.faults.map(({ code }) => code)
