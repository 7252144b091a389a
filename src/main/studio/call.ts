import { DOCUMENT_ENDINGS, DOCUMENT_KINDS, type DocumentKind } from '../../domain/authoring/document'
import type { JournalAct } from '../../domain/authoring/journal'
import type { EditLabel } from '../../domain/authoring/patch'
import { callPatches } from '../../domain/authoring/called'
import { ID_PATTERN } from '../../domain/scenario/vocabulary'
import type { Which } from './paths'
import { isMembers, type Members } from '../../domain/scenario/members'

/**
 * Returns the act that gives a document another id and title, as `callPatches` does.
 * @returns `undefined` if there is nothing to change, or nothing that can be changed
 */
export function callAct(
  value: unknown,
  id: string,
  before: string,
  title: Readonly<Record<string, string>>,
  label: EditLabel,
): JournalAct | undefined {
  if (!isMembers(value)) return undefined
  const { patches, inverse } = callPatches(value, id, before, title)
  return patches.length === 0 ? undefined : { kind: 'edit', label, patches, inverse }
}

const looksLike = (value: Members): DocumentKind =>
  isMembers(value['machine']) ? 'scenario' : Array.isArray(value['modules']) ? 'course' : 'floor'

/**
 * Finds out which document a file holds: from the file's name, or else from its content.
 * @param value the parsed content; `undefined` when it can't be read
 */
export function whichIn(name: string, value: unknown): Which | undefined {
  const kind = DOCUMENT_KINDS.find((one) => name.endsWith(DOCUMENT_ENDINGS[one]))
  const said = isMembers(value) ? value['id'] : undefined
  const id = typeof said === 'string' && ID_PATTERN.test(said) ? said : kind && idIn(name, kind)
  if (id === undefined || id.length > 60) return undefined
  if (kind) return { kind, id }
  return isMembers(value) ? { kind: looksLike(value), id } : undefined
}

function idIn(name: string, kind: DocumentKind): string | undefined {
  const id = name.slice(0, -DOCUMENT_ENDINGS[kind].length)
  return ID_PATTERN.test(id) ? id : undefined
}
