import { randomUUID } from 'node:crypto'
import { numberKey, sameGroup, type KnownPerson, type RosterPlan } from '../../domain/records/index'
import { audit } from './tables/audit'
import { atomically, type Database } from './libsql'

/** Returns everybody as a plan needs them, including people who have left. */
export const knownPeople = (db: Database): KnownPerson[] =>
  db
    .prepare('SELECT id, number, name, email, team, site, manager_id AS managerId, role, left_at FROM people')
    .all<Omit<KnownPerson, 'left'> & { left_at: string | null }>()
    .map(({ left_at, ...person }) => ({ ...person, left: left_at !== null }))

export interface ApplyOptions {
  /** Marks trainees who are not in the file as having left. */
  readonly markLeft: boolean
  /** Marks trainees of whom the file says that they have left. */
  readonly markLeavers: boolean
  /** Takes back trainees who had left and are in the file. */
  readonly takeBack: boolean
  readonly at: string
  readonly by: string
  /** Called inside the transaction with the ids of all people who were added, came back, or changed team or site. */
  readonly afterwards?: (newcomers: readonly string[]) => void
}

export interface Applied {
  readonly added: number
  readonly changed: number
  readonly left: number
  readonly returned: number
}

/**
 * Carries out a plan in one transaction, completely or not at all. The connection must keep its temporary tables in
 * memory.
 */
export function applyRoster(
  db: Database,
  plan: RosterPlan,
  { markLeft, markLeavers, takeBack, at, by, afterwards }: ApplyOptions,
): Applied {
  const leaving = [...(markLeft ? plan.missing : []), ...(markLeavers ? plan.leaving : [])]
  const returning = takeBack ? plan.returning : []
  const applied = {
    added: plan.add.length,
    changed: plan.change.length,
    left: leaving.length,
    returned: returning.length,
  }
  const rows = [
    ...plan.add.map((entry) => ({ id: randomUUID(), isNew: 1, entry, comes: true })),
    ...plan.change.map(({ person, entry, changes }) => ({
      id: person.id,
      isNew: 0,
      entry,
      // Whoever stays where they were must not get back a course that was withdrawn from them.
      comes: changes.some(
        ({ field, before, after }) => (field === 'team' || field === 'site') && !sameGroup(before, after),
      ),
    })),
  ]
  atomically(db, () => {
    db.exec(`
      CREATE TEMP TABLE roster (id TEXT PRIMARY KEY, is_new INTEGER, number TEXT COLLATE NOCASE UNIQUE, name TEXT,
        email TEXT, has_email INTEGER, team TEXT, has_team INTEGER, site TEXT, has_site INTEGER, manager TEXT COLLATE NOCASE, has_manager INTEGER)
        WITHOUT ROWID;
      CREATE TEMP TABLE roster_left (id TEXT PRIMARY KEY);
      CREATE TEMP TABLE roster_back (id TEXT PRIMARY KEY);
    `)
    const insert = db.prepare('INSERT INTO temp.roster VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    for (const { id, isNew, entry } of rows) {
      const { number, name, email, team, site, manager } = entry
      insert.run(
        id,
        isNew,
        number,
        name,
        email ?? null,
        email === undefined ? 0 : 1,
        team ?? null,
        team === undefined ? 0 : 1,
        site ?? null,
        site === undefined ? 0 : 1,
        manager ? numberKey(manager) : null,
        manager === undefined ? 0 : 1,
      )
    }
    const insertLeft = db.prepare('INSERT INTO temp.roster_left VALUES (?)')
    for (const { id } of leaving) insertLeft.run(id)
    const insertBack = db.prepare('INSERT INTO temp.roster_back VALUES (?)')
    for (const { id } of returning) insertBack.run(id)
    const renamed = plan.change.filter(({ changes }) =>
      changes.some(({ field }) => field === 'name' || field === 'team'),
    ).length
    if (renamed > FEW) withoutIndexOfTexts(db, () => takeOver(db, at))
    else takeOver(db, at)
    afterwards?.([...new Set([...rows.filter(({ comes }) => comes), ...returning].map(({ id }) => id))])
    audit(db, at, by, 'roster-imported', {
      ...applied,
      refused: new Set(plan.faults.map(({ line }) => line)).size,
    })
    db.exec('DROP TABLE temp.roster; DROP TABLE temp.roster_left; DROP TABLE temp.roster_back')
  })
  return applied
}

/** With more new names or teams than this, writing the index of texts again is faster than changing it. */
const FEW = 1000

function withoutIndexOfTexts(db: Database, work: () => void): void {
  const { sql } = db
    .prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'people_text_update'")
    .get<{ sql: string }>()!
  db.exec('DROP TRIGGER people_text_update')
  work()
  // Deleting with `secure-delete` would wipe each row by itself. Merging the index at the end leaves no old letters,
  // either.
  db.exec(`
    INSERT INTO people_text (people_text, rank) VALUES ('secure-delete', 0);
    DELETE FROM people_text;
    INSERT INTO people_text (rowid, name, number, team)
      SELECT n.id, p.name, p.number, coalesce(p.team, '') FROM people_numbered n JOIN people p ON p.id = n.person_id;
    INSERT INTO people_text (people_text) VALUES ('optimize');
    INSERT INTO people_text (people_text, rank) VALUES ('secure-delete', 1);
  `)
  db.exec(sql)
}

/** A manager who is added by the same file is found among the new rows; the row exists when the statement ends. */
const MANAGER = `coalesce(
  (SELECT m.id FROM temp.roster m WHERE m.number = r.manager AND m.is_new = 1),
  (SELECT m.id FROM people m WHERE m.number = r.manager))`

function takeOver(db: Database, at: string): void {
  db.prepare(
    `INSERT INTO people (id, name, number, role, created_at, email, team, site, manager_id)
     SELECT id, name, number, 'trainee', ?, email, team, site, ${MANAGER} FROM temp.roster r WHERE is_new = 1`,
  ).run(at)
  // All columns change in one statement, so that copies of a person are written once. Its triggers skip unchanged
  // values.
  db.exec(`
    UPDATE people SET name = r.name, email = iif(r.has_email, r.email, people.email),
      team = iif(r.has_team, r.team, people.team),
      site = iif(r.has_site, r.site, people.site),
      manager_id = iif(r.has_manager, ${MANAGER}, people.manager_id)
    FROM temp.roster r WHERE r.id = people.id AND r.is_new = 0;
  `)
  db.prepare('UPDATE people SET left_at = ? WHERE id IN (SELECT id FROM temp.roster_left)').run(at)
  // People with a role can only be taken back by an administrator, whatever the plan says.
  db.exec(
    "UPDATE people SET left_at = NULL WHERE role = 'trainee' AND id IN (SELECT id FROM temp.roster_back)",
  )
}
