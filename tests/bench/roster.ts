/**
 * Compares importing a roster of 50,000 new rows, from the bytes of its file to the end of the transaction, with
 * inserting its rows.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { guessColumns } from '../../src/domain/records'
import { CACHE_KB } from '../../src/main/people/roster/roster-tasks'
import { databasePath, openDatabase } from '../../src/main/store/database'
import { openEncrypted, type Database } from '../../src/main/store/libsql'
import { RecordWorker } from '../../src/main/worker/client'
import { compare, takeTurns, time, type Measurement } from './measure'
import { orRefuse } from '../../src/main/refused'

const ROUNDS = { least: 3, most: 7 }
const PEOPLE = 50_000
const AT = '2026-01-05T09:00:00.000Z'
const COURSE = { id: 'onboarding', version: '1.0.0', hash: 'h', modules: 5 }
const HEADERS = ['Employee number', 'Name', 'Team', 'Site', 'Manager']
const FIRST = ['Aisha', 'Björn', 'Céline', 'Dalisay', 'Élodie', 'Inès', 'Kofi', 'Maïwenn', 'Sofía', 'Zoé']
const LAST = [
  'Adeyemi',
  'Cissé',
  'Díaz',
  'Fernández',
  'Joshi',
  'Lefèvre',
  'Müller',
  'Peña',
  'Santos',
  'Traoré',
]

interface Row {
  readonly number: string
  readonly name: string
  readonly team: string
  readonly site: string
  /** The number of this row's manager, who comes earlier in the file. */
  readonly manager: string
}

const rows: readonly Row[] = Array.from({ length: PEOPLE }, (_, i) => ({
  number: `EMP-${String(i).padStart(6, '0')}`,
  name: `${FIRST[i % 10]!} ${LAST[Math.floor(i / 10) % 10]!} ${(i * 7919) % PEOPLE}`,
  team: `Team ${i % 400}`,
  site: `Site ${i % 100}`,
  manager: i < 100 ? '' : `EMP-${String(i % 100).padStart(6, '0')}`,
}))
const csv = [
  HEADERS,
  ...rows.map(({ number, name, team, site, manager }) => [number, name, team, site, manager]),
]
  .map((cells) => cells.join(','))
  .join('\r\n')

/** Makes new records in which every newcomer gets one course. */
async function inNewRecords<R>(
  work: (folder: string, key: string, db: Database) => R | Promise<R>,
): Promise<R> {
  const folder = mkdtempSync(path.join(tmpdir(), 'htl-bench-'))
  const key = randomBytes(32).toString('hex')
  const { db } = openDatabase(folder, key, new Date(AT))
  try {
    db.prepare(
      "INSERT INTO assignment_rules (id, course, days, made_at, made_by) VALUES ('r', ?, 30, ?, 'x')",
    ).run(COURSE.id, AT)
    return await work(folder, key, db)
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function mustHold(db: Database): void {
  const count = (table: string) => (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n
  for (const table of ['people', 'standings', 'people_text']) {
    if (count(table) !== PEOPLE) throw new Error(`${count(table)} rows in ${table}.`)
  }
}

const ours = (root: string) =>
  inNewRecords(async (folder, key, db) => {
    const worker = new RecordWorker(
      path.join(root, 'out', 'main', 'worker.cjs'),
      { databasePath: databasePath(folder), databaseKey: key },
      (error) => console.error(error),
    )
    try {
      // The thread starts with its first task.
      const bytes = new Uint8Array(Buffer.from(csv))
      orRefuse(await worker.run('open-roster', { bytes: bytes.slice(0, csv.indexOf('\n', 400)) }))
      const reading = {}
      const mapping = guessColumns(HEADERS)
      const today = '2026-03-31'
      const preview = orRefuse(await worker.run('preview-roster', { bytes, reading, mapping, today }))
      const start = performance.now()
      orRefuse(
        await worker.run('apply-roster', {
          bytes,
          reading,
          mapping,
          today,
          plan: preview.plan,
          databasePath: databasePath(folder),
          databaseKey: key,
          courses: [COURSE],
          onlyGood: false,
          markLeft: false,
          markLeavers: false,
          takeBack: false,
          at: AT,
          by: 'x',
        }),
      )
      const ms = performance.now() - start
      mustHold(db)
      return ms
    } finally {
      await worker.close()
    }
  })

const bare = () =>
  inNewRecords((folder, key) => {
    const db = openEncrypted(databasePath(folder), key)
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('temp_store = MEMORY')
    db.pragma(`cache_size = -${CACHE_KB}`)
    const ids = new Map(rows.map(({ number }) => [number, randomUUID()]))
    // Inserting the sort names here keeps the triggers from writing each row a second time.
    const plain = new Map(
      rows.map(({ number, name }) => [number, name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()]),
    )
    const person = db.prepare(
      `INSERT INTO people (id, name, number, role, created_at, team, site, manager_id)
       VALUES (?, ?, ?, 'trainee', ?, ?, ?, ?)`,
    )
    const standing = db.prepare(
      `INSERT INTO standings (person_id, sort_name, number, team, site,
         course, course_version, course_hash, modules, assigned_at, assigned_by, due_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    const { id: course, version, hash, modules } = COURSE
    const ms = time(
      db.transaction(() => {
        for (const { number, name, team, site, manager } of rows) {
          const id = ids.get(number)
          person.run(id, name, number, AT, team, site, ids.get(manager) ?? null)
          standing.run(
            id,
            plain.get(number),
            number,
            team,
            site,
            course,
            version,
            hash,
            modules,
            AT,
            'rule:r',
            AT,
          )
        }
      }),
    )
    mustHold(db)
    db.close()
    return ms
  })

/**
 * Compares the whole import in the real worker with one INSERT for each row, with the same settings, in one
 * transaction.
 */
export async function measureRoster(root: string, limit: number): Promise<Measurement> {
  const values = await takeTurns({ bare, ours: () => ours(root) }, ROUNDS)
  const note = `${PEOPLE} new people and as many assignments`
  return compare('a roster of 50,000 new rows / their inserts', values, 'ms', limit, note)
}
