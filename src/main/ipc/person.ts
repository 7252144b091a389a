import { numberKey } from '../../domain/records'
import { basename } from 'node:path'
import { parseScenario } from '../../domain/scenario/parse'
import { firstNameOf } from '../learn/attempts'
import { scoresByPerson } from '../records/privacy'
import { saveRecorded } from '../records/recorded-file'
import { personView } from '../records/person-view'
import { checkAttempt } from '../records/signed-attempt'
import { localDay } from '../local-day'
import { Refused } from '../refused'
import type { Services } from '../services'
import type { Handlers } from './answer'

type PersonHandlers = Pick<Handlers, 'person.view' | 'person.replay' | 'person.saveFile' | 'person.erase'>

const RECORD_KEEPERS: readonly string[] = ['hr', 'administrator']

export function personHandlers(services: Services): PersonHandlers {
  const { db, store, seals, personRecords, around, organisation } = services
  const now = () => around.now().toISOString()
  return {
    'person.view': ({ person }, { person: caller }) => personView(services, person, caller!),
    'person.replay': ({ attempt: id }) => {
      if (!scoresByPerson(services)) {
        throw new Refused('not-allowed', 'In pseudonymous mode nobody sees the answers of one person.')
      }
      const attempt = store.attempt(id)
      const person = attempt && store.person(attempt.personId)
      if (!attempt || !person) throw new Refused('not-found', 'There is no such attempt.')
      const copy = store.scenarioCopy(attempt.scenarioHash)
      const parsed = parseScenario(copy?.content ?? '')
      if (!copy || !parsed.ok) {
        throw new Refused(
          'scenario-invalid',
          `The copy of ‘${attempt.scenario}’ that was played can’t be read.`,
        )
      }
      const verdict = attempt.endedAt
        ? (checkAttempt(db, seals(), id) ?? { integrity: 'altered' as const, alteration: 'record' as const })
        : { integrity: 'open' as const, alteration: null }
      return {
        attempt: {
          id,
          course: attempt.course,
          mode: attempt.mode,
          scenario: parsed.scenario,
          log: store.log(id),
          ended: attempt.endedAt !== null,
          trainee: firstNameOf(person),
          organisation: organisation.name() ?? '',
        },
        personName: person.name,
        personNumber: person.number,
        startedAt: attempt.startedAt,
        endedAt: attempt.endedAt,
        scenarioVersion: copy.version,
        integrity: verdict.integrity,
        alteration: verdict.alteration,
      }
    },
    'person.saveFile': async ({ person: id }, { person: caller }) => {
      if (id !== caller!.id) {
        if (!RECORD_KEEPERS.includes(caller!.role)) {
          throw new Refused('not-allowed', 'Only your own file is yours to save.')
        }
        if (!scoresByPerson(services)) {
          throw new Refused('not-allowed', 'In pseudonymous mode each person saves their own file.')
        }
      }
      if (id === caller!.id && services.earlier.state(id)?.closed) {
        throw new Refused('earlier-closed', 'What was done before the PIN was replaced is closed.')
      }
      const file = personRecords.file(id)
      if (!file) throw new Refused('not-found', 'There is no such person.')
      const at = now()
      const path = await services.dialogs.save('personFile', localDay(around.now()))
      saveRecorded(db, path, `${JSON.stringify({ saved_at: at, ...file }, null, 2)}\n`, {
        act: 'person-exported',
        at,
        by: caller!.id,
        detail: { person: id },
      })
      return { file: basename(path) }
    },
    'person.erase': ({ person: id, number }, caller) => {
      const person = store.person(id)
      if (!person) throw new Refused('not-found', 'There is no such person.')
      if (numberKey(person.number) !== numberKey(number)) {
        throw new Refused('stale', 'This person has another employee number now.')
      }
      if (id === caller.person!.id) {
        throw new Refused('not-allowed', 'Nobody erases themselves; ask another administrator.')
      }
      if (person.role === 'administrator' && caller.person!.role !== 'administrator') {
        throw new Refused('not-allowed', 'An administrator can be erased only by another administrator.')
      }
      return personRecords.erase(id, caller.person!.id, now())!
    },
  }
}
