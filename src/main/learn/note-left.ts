import { LEFT_EVENT } from '../../domain/scenario/vocabulary'
import type { OrganisationStore } from '../people/organisation'
import { mayShowPersonalResults } from '../people/privacy'
import type { LocalRecords } from '../store/records'
import type { AfterEnd } from './attempts'

export interface NoteLeftNeeds {
  readonly store: Pick<LocalRecords, 'writeAudit'>
  readonly organisation: Pick<OrganisationStore, 'settings'>
}

/**
 * Notes in the audit log that a contact was left before its end. In pseudonymous mode nothing is noted, because a
 * contact that was left counts as not passed: the entry would tell a result of one person.
 */
export const noteLeft =
  (needs: NoteLeftNeeds): AfterEnd =>
  ({ attempt, person, course, log }) => {
    const last = log[log.length - 1]
    if (last?.event !== LEFT_EVENT || !mayShowPersonalResults(needs)) return
    const { id, scenario } = attempt
    needs.store.writeAudit('attempt-left', last.at, person.id, { id, course: course.id, kind: scenario })
  }
