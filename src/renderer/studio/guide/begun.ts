import { isUnwritten } from '../../../domain/scenario/unwritten'
import { membersOf } from '../../../domain/scenario/members'
import { listOf } from '../outline'

const BEGINNINGS: ReadonlySet<unknown> = new Set(['opening', 'start'])

/** Whether some text in a value is still a note of what is to be written. */
function hasNotes(value: unknown): boolean {
  if (typeof value === 'string') return isUnwritten(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNotes)
}

/**
 * Whether a draft was begun from a template or from nothing. Copies, twins and stories of other tools were written by
 * somebody who knows the way.
 * @param begun the document before the first act
 * @param acts labels of what was done since
 */
export function isFresh(begun: unknown, acts: readonly (string | undefined)[]): boolean {
  const { machine, cast, twin, sources } = membersOf(begun)
  if (acts.includes('copied') || twin !== undefined || listOf(sources).length > 0) return false
  const isTemplate =
    BEGINNINGS.has(membersOf(machine)['initial']) && Object.keys(membersOf(cast)).join() === 'caller'
  return isTemplate && hasNotes(machine)
}
