import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { numberKey, type KnownPerson, type RosterPlan } from '../../../domain/records'
import { audit } from '../../records/audit'
import { atomically, type Database } from '../../records/libsql'

/** Everybody as the plan needs them, those who left as well. */
export const knownPeople = (db: Database): KnownPerson[] =>
  (
    db
      .prepare('SELECT id, number, name, team, site, manager_id AS managerId, role, left_at FROM people')
      .all() as (Omit<KnownPerson, 'left'> & { left_at: string | null })[]
  ).map(({ left_at, ...person }) => ({ ...person, left: left_at !== null }))

export interface ApplyOptions {
  /** Trainees who are not in the file are noted as having left. */
  readonly markLeft: boolean
  readonly at: string
  readonly by: string
  /** Runs inside the transaction, with the ids of those who came or changed. */
  readonly then?: (people: readonly string[]) => void
}

export interface Applied {
  readonly added: number
  readonly changed: number
  readonly left: number
}

const BATCH = 500

/**
 * Carries a plan out. The rows are laid down in a table that only this connection has and that is never on disk, a
 * batch at a time, so that the window answers meanwhile; then one transaction takes over all of it or nothing.
 */
export async function applyRoster(
  db: Database,
  plan: RosterPlan,
  { markLeft, at, by, then }: ApplyOptions,
): Promise<Applied> {
  db.pragma('temp_store = MEMORY')
  db.exec(`
    DROP TABLE IF EXISTS temp.roster;
    CREATE TEMP TABLE roster (id TEXT PRIMARY KEY, is_new INTEGER, number TEXT COLLATE NOCASE, name TEXT,
      team TEXT, has_team INTEGER, site TEXT, has_site INTEGER, manager TEXT COLLATE NOCASE, has_manager INTEGER);
    DROP TABLE IF EXISTS temp.roster_left;
    CREATE TEMP TABLE roster_left (id TEXT PRIMARY KEY);
  `)
  try {
    const rows = [
      ...plan.add.map((entry) => ({ id: randomUUID(), isNew: 1, entry })),
      ...plan.change.map(({ id, entry }) => ({ id, isNew: 0, entry })),
    ]
    const insert = db.prepare('INSERT INTO temp.roster VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    for (let from = 0; from < rows.length; from += BATCH) {
      atomically(db, () => {
        for (const { id, isNew, entry } of rows.slice(from, from + BATCH)) {
          const { number, name, team, site, manager } = entry
          insert.run(
            id,
            isNew,
            number,
            name,
            team ?? null,
            team === undefined ? 0 : 1,
            site ?? null,
            site === undefined ? 0 : 1,
            manager ? numberKey(manager) : null,
            manager === undefined ? 0 : 1,
          )
        }
      })
      await nextTurn()
    }
    const leaving = markLeft ? plan.missing : []
    const insertLeft = db.prepare('INSERT INTO temp.roster_left VALUES (?)')
    atomically(db, () => {
      for (const { id } of leaving) insertLeft.run(id)
    })
    const applied = { added: plan.add.length, changed: plan.change.length, left: leaving.length }
    atomically(db, () => {
      takeOver(db, at)
      then?.(rows.map(({ id }) => id))
      audit(db, at, by, 'roster-imported', {
        ...applied,
        refused: new Set(plan.faults.map(({ line }) => line)).size,
      })
    })
    return applied
  } finally {
    db.exec('DROP TABLE IF EXISTS temp.roster; DROP TABLE IF EXISTS temp.roster_left')
  }
}

function takeOver(db: Database, at: string): void {
  db.prepare(
    `INSERT INTO people (id, name, number, role, created_at, team, site)
     SELECT id, name, number, 'trainee', ?, team, site FROM temp.roster WHERE is_new = 1`,
  ).run(at)
  // Only what differs is written: each write to a name or a team also writes the index of texts.
  db.exec(`
    UPDATE people SET name = r.name FROM temp.roster r
      WHERE r.id = people.id AND r.is_new = 0 AND people.name <> r.name;
    UPDATE people SET team = r.team FROM temp.roster r
      WHERE r.id = people.id AND r.is_new = 0 AND r.has_team = 1 AND people.team IS NOT r.team COLLATE BINARY;
    UPDATE people SET site = r.site FROM temp.roster r
      WHERE r.id = people.id AND r.is_new = 0 AND r.has_site = 1 AND people.site IS NOT r.site COLLATE BINARY;
    UPDATE people SET left_at = NULL FROM temp.roster r
      WHERE r.id = people.id AND r.is_new = 0 AND people.left_at IS NOT NULL;
    UPDATE people SET manager_id = (SELECT m.id FROM people m WHERE m.number = r.manager) FROM temp.roster r
      WHERE r.id = people.id AND r.has_manager = 1;
  `)
  db.prepare('UPDATE people SET left_at = ? WHERE id IN (SELECT id FROM temp.roster_left)').run(at)
}
