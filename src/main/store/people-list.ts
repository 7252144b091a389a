import { randomUUID } from 'node:crypto'
import type { PeopleFilter, StandingStatus } from '../../domain/records/index'
import { Refused } from '../refused'
import { audit } from './tables/audit'
import { personCondition, type Condition } from './filter-sql'
import { atomically, type Database } from './libsql'
import { statusRank, statusSql } from './standing-status'
import type { Person } from './records'

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly email: string | null
  readonly role: Person['role']
  readonly team: string | null
  readonly site: string | null
  readonly manager: string | null
  readonly managerNumber: string | null
  readonly leftAt: string | null
}

export type PeopleOrder = 'name' | 'number' | 'team' | 'site' | 'role'

/** The fields of the form for one person. */
export interface PersonForm {
  readonly name: string
  readonly number: string
  readonly email: string | null
  readonly role: Person['role']
  readonly team: string | null
  readonly site: string | null
  /** The manager's employee number. */
  readonly manager: string | null
  readonly left: boolean
}

const COLUMNS = `p.id, p.name, p.number, p.email, p.role, p.team, p.site, p.left_at AS leftAt,
  m.name AS manager, m.number AS managerNumber`

/** Each order ends in the id, so that it is complete and pages don't overlap. */
const ORDERS: Readonly<Record<PeopleOrder, string>> = {
  name: 'p.sort_name, p.id',
  number: 'p.number, p.id',
  team: 'p.team IS NULL, p.team, p.sort_name, p.id',
  site: 'p.site IS NULL, p.site, p.sort_name, p.id',
  role: `CASE p.role WHEN 'administrator' THEN 0 WHEN 'hr' THEN 1 WHEN 'trainer' THEN 2 ELSE 3 END,
    p.sort_name, p.id`,
}

/** Builds a condition over `people p` from a filter of people. */
export function peopleCondition(filter: PeopleFilter): Condition {
  const { where, params } = personCondition(filter)
  const roles = filter.roles.length > 0 ? ` AND p.role IN (${filter.roles.map(() => '?').join(', ')})` : ''
  const left = filter.left ? 'p.left_at IS NOT NULL' : 'p.left_at IS NULL'
  return { where: `${left} AND ${where}${roles}`, params: [...params, ...filter.roles] }
}

/** Reads, adds and changes people. Their secrets are kept elsewhere. */
export class PeopleStore {
  constructor(private readonly db: Database) {}

  count(filter: PeopleFilter): number {
    const { where, params } = peopleCondition(filter)
    return this.db.prepare(`SELECT count(*) AS n FROM people p WHERE ${where}`).get<{ n: number }>(...params)!
      .n
  }

  list(filter: PeopleFilter, order: PeopleOrder, offset: number, limit: number): PersonRow[] {
    const { where, params } = peopleCondition(filter)
    // The page is cut out before the managers are looked up.
    return this.db
      .prepare(
        `SELECT ${COLUMNS} FROM
           (SELECT * FROM people p WHERE ${where} ORDER BY ${ORDERS[order]} LIMIT ? OFFSET ?) p
         LEFT JOIN people m ON m.id = p.manager_id ORDER BY ${ORDERS[order]}`,
      )
      .all<PersonRow>(...params, limit, offset)
  }

  /**
   * Returns the status of people in each of their courses, most urgent first. Nobody who has left is late.
   * @param named false in pseudonymous mode, in which HR may not see that one person failed
   */
  courses(
    people: readonly string[],
    now: string,
    named: boolean,
  ): Map<string, { course: string; status: StandingStatus }[]> {
    const left = 'p.left_at IS NOT NULL'
    const rows = this.db
      .prepare(
        `SELECT s.person_id AS person, s.course, ${statusSql(now, named, left)} AS status
         FROM standings s JOIN people p ON p.id = s.person_id
         WHERE s.person_id IN (SELECT value FROM json_each(?))
         ORDER BY s.person_id, ${statusRank(now, named, left)}, s.course`,
      )
      .all<{ person: string; course: string; status: StandingStatus }>(JSON.stringify(people))
    const found = new Map<string, { course: string; status: StandingStatus }[]>()
    for (const { person, ...entry } of rows) found.set(person, [...(found.get(person) ?? []), entry])
    return found
  }

  one(id: string): PersonRow {
    const row = this.db
      .prepare(`SELECT ${COLUMNS} FROM people p LEFT JOIN people m ON m.id = p.manager_id WHERE p.id = ?`)
      .get<PersonRow>(id)
    if (!row) throw new Refused('not-found', 'There is no such person.')
    return row
  }

  /** Returns all teams and sites that people have, in order. */
  groups(): { teams: string[]; sites: string[] } {
    const distinct = (column: 'team' | 'site') =>
      this.db
        .prepare(`SELECT DISTINCT ${column} AS value FROM people WHERE ${column} <> '' ORDER BY ${column}`)
        .all<{ value: string }>()
        .map(({ value }) => value)
    return { teams: distinct('team'), sites: distinct('site') }
  }

  #manager(person: string | undefined, number: string | null): string | null {
    if (number === null) return null
    const found = this.db.prepare('SELECT id FROM people WHERE number = ?').get<{ id: string }>(number)
    if (!found) throw new Refused('manager-unknown', `Nobody has the employee number ‘${number}’.`)
    const upwards = this.db
      .prepare(
        `WITH RECURSIVE up (id) AS (
           SELECT ? UNION SELECT p.manager_id FROM people p JOIN up ON up.id = p.id WHERE p.manager_id IS NOT NULL)
         SELECT 1 FROM up WHERE id = ?`,
      )
      .get(found.id, person ?? '')
    if (upwards) throw new Refused('manager-cycle', 'This person would be their own manager’s manager.')
    return found.id
  }

  #holdsLastKey(id: string): boolean {
    const row = this.db
      .prepare(
        `SELECT count(*) AS n FROM people WHERE role = 'administrator' AND left_at IS NULL AND id <> ?`,
      )
      .get<{ n: number }>(id)!
    return row.n === 0
  }

  /** Lets HR write trainees only. Administrators may write everybody. */
  #mayWrite(by: Person, before: PersonRow | undefined, form: PersonForm): void {
    if (by.role === 'administrator') return
    if ((before?.role ?? 'trainee') === 'trainee' && form.role === 'trainee') return
    throw new Refused('not-allowed', 'Only an administrator gives or changes a role.')
  }

  add(form: PersonForm, at: string, by: Person): PersonRow {
    this.#mayWrite(by, undefined, form)
    const id = randomUUID()
    atomically(this.db, () => {
      this.#write(undefined, id, form, at, by.id)
      audit(this.db, at, by.id, 'person-added', { person: id, role: form.role })
    })
    return this.one(id)
  }

  change(id: string, form: PersonForm, at: string, by: Person): PersonRow {
    const before = this.one(id)
    this.#mayWrite(by, before, form)
    const loses =
      before.role === 'administrator' &&
      before.leftAt === null &&
      (form.role !== 'administrator' || form.left)
    if (loses && this.#holdsLastKey(id)) {
      throw new Refused('last-administrator', 'Somebody must stay administrator. Make another one first.')
    }
    if (form.left && id === by.id) throw new Refused('not-allowed', 'Somebody else must note that you left.')
    atomically(this.db, () => {
      this.#write(before, id, form, at, by.id)
      const fields = (['name', 'number', 'email', 'role', 'team', 'site'] as const).filter(
        (key) => before[key] !== form[key],
      )
      const others = [
        ...(before.managerNumber === form.manager ? [] : ['manager']),
        ...((before.leftAt !== null) === form.left ? [] : [form.left ? 'left' : 'returned']),
      ]
      audit(this.db, at, by.id, 'person-changed', { person: id, fields: [...fields, ...others] })
    })
    return this.one(id)
  }

  #write(before: PersonRow | undefined, id: string, form: PersonForm, at: string, by: string): void {
    const taken = this.db.prepare('SELECT id FROM people WHERE number = ? AND id <> ?').get(form.number, id)
    if (taken) throw new Refused('already-exists', 'Somebody else has this employee number.')
    const manager = this.#manager(before && id, form.manager)
    const left = form.left ? (before?.leftAt ?? at) : null
    this.db
      .prepare(
        `INSERT INTO people (id, name, number, email, role, created_at, team, site, manager_id, left_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, number = excluded.number, email = excluded.email, role = excluded.role,
           team = excluded.team, site = excluded.site, manager_id = excluded.manager_id, left_at = excluded.left_at`,
      )
      .run(id, form.name, form.number, form.email, form.role, at, form.team, form.site, manager, left)
    if (before && before.role !== form.role) {
      // A trainee's secret must not open the records. It is kept as an earlier secret, so that it can still open the
      // results from before the change of role.
      this.db
        .prepare(
          `INSERT INTO earlier_secrets (person_id, hash, opens_from, replaced_at, replaced_by)
           SELECT person_id, hash, opens_from, ?, ? FROM secrets WHERE person_id = ? AND hash <> '' AND must_change = 0`,
        )
        .run(at, by, id)
      this.db.prepare('DELETE FROM secrets WHERE person_id = ?').run(id)
    }
  }
}
