import type { AttemptReplay } from '../../bridge/channels'
import { parseScenario } from '../../domain/scenario/parse'
import { firstNameOf, scoringOf } from '../learn/attempts'
import type { OrganisationStore } from '../people/organisation'
import { Refused } from '../refused'
import type { Database } from '../store/libsql'
import { mayShowPersonalResults } from '../people/privacy'
import type { Seals } from '../evidence/seal'
import { checkAttempt } from '../evidence/signed-attempt'
import type { LocalRecords } from '../store/records'

export interface ReplayNeeds {
  readonly db: Database
  readonly store: Pick<LocalRecords, 'attempt' | 'attemptSummary' | 'person' | 'scenarioCopy' | 'log'>
  readonly seals: () => Seals
  readonly organisation: Pick<OrganisationStore, 'name' | 'settings'>
}

/**
 * Returns an attempt with the scenario as it was played, and the result of checking it.
 * @throws Refused `not-allowed` in pseudonymous mode, `not-found`, `scenario-invalid`
 */
export function attemptReplay(needs: ReplayNeeds, id: string): AttemptReplay {
  const { db, store, seals, organisation } = needs
  if (!mayShowPersonalResults(needs)) {
    throw new Refused('not-allowed', 'In pseudonymous mode nobody sees the answers of one person.')
  }
  const attempt = store.attempt(id)
  const person = attempt && store.person(attempt.personId)
  if (!attempt || !person) throw new Refused('not-found', 'There is no such attempt.')
  const copy = store.scenarioCopy(attempt.scenarioHash)
  const parsed = parseScenario(copy?.content ?? '')
  if (!copy || !parsed.ok) {
    throw new Refused('scenario-invalid', `The copy of ‘${attempt.scenario}’ that was played can’t be read.`)
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
      seed: attempt.seed,
      ended: attempt.endedAt !== null,
      scoring: scoringOf(store, id),
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
}
