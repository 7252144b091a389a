/**
 * Compares a CSV file of all attempts, as the application writes it, with `sqlite3 -csv` on a copy without encryption.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Library } from '../../src/main/library/library'
import { openDatabase } from '../../src/main/store/database'
import type { Database } from '../../src/main/store/libsql'
import { Seals } from '../../src/main/evidence/seal'
import { sealedTextSql } from '../../src/main/store/sealed'
import type { Once } from './export-once'
import { fillRecords, LARGE } from './fill'
import { compare, nearer, takeTurns, time, type Measurement, type Turns } from './measure'

const ROUNDS = { least: 3, most: 7 }
/** The share of its time that sqlite3 has a processor if it need not wait for one. */
const ALONE = 0.9

/** Selects the same columns of the same rows in the same order, without protecting cells or checking rows. */
const BARE = `SELECT a.id, p.name, p.number, p.team, p.site, a.course, a.course_version, a.round, a.mode, a.scenario,
  s.version, a.scenario_hash, a.truth, a.channel, a.locale, a.started_at, a.ended_at, a.set_aside_at, a.earned,
  a.possible, CAST(a.earned * 1.0 / a.possible * 100 + 0.5 AS INTEGER), a.passed, a.disposition, a.outcome, a.critical,
  a.scoring_version, a.device, a.seal IS NOT NULL
  FROM attempts a JOIN people p ON p.id = a.person_id JOIN scenarios s ON s.hash = a.scenario_hash ORDER BY a.rowid`

/** Seals every finished attempt, as in a real installation. */
function sealAll(db: Database, secret: string): void {
  const seals = new Seals(secret, new Date(0).toISOString())
  const part = db.prepare(
    `SELECT a.rowid AS n, ${sealedTextSql('a')} AS text FROM attempts a WHERE a.rowid > ? ORDER BY a.rowid LIMIT 5000`,
  )
  const seal = db.prepare('UPDATE attempts SET seal = ? WHERE rowid = ?')
  db.transaction(() => {
    for (let last = 0; ;) {
      const rows = part.all(last) as { n: number; text: string }[]
      if (rows.length === 0) return
      for (const { n, text } of rows) seal.run(seals.of(text), n)
      last = rows[rows.length - 1]!.n
    }
  })()
  db.pragma('wal_checkpoint(TRUNCATE)')
}

function copyOpen(db: Database, file: string): void {
  db.exec(`ATTACH '${file.replaceAll("'", "''")}' AS plain KEY ''`)
  for (const table of ['attempts', 'people', 'scenarios']) {
    db.exec(`CREATE TABLE plain.${table} AS SELECT * FROM main.${table} ORDER BY rowid`)
  }
  db.exec(`CREATE UNIQUE INDEX plain.person ON people (id); CREATE UNIQUE INDEX plain.scenario ON scenarios (hash);
    ANALYZE plain; DETACH plain`)
}

function filled(root: string, folder: string, key: string, size: typeof LARGE): Database {
  mkdirSync(folder)
  const now = new Date()
  const { db } = openDatabase(folder, key, now)
  fillRecords(db, new Library(path.join(root, 'scenarios')), size, now)
  sealAll(db, key)
  return db
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Reads the last line that `times` of a shell prints, the user and system time of its children, as milliseconds. */
function childrenMs(printed: string): number {
  const times = [
    ...printed
      .trimEnd()
      .split('\n')
      .at(-1)!
      .matchAll(/(\d+)m([\d.]+)s/g),
  ]
  if (times.length !== 2) throw new Error(`The shell tells no times: ${printed}`)
  return sum(times.map(([, minutes, seconds]) => (Number(minutes) * 60 + Number(seconds)) * 1000))
}

/** @param limits for the time, and for the peak of memory compared with a tenth of the rows */
export async function measureExport(
  root: string,
  limits: { export: number; exportMemory: number },
): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'htl-bench-'))
  const key = randomBytes(32).toString('hex')
  const at = (name: string) => path.join(folder, name)
  const tsx = createRequire(__filename).resolve('tsx/cli')
  const ours = (records: string): Once => {
    const args = [tsx, path.join(__dirname, 'export-once.ts'), at(records), key, at('ours.csv')]
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    for (const name of readdirSync(folder).filter((file) => file.startsWith('ours.csv'))) rmSync(at(name))
    if (status !== 0 || !stdout) throw new Error(`The export ended with ${status}: ${stderr}`)
    return JSON.parse(stdout) as Once
  }
  /** Returns the processor's time in milliseconds. */
  const bare = (): number => {
    const out = openSync(at('bare.csv'), 'w')
    const { status, error, stderr } = spawnSync(
      'sh',
      ['-c', 'sqlite3 "$@" && times >&2', 'sh', '-csv', at('plain.db'), BARE],
      { encoding: 'utf8', stdio: ['ignore', out, 'pipe'] },
    )
    closeSync(out)
    if (status !== 0) throw new Error(`sqlite3 ended with ${status}: ${error?.message ?? stderr}`)
    return childrenMs(stderr)
  }
  try {
    const db = filled(root, at('all'), key, LARGE)
    copyOpen(db, at('plain.db'))
    db.close()
    filled(root, at('tenth'), key, {
      ...LARGE,
      people: LARGE.people / 10,
      attempts: LARGE.attempts / 10,
    }).close()
    const peaks = { ours: [] as number[], bare: [] as number[] }
    const processor = { ours: [] as number[], bare: [] as number[] }
    let rows = 0
    const turn = {
      bare: () => {
        peaks.bare.push(ours('tenth').peakMb)
        return time(() => processor.bare.push(bare() / 1000)) / 1000
      },
      ours: () => {
        const all = ours('all')
        if (all.rows < LARGE.attempts || all.progress < 10)
          throw new Error(`Only ${all.rows} rows were written.`)
        rows = all.rows
        peaks.ours.push(all.peakMb)
        processor.ours.push(all.processorMs / 1000)
        return all.ms / 1000
      },
    }
    const waited = await takeTurns(turn, ROUNDS)
    const alone = sum(processor.bare) >= sum(waited.bare) * ALONE
    const rate = (seconds: number) => `${Math.round(rows / seconds / 1000)},000 rows a second`
    const quickest = (values: readonly number[]) => rate(Math.min(...values))
    const compared = (times: Turns, measure: string) =>
      compare(
        `CSV of ${rows.toLocaleString('en')} attempts / sqlite3 -csv, open`,
        times,
        's',
        limits.export,
        `${quickest(times.ours)}, every seal checked; sqlite3 ${quickest(times.bare)}${measure}`,
      )
    return [
      alone
        ? compared(waited, '')
        : nearer(
            compared(waited, '; a busy machine: the time that passes'),
            compared(processor, '; a busy machine: the time of the processors'),
          ),
      compare('peak memory of it / of a tenth of the rows', peaks, 'MB', limits.exportMemory),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
