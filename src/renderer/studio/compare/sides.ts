/** Reads the versions with which a document can be compared. */
import type { DocumentKind } from '../../../domain/authoring/document'
import { beginningOf, fold, type JournalBase, type JournalEntry } from '../../../domain/authoring/journal'
import { rewrite } from '../../../domain/authoring/rewrite'
import { unwrap } from '../../api'
import { SCHEMAS } from '../document-store'
import type { OpenDocument } from '../open-document'
import { valueOf } from '../meeting'
import { copiedOf } from './bases'

/**
 * Names a version: the draft now or at an earlier moment, a published version, a copy that another program wrote,
 * another document, or a file.
 */
export type SideKey =
  'now' | 'file' | `moment:${number}` | `version:${number}` | `outside:${string}` | `document:${string}`

export interface Side {
  readonly key: SideKey
  readonly text: string
  /** `undefined` if the text is not valid JSON. */
  readonly value: unknown
  /** The name of a file. */
  readonly file?: string | undefined
  /** For another document: its content at the beginning, and the id of the document from which it was copied. */
  readonly began?: unknown
  readonly copyOf?: string | undefined
}

const textAt = (
  kind: DocumentKind,
  base: Pick<JournalBase, 'text'>,
  entries: readonly JournalEntry[],
): string => {
  const { brokenText, text, value } = fold(base, entries)
  return brokenText ?? rewrite(text, value, SCHEMAS[kind])
}

const sideOf = (key: SideKey, text: string, file?: string): Side => ({
  key,
  text,
  value: valueOf(text),
  file,
})

/**
 * Reads the chosen side. For `file` it asks the person for one; for `document` it opens another draft for a moment.
 * @throws the error of the call
 */
export async function readSide(open: OpenDocument, key: SideKey): Promise<Side> {
  const { kind, id, journal } = open.opened
  const [what, rest = ''] = key.split(':') as [string, string?]
  switch (what) {
    case 'moment': {
      const acts = open.acts()
      const n = Math.max(Number(rest), beginningOf(acts))
      return sideOf(key, textAt(kind, journal.base, acts.slice(0, n)))
    }
    case 'version': {
      const version = await unwrap(window.api.studio.version({ kind, id, version: Number(rest) }))
      return sideOf(key, version.text)
    }
    case 'outside': {
      const { outside } = await unwrap(window.api.studio.history({ kind, id }))
      return sideOf(key, outside.find(({ hash }) => hash === rest)?.text ?? '')
    }
    case 'document': {
      const other = await unwrap(window.api.studio.open({ kind, id: rest }))
      await unwrap(window.api.studio.close({ kind, id: rest }))
      if (other.outcome !== 'opened') throw new Error(other.fault.code)
      const { base, entries } = other.journal
      const side = sideOf(key, textAt(kind, base, entries))
      return { ...side, began: valueOf(base.text), copyOf: copiedOf(entries) }
    }
    case 'file': {
      const { file, text } = await unwrap(window.api.studio.readFile())
      return sideOf(key, text, file)
    }
    default:
      return sideOf('now', open.textNow())
  }
}
