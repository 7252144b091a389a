/** Finds the version from which a draft and a chosen document both began. */
import { differences } from '../../../domain/authoring/compare'
import type { JournalEntry } from '../../../domain/authoring/journal'
import type { PartSchema } from '../../../domain/authoring/key-order'
import { membersOf } from '../../../domain/scenario/members'
import { at } from '../outline'

/** A version that may be the common one. */
export interface Base {
  readonly key: 'mine' | 'theirs' | `version:${number}`
  readonly value: unknown
}

/**
 * Gives a document another id, and changes everything in it that refers to its own id.
 * @param value any JSON value; one that is no object stays as it is
 */
export function underId(value: unknown, id: unknown): unknown {
  const members = membersOf(value)
  const was = members['id']
  if (typeof was !== 'string' || typeof id !== 'string' || was === id) return value
  const own = `#${was}.`
  const look = (part: unknown, name: string): unknown => {
    if (name === 'target' && typeof part === 'string' && part.startsWith(own))
      return `#${id}.${part.slice(own.length)}`
    if (Array.isArray(part)) return part.map((one) => look(one, ''))
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, look(one, key)]))
  }
  const named = look(value, '') as Record<string, unknown>
  const machine = named['machine']
  return {
    ...named,
    id,
    ...(at(value, ['machine', 'id']) === was ? { machine: { ...membersOf(machine), id } } : {}),
  }
}

/** Returns the id of the document from which a draft was copied. */
export const copiedOf = (acts: readonly JournalEntry[]): string | undefined => {
  for (const entry of acts) {
    if (entry.kind === 'edit' && entry.label.code === 'copied') return String(entry.label.params?.['of'])
  }
  return undefined
}

/**
 * Returns the published version that differs least from a document, the newest if several do; `undefined` if there is
 * none.
 */
export function nearest(versions: readonly Base[], theirs: unknown, schema: PartSchema): Base | undefined {
  let best: { readonly base: Base; readonly far: number } | undefined
  for (const base of versions) {
    const far = differences(base.value, theirs, schema).length
    if (!best || far < best.far) best = { base, far }
  }
  return best?.base
}
