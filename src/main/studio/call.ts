import { DOCUMENT_ENDINGS, DOCUMENT_KINDS, type DocumentKind } from '../../domain/authoring/document'
import type { JournalAct } from '../../domain/authoring/journal'
import type { EditLabel, Patch } from '../../domain/authoring/patch'
import { ID_PATTERN } from '../../domain/scenario/vocabulary'
import type { Which } from './paths'
import { isMembers, type Members } from '../../domain/scenario/members'

/**
 * Builds the patches, and their inverse, that give a document another id and title. Targets that name a scene from the
 * whole scenario begin with its id, and get the new one.
 * @param before the id that the document has now; a machine with this id gets the new one as well
 * @param title an empty record leaves the title as it is
 */
export function callPatches(
  value: Members,
  id: string,
  before: string,
  title: Readonly<Record<string, string>>,
): { readonly patches: Patch[]; readonly inverse: Patch[] } {
  const patches: Patch[] = []
  const inverse: Patch[] = []
  const set = (holder: Members, path: readonly (string | number)[], next: unknown) => {
    const name = path[path.length - 1]!
    if (JSON.stringify(holder[name]) === JSON.stringify(next)) return
    const there = Object.hasOwn(holder, name)
    patches.push({ op: there ? 'replace' : 'add', path, value: next })
    inverse.unshift(there ? { op: 'replace', path, value: holder[name] } : { op: 'remove', path })
  }
  set(value, ['id'], id)
  if (Object.keys(title).length > 0) set(value, ['title'], title)
  const { machine } = value
  if (isMembers(machine) && machine['id'] === before) set(machine, ['machine', 'id'], id)
  const own = `#${before}.`
  const look = (part: unknown, path: readonly (string | number)[]): void => {
    if (Array.isArray(part)) part.forEach((one, i) => look(one, [...path, i]))
    if (!isMembers(part)) return
    for (const [name, one] of Object.entries(part)) {
      const at = [...path, name]
      if (name !== 'target' || typeof one !== 'string') look(one, at)
      else if (one.startsWith(own)) set(part, at, `#${id}.${one.slice(own.length)}`)
    }
  }
  if (id !== before) look(machine, ['machine'])
  return { patches, inverse }
}

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
