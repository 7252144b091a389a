import type { BundlePerson, Role } from '../../../domain/records'
import type { Database } from '../libsql'

/** A row of `people`. */
export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly role: Person['role']
  readonly created_at: string
  readonly team: string | null
  readonly site: string | null
  readonly manager_id: string | null
  readonly left_at: string | null
  readonly sort_name: string
  readonly email: string | null
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly role: Role
}

export const toPerson = ({ id, name, number, role }: Pick<PersonRow, keyof Person>): Person => ({
  id,
  name,
  number,
  role,
})

/** Returns a person's name; `undefined` when there is nobody with this id. */
export const personName = (db: Pick<Database, 'prepare'>, id: string): string | undefined =>
  db.prepare('SELECT name FROM people WHERE id = ?').get<{ name: string }>(id)?.name

/** Tells whether a person is noted as having left. */
export const hasLeft = (db: Pick<Database, 'prepare'>, id: string): boolean =>
  db.prepare('SELECT 1 FROM people WHERE id = ? AND left_at IS NOT NULL').get(id) !== undefined

const BUNDLE_COLUMNS = 'id, name, number, team, site'

type BundlePersonRow = Pick<PersonRow, keyof BundlePerson>

/** Copies the row to a plain object, so that it can be signed and compared. */
const toBundlePerson = ({ id, name, number, team, site }: BundlePersonRow): BundlePerson => ({
  id,
  name,
  number,
  team,
  site,
})

/** Returns a person in the form that bundles use. */
export function bundlePerson(db: Pick<Database, 'prepare'>, id: string): BundlePerson | undefined {
  const row = db.prepare(`SELECT ${BUNDLE_COLUMNS} FROM people WHERE id = ?`).get<BundlePersonRow>(id)
  return row && toBundlePerson(row)
}

/** Returns the trainees who have not left, by number. */
export const traineesHere = (db: Pick<Database, 'prepare'>): BundlePerson[] =>
  db
    .prepare(
      `SELECT ${BUNDLE_COLUMNS} FROM people WHERE role = 'trainee' AND left_at IS NULL ORDER BY number`,
    )
    .all<BundlePersonRow>()
    .map(toBundlePerson)

/** Tells whether this id or this number is taken. */
export const isOnTheList = (
  db: Pick<Database, 'prepare'>,
  { id, number }: Pick<BundlePerson, 'id' | 'number'>,
): boolean => db.prepare('SELECT 1 FROM people WHERE number = ? OR id = ?').get(number, id) !== undefined

export function addTrainee(db: Pick<Database, 'prepare'>, person: BundlePerson, at: string): void {
  db.prepare(
    "INSERT INTO people (id, name, number, role, team, site, created_at) VALUES (?, ?, ?, 'trainee', ?, ?, ?)",
  ).run(person.id, person.name, person.number, person.team, person.site, at)
}

/** Returns a person’s e-mail address in small letters, as platforms compare it; `null` if none is known. */
export const emailOf = (db: Pick<Database, 'prepare'>, id: string): string | null =>
  db
    .prepare('SELECT email FROM people WHERE id = ?')
    .get<Pick<PersonRow, 'email'>>(id)
    ?.email?.toLowerCase() ?? null

/** Returns a person with the name of their manager. */
export const personWithManager = (
  db: Pick<Database, 'prepare'>,
  id: string,
): (PersonRow & { readonly manager: string | null }) | undefined =>
  db
    .prepare(
      'SELECT p.*, m.name AS manager FROM people p LEFT JOIN people m ON m.id = p.manager_id WHERE p.id = ?',
    )
    .get<PersonRow & { readonly manager: string | null }>(id)
