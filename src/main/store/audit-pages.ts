import type { Act, Role } from '../../domain/records'
import { containing } from './contains'
import type { Database } from './libsql'

export interface AuditFilter {
  readonly act: string | null
  /** A part of a name or an employee number. */
  readonly person: string
  /** Instants, ISO 8601 in UTC. The end is not included. */
  readonly from: string | null
  readonly to: string | null
  /** Entries of these acts are left out. */
  readonly without?: readonly Act[]
}

export interface AuditLine {
  readonly seq: number
  readonly at: string
  readonly act: string
  readonly detail: string
  /** `null` for the program itself. There is no name if the person was erased. */
  readonly personName: string | null
  readonly personNumber: string | null
  readonly personId: string | null
  /** The role of the person; `null` for the program itself and for a person who was erased. */
  readonly role: Role | null
}

/** Returns one page of the log, newest first, with entries before a number. */
export function auditPage(
  db: Database,
  { act, person, from, to, without = [] }: AuditFilter,
  before: number | null,
  limit: number,
): AuditLine[] {
  const where = ['1 = 1']
  const params: unknown[] = []
  const add = (condition: string, ...values: unknown[]) => {
    where.push(condition)
    params.push(...values)
  }
  if (before !== null) add('a.seq < ?', before)
  if (act !== null) add('a.act = ?', act)
  if (without.length > 0) add(`a.act NOT IN (${without.map(() => '?').join(', ')})`, ...without)
  if (from !== null) add('a.at >= ?', from)
  if (to !== null) add('a.at < ?', to)
  if (person.trim()) {
    const pattern = containing(person)
    add('a.person_id IN (SELECT id FROM people WHERE name GLOB ? OR number GLOB ?)', pattern, pattern)
  }
  return db
    .prepare(
      `SELECT a.seq, a.at, a.act, a.detail, a.person_id AS personId, p.name AS personName, p.number AS personNumber, p.role
       FROM audit a LEFT JOIN people p ON p.id = a.person_id
       WHERE ${where.join(' AND ')} ORDER BY a.seq DESC LIMIT ?`,
    )
    .all<AuditLine>(...params, limit)
}
