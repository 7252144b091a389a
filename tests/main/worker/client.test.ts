import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { databasePath, openDatabase } from '../../../src/main/store/database'
import type { RecordWorker } from '../../../src/main/worker/client'
import { KEY, NOW, recordWorker } from '../helpers'
import { Records } from '../export/records'
import { orRefuse } from '../../../src/main/refused'

function start(): { records: Records; worker: RecordWorker; reports: unknown[] } {
  const records = new Records()
  const reports: unknown[] = []
  return { records, worker: recordWorker(records.folder, reports), reports }
}

/** The smallest task: it counts everybody's attempts. */
const EVERYBODY = { where: 'TRUE', params: [] }
const counts = async (worker: RecordWorker) => orRefuse(await worker.run('group-results', EVERYBODY)).all

describe('RecordWorker', () => {
  it('reads the encrypted records beside main, and sees what main wrote since the last task', async () => {
    const { records, worker } = start()
    expect(await counts(worker)).toMatchObject({ people: 0, attempts: 0 })
    records.attempt(records.person())
    expect(await counts(worker)).toMatchObject({ people: 1 })
    records.db.close()
  })

  it('answers a task that is cancelled before it starts, and one while the thread starts', async () => {
    const { records, worker } = start()
    expect(await worker.run('group-results', EVERYBODY, { signal: AbortSignal.abort() })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
    const abort = new AbortController()
    const running = worker.run('group-results', EVERYBODY, { signal: abort.signal })
    abort.abort()
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(worker.busy).toBe(0)
    records.db.close()
  })

  it('runs tasks side by side, each with its own answer', async () => {
    const { records, worker } = start()
    records.attempt(records.person())
    const answers = await Promise.all(Array.from({ length: 5 }, () => counts(worker)))
    expect(answers.map(({ people }) => people)).toEqual([1, 1, 1, 1, 1])
    records.db.close()
  })

  it('answers what goes wrong as a value, reports it, and works again afterwards', async () => {
    const { records, worker, reports } = start()
    records.db.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(databasePath(records.folder) + suffix, { force: true })
    expect(await worker.run('group-results', EVERYBODY)).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    })
    expect(reports).toHaveLength(1)
    const again = openDatabase(records.folder, KEY, NOW).db
    expect(await counts(worker)).toMatchObject({ people: 0 })
    again.close()
  })

  it('runs nothing after it was closed', async () => {
    const { records, worker } = start()
    const running = worker.run('group-results', EVERYBODY)
    await worker.close()
    expect(['ok', 'cancelled']).toContain(await running.then((r) => (r.ok ? 'ok' : r.error.code)))
    expect(await worker.run('group-results', EVERYBODY)).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
    await worker.close()
    records.db.close()
  })
})
