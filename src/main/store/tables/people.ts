import type { Role } from '../../../domain/records'
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

/** What somebody is called; `undefined` when there is nobody with this id. */
export const personName = (db: Pick<Database, 'prepare'>, id: string): string | undefined =>
  db.prepare('SELECT name FROM people WHERE id = ?').get<{ name: string }>(id)?.name
