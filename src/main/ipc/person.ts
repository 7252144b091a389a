import { basename } from 'node:path'
import type { Dialogs } from '../files/dialogs'
import type { System } from '../system'
import { localDay } from '../local-day'
import type { PersonalDataAccess } from '../people/personal-data-access'
import { attemptReplay, type ReplayNeeds } from '../reporting/attempt-replay'
import { personView, type PersonViewNeeds } from '../reporting/person-view'
import { saveRecorded } from '../store/recorded-file'
import type { Handlers } from './answer'

type PersonHandlers = Pick<Handlers, 'person.view' | 'person.replay' | 'person.saveFile' | 'person.erase'>

export type PersonNeeds = ReplayNeeds &
  PersonViewNeeds & {
    readonly personalDataAccess: PersonalDataAccess
    readonly dialogs: Pick<Dialogs, 'save'>
    readonly system: Pick<System, 'now'>
  }

export function personHandlers(needs: PersonNeeds): PersonHandlers {
  const { db, personalDataAccess, dialogs, system } = needs
  const now = () => system.now().toISOString()
  return {
    'person.view': ({ person }, { person: caller }) => personView(needs, person, caller),
    'person.replay': ({ attempt }) => attemptReplay(needs, attempt),
    'person.saveFile': async ({ person: id }, { person: caller }) => {
      const file = personalDataAccess.file(id, caller)
      const at = now()
      const path = await dialogs.save('personFile', localDay(system.now()))
      saveRecorded(db, path, `${JSON.stringify({ saved_at: at, ...file }, null, 2)}\n`, {
        act: 'person-exported',
        at,
        by: caller.id,
        detail: { person: id },
      })
      return { file: basename(path) }
    },
    'person.erase': ({ person, number }, { person: caller }) =>
      personalDataAccess.erase(person, number, caller, now()),
  }
}
