import { groupFault, nameFault, sameName, tidyName, type BundlePerson } from '../../domain/records/index'
import type { Database } from './libsql'
import { addTrainee } from './tables/people'

/** A number that belongs to differently named people on a device and in this installation. */
export interface Clash {
  readonly devicePerson: string
  readonly number: string
  readonly theirName: string
  readonly ourName: string
}

/** Tells whether the name, team and site that another installation gives a person can stand on our list. */
export const usable = ({ name, team, site }: BundlePerson): boolean =>
  nameFault(name) === undefined && [team, site].every((group) => !group || groupFault(group) !== 'unreadable')

const tidyGroup = (group: string | null): string | null => (group ? tidyName(group) : null)

/** Tidies the name, team and site of a person who comes from another installation. */
export const tidyPerson = (person: BundlePerson): BundlePerson => ({
  ...person,
  name: tidyName(person.name),
  team: tidyGroup(person.team),
  site: tidyGroup(person.site),
})

/**
 * Finds the person whom a device means. People are identified by their employee number, whatever id the device uses.
 */
export class DevicePeople {
  readonly #mapped
  readonly #byNumber
  readonly #byId
  readonly #map

  constructor(private readonly db: Database) {
    this.#mapped = db.prepare(
      `SELECT p.id, p.number FROM device_people d JOIN people p ON p.id = d.person_id
       WHERE d.device_id = ? AND d.device_person = ?`,
    )
    this.#byNumber = db.prepare('SELECT id, name FROM people WHERE number = ?')
    this.#byId = db.prepare('SELECT id, number FROM people WHERE id = ?')
    this.#map = db.prepare(
      'INSERT OR REPLACE INTO device_people (device_id, device_person, person_id) VALUES (?, ?, ?)',
    )
  }

  /**
   * @returns our id of the person; a clash that somebody has to settle; or `undefined` if this installation does not
   *   know the person
   */
  find(device: string, person: BundlePerson): string | Clash | undefined {
    const owner = this.#byNumber.get<{ id: string; name: string }>(person.number)
    const mapped = this.#mapped.get<{ id: string }>(device, person.id)
    if (mapped && (!owner || owner.id === mapped.id)) return mapped.id
    if (owner) {
      if (owner.id === person.id || sameName(owner.name, person.name)) return owner.id
      const { id: devicePerson, number, name: theirName } = person
      return { devicePerson, number, theirName, ourName: owner.name }
    }
    return this.#byId.get<{ id: string }>(person.id)?.id
  }

  /** Notes that the device's person is our person with this number, as somebody has decided. */
  settle(device: string, devicePerson: string, number: string): boolean {
    const owner = this.#byNumber.get<{ id: string }>(number)
    if (!owner) return false
    this.#map.run(device, devicePerson, owner.id)
    return true
  }

  /**
   * Adds a person from a device. Call it inside the transaction of the import.
   * @returns our id of the person
   */
  add(device: string, given: BundlePerson, site: string | null, at: string): string {
    const person = tidyPerson(given)
    addTrainee(this.db, { ...person, site: person.site ?? site }, at)
    this.#map.run(device, person.id, person.id)
    return person.id
  }
}

/** Returns our id of the person for whom a device uses this id. */
export const personOnDevice = (
  db: Pick<Database, 'prepare'>,
  device: string,
  devicePerson: string,
): string | undefined =>
  db
    .prepare('SELECT person_id FROM device_people WHERE device_id = ? AND device_person = ?')
    .get<{ person_id: string }>(device, devicePerson)?.person_id
