import { keepsRecords, numberKey } from '../../domain/records'
import type { Erased, PersonRecords } from '../store/person-records'
import { mayShowPersonalResults } from './privacy'
import type { Person, LocalRecords } from '../store/records'
import { Refused } from '../refused'
import type { EarlierResults } from './earlier-results'
import type { OrganisationStore } from './organisation'

export interface PersonalDataAccessNeeds {
  readonly store: Pick<LocalRecords, 'person'>
  readonly personRecords: Pick<PersonRecords, 'file' | 'erase'>
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly earlier: Pick<EarlierResults, 'state'>
}

/** Decides who may save a copy of the data about a person, and who may erase it. */
export class PersonalDataAccess {
  constructor(private readonly deps: PersonalDataAccessNeeds) {}

  /** @throws Refused when this caller may not have the file, or when part of it is closed to them */
  file(id: string, caller: Person): NonNullable<ReturnType<PersonRecords['file']>> {
    const { personRecords, earlier } = this.deps
    if (id !== caller.id) {
      if (!keepsRecords(caller.role)) throw new Refused('not-allowed', 'Only your own file is yours to save.')
      if (!mayShowPersonalResults(this.deps)) {
        throw new Refused('not-allowed', 'In pseudonymous mode each person saves their own file.')
      }
    } else if (earlier.state(id)?.closed) {
      throw new Refused('earlier-closed', 'What was done before the PIN was replaced is closed.')
    }
    const file = personRecords.file(id)
    if (!file) throw new Refused('not-found', 'There is no such person.')
    return file
  }

  /**
   * @param number the employee number of the person whom the caller means
   * @throws Refused if nobody may be erased
   */
  erase(id: string, number: string, caller: Person, at: string): Erased {
    const person = this.deps.store.person(id)
    const erased = person && this.#eraseAs(caller, person, number, at)
    if (!erased) throw new Refused('not-found', 'There is no such person.')
    return erased
  }

  #eraseAs(caller: Person, person: Person, number: string, at: string): Erased | undefined {
    if (numberKey(person.number) !== numberKey(number)) {
      throw new Refused('stale', 'This person has another employee number now.')
    }
    if (person.id === caller.id) {
      throw new Refused('not-allowed', 'Nobody erases themselves; ask another administrator.')
    }
    if (person.role === 'administrator' && caller.role !== 'administrator') {
      throw new Refused('not-allowed', 'An administrator can be erased only by another administrator.')
    }
    return this.deps.personRecords.erase(person.id, caller.id, at)
  }
}
