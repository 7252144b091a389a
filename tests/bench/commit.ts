import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { Attempts } from '../../src/main/learn/attempts'
import { Library } from '../../src/main/library/library'
import { openDatabase } from '../../src/main/store/database'
import { openEncrypted } from '../../src/main/store/libsql'
import { LocalRecords, type Person } from '../../src/main/store/records'
import { bigScenario } from './big-scenario'
import { compare, median, takeTurns, time, type Measurement } from './measure'

const ROUNDS = { least: 9, most: 40 }
const ATTEMPTS = 4
/** A long attempt has this many decisions. */
const DECISIONS = 25

/** Makes a library whose course has one scenario to practise, in which `ask` can be decided that often. */
function libraryIn(folder: string): Library {
  mkdirSync(path.join(folder, 'courses'))
  const big = bigScenario(DECISIONS + 10)
  for (const id of ['big', 'assessed']) {
    writeFileSync(path.join(folder, `${id}.scenario.json`), JSON.stringify({ ...big, id }))
  }
  const title = { en: 'One', fr: 'Un' }
  const course = {
    format: 3,
    id: 'one',
    version: '1.0.0',
    title,
    summary: title,
    modules: ['assessed'],
    practice: ['big'],
    rule: { kind: 'fixed', hitRate: 1, falseAlarmRate: 0, reportShare: 0 },
    rounds: { most: 100, days: 30 },
    certificate: { title: title, validMonths: 6 },
  }
  writeFileSync(path.join(folder, 'courses', 'one.course.json'), JSON.stringify(course))
  return new Library(folder)
}

/** Inserts the same row into a table of the same shape, on the same disk, through libsql alone. */
function bareInsert(folder: string, key: string): { insert: (seq: number) => void; close: () => void } {
  const db = openEncrypted(path.join(folder, 'bare.db'), key)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.exec(`
    CREATE TABLE attempts (id TEXT PRIMARY KEY) STRICT;
    CREATE TABLE decisions (
      attempt_id TEXT NOT NULL REFERENCES attempts (id), seq INTEGER NOT NULL, kind TEXT NOT NULL,
      event TEXT NOT NULL, at TEXT NOT NULL, elapsed_ms INTEGER NOT NULL, PRIMARY KEY (attempt_id, seq)
    ) STRICT, WITHOUT ROWID;`)
  const attempt = randomUUID()
  db.prepare('INSERT INTO attempts (id) VALUES (?)').run(attempt)
  const statement = db.prepare(
    'INSERT INTO decisions (attempt_id, seq, kind, event, at, elapsed_ms) VALUES (?, ?, ?, ?, ?, ?)',
  )
  return {
    insert: (seq) => void statement.run(attempt, seq, 'decision', 'ask', '2026-01-05T09:00:00.000Z', 1200),
    close: () => db.close(),
  }
}

/** Compares one decision, as main commits it, with inserting its row alone. */
export async function measureCommit(limit: number, rounds = ROUNDS): Promise<Measurement> {
  const folder = mkdtempSync(path.join(tmpdir(), 'htl-bench-'))
  const key = randomBytes(32).toString('hex')
  const { db } = openDatabase(path.join(folder, 'records'), key, new Date())
  const store = new LocalRecords(db)
  const bare = bareInsert(folder, key)
  try {
    const attempts = new Attempts(
      store,
      libraryIn(folder),
      {
        now: () => new Date(),
        ticks: () => performance.now(),
        uuid: randomUUID,
        randomBytes: (count) => new Uint8Array(randomBytes(count)),
      },
      () => 'Bench',
      () => 'en',
    )
    const person: Person = { id: randomUUID(), name: 'Ana Duarte', number: 'E-1', role: 'trainee' }
    store.addPerson(person, new Date().toISOString(), 'Bench')
    const rows = ATTEMPTS * DECISIONS
    let written = 0
    // Each one is timed by itself: when other programs keep the processors busy, they interrupt some of them for longer
    // than all the others take together, and more of those that compute more.
    const turn = {
      bare: () => median(Array.from({ length: rows }, () => time(() => bare.insert((written += 1))))),
      ours: () => {
        const start = () => attempts.start(person, 'one', 'big', 'practice').id
        const begun = Array.from({ length: ATTEMPTS }, start)
        const each = begun.flatMap((id) =>
          Array.from({ length: DECISIONS }, (_, n) =>
            time(() => attempts.commit(person, id, n + 1, 'decision', 'ask')),
          ),
        )
        if (begun.some((id) => store.log(id).length !== DECISIONS)) throw new Error('Decisions are missing.')
        return median(each)
      },
    }
    const values = await takeTurns(turn, rounds)
    const note = `${written} decisions in attempts of ${DECISIONS}, each on disk before the next`
    return compare('one committed decision / the row alone', values, 'ms', limit, note)
  } finally {
    bare.close()
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
