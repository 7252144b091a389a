import { isMembers, type Members } from '../scenario/members'
import type { Patch } from './patch'

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
