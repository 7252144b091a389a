/** Compares the Records page for a large organisation with the same SQL through libsql alone. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EVERYTHING, type RecordFilter } from '../../src/domain/records'
import { channels } from '../../src/bridge/channels'
import { answer, type Caller, type Handlers } from '../../src/main/ipc/answer'
import { completionHandlers, type CompletionNeeds } from '../../src/main/ipc/completion'
import { Library } from '../../src/main/library/library'
import { OrganisationStore } from '../../src/main/people/organisation'
import { databasePath, openDatabase } from '../../src/main/store/database'
import { openEncrypted, type Database } from '../../src/main/store/libsql'
import { Seals } from '../../src/main/evidence/seal'
import { figuresQuery, standingPageQuery, type Query } from '../../src/main/store/standing-pages'
import { RecordWorker } from '../../src/main/worker/client'
import { fillRecords, LARGE } from './fill'
import { compare, takeTurns, time, type Measurement } from './measure'

/** Measurements of a millisecond have many rounds, and those of hundreds have few. */
const ROUNDS = {
  first: { least: 60, most: 600, warmUp: 20 },
  filtered: { least: 15, most: 60, warmUp: 5 },
  figures: { least: 9, most: 40, warmUp: 3 },
}
const LIMIT = 50
/** The first page must be there within this many milliseconds on the measuring machine. */
const FIRST_PAGE_MS = 100
/** Walking through everything may add this many megabytes: the page caches of two connections, and garbage of V8. */
const MEMORY_MB = 160

const filterOf = (over: Partial<RecordFilter>): RecordFilter => ({ ...EVERYTHING, ...over })
const FILTERED = filterOf({ sites: ['Manila', 'Lagos'], statuses: ['late'] })
const NAME = { by: 'name', descending: false } as const
const DUE = { by: 'due', descending: false } as const
const HR: Caller = {
  person: { id: '00000000-0000-4000-8000-000000000001', name: 'Ines', number: 'HR', role: 'hr' },
}

/** Makes calls as the window does, parsed and answered, with the real worker. */
function callsOf(db: Database, folder: string, key: string, root: string, now: Date) {
  const failures: unknown[] = []
  const worker = new RecordWorker(
    path.join(root, 'out', 'main', 'worker.cjs'),
    { databasePath: databasePath(folder), databaseKey: key },
    (error) => failures.push(error),
  )
  const handlers = completionHandlers({
    db,
    worker,
    library: new Library(path.join(root, 'scenarios')),
    organisation: new OrganisationStore(db),
    system: { now: () => now },
    // The records are older than the seals.
    seals: () => new Seals(key, now.toISOString()),
  } as unknown as CompletionNeeds) as Handlers
  const gate = { caller: () => HR, report: (error: unknown) => void failures.push(error) }
  const call = async (
    name: 'records.standings' | 'records.figures' | 'records.attempts',
    request: unknown,
  ) => {
    const result = await answer(name, channels[name], handlers[name], gate, request)
    if (!result.ok) throw new Error(`${name}: ${result.error.message} ${String(failures[0] ?? '')}`)
    return result.value
  }
  return { call, close: () => worker.close() }
}

async function timeAsync(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const megabytes = () => process.memoryUsage().rss / 1024 / 1024

/**
 * Compares what the window waits for with the SQL alone: one page, one filtered page, and the figures over everything.
 */
export async function measureRecords(root: string, limit: number): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'htl-bench-'))
  const key = randomBytes(32).toString('hex')
  const now = new Date()
  const { db } = openDatabase(folder, key, now)
  let close = (): Promise<void> => Promise.resolve()
  try {
    fillRecords(db, new Library(path.join(root, 'scenarios')), LARGE, now)
    const calls = callsOf(db, folder, key, root, now)
    close = calls.close
    const bare = openEncrypted(databasePath(folder), key)
    bare.pragma('cache_size = -32000')
    bare.pragma('temp_store = MEMORY')
    const page = { from: null, limit: LIMIT }
    const asked = { now: now.toISOString(), named: true }
    const cases: readonly [
      keyof typeof ROUNDS,
      string,
      'records.standings' | 'records.figures',
      object,
      Query,
    ][] = [
      [
        'first',
        'first page of 200,000 standings / its SQL',
        'records.standings',
        { filter: EVERYTHING, sort: NAME, ...page },
        standingPageQuery({ filter: EVERYTHING, sort: NAME, ...page, ...asked }),
      ],
      [
        'filtered',
        'late in two sites, by due date / its SQL',
        'records.standings',
        { filter: FILTERED, sort: DUE, ...page },
        standingPageQuery({ filter: FILTERED, sort: DUE, ...page, ...asked }),
      ],
      [
        'figures',
        'figures over 200,000 standings / their SQL',
        'records.figures',
        { filter: FILTERED_FIGURES },
        figuresQuery(FILTERED_FIGURES, asked.now),
      ],
    ]
    const measured: Measurement[] = []
    for (const [id, name, channel, request, query] of cases) {
      const statement = bare.prepare(query.sql)
      const turn = {
        bare: () => time(() => statement.all(...query.params)),
        ours: () => timeAsync(() => calls.call(channel, request)),
      }
      const values = await takeTurns(turn, ROUNDS[id])
      measured.push(compare(name, values, 'ms', limit))
    }
    bare.close()
    const first = measured[0]!
    if (first.ours > FIRST_PAGE_MS) throw new Error(`The first page took ${first.ours.toFixed(0)} ms.`)
    const grown = await walkEverything(calls.call)
    console.log(`Walking through 200 pages each of standings and attempts added ${grown.toFixed(0)} MB.`)
    if (grown > MEMORY_MB) throw new Error(`Memory grew by ${grown.toFixed(0)} MB.`)
    return measured
  } finally {
    await close()
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const FILTERED_FIGURES = filterOf({ statuses: ['late'] })

/** @returns the megabytes by which the process has grown */
async function walkEverything(
  call: (name: 'records.standings' | 'records.attempts', request: unknown) => Promise<unknown>,
): Promise<number> {
  const before = megabytes()
  let most = before
  for (const [name, order] of [
    ['records.standings', { sort: DUE }],
    ['records.attempts', { descending: true }],
  ] as const) {
    let from: unknown = null
    for (let pages = 0; pages < 200; pages += 1) {
      const { after } = (await call(name, { filter: EVERYTHING, ...order, from, limit: 200 })) as {
        after: unknown
      }
      if (after === null) break
      from = { key: after, direction: 'after' }
      most = Math.max(most, megabytes())
    }
  }
  return most - before
}
