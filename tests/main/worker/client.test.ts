import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { databasePath, openDatabase } from '../../../src/main/records/database'
import { RecordStore } from '../../../src/main/records/store'
import type { RecordWorker } from '../../../src/main/worker/client'
import { orRefuse } from '../../../src/main/worker/client'
import { KEY, NOW, recordWorker, temporaryFolder } from '../helpers'

const PERSON = { id: 'p-1', name: 'Ana', number: 'E-1', role: 'trainee' } as const

function records(): { store: RecordStore; folder: string; worker: RecordWorker; reports: unknown[] } {
  const folder = temporaryFolder()
  const store = new RecordStore(openDatabase(folder, KEY, NOW).db)
  const reports: unknown[] = []
  return { store, folder, worker: recordWorker(folder, reports), reports }
}

const counts = async (worker: RecordWorker) => orRefuse(await worker.run('count-rows', undefined))

describe('RecordWorker', () => {
  it('reads the encrypted records beside main, and sees what main wrote since the last task', async () => {
    const { store, worker } = records()
    expect(await counts(worker)).toMatchObject({ people: 0, attempts: 0 })
    store.addPerson(PERSON, NOW.toISOString())
    expect(await counts(worker)).toMatchObject({ people: 1 })
    store.close()
  })

  it('answers a task that is cancelled before it starts, and one while the thread starts', async () => {
    const { store, worker } = records()
    expect(await worker.run('count-rows', undefined, { signal: AbortSignal.abort() })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
    const abort = new AbortController()
    const running = worker.run('count-rows', undefined, { signal: abort.signal })
    abort.abort()
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(worker.busy).toBe(0)
    store.close()
  })

  it('runs tasks side by side, each with its own answer', async () => {
    const { store, worker } = records()
    store.addPerson(PERSON, NOW.toISOString())
    const answers = await Promise.all(Array.from({ length: 5 }, () => counts(worker)))
    expect(answers.map(({ people }) => people)).toEqual([1, 1, 1, 1, 1])
    store.close()
  })

  it('answers what goes wrong as a value, reports it, and works again afterwards', async () => {
    const { store, folder, worker, reports } = records()
    store.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(databasePath(folder) + suffix, { force: true })
    expect(await worker.run('count-rows', undefined)).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    })
    expect(reports).toHaveLength(1)
    const again = new RecordStore(openDatabase(folder, KEY, NOW).db)
    expect(await counts(worker)).toMatchObject({ people: 0 })
    again.close()
  })

  it('runs nothing after it was closed', async () => {
    const { store, worker } = records()
    const running = worker.run('count-rows', undefined)
    await worker.close()
    expect(['ok', 'cancelled']).toContain(await running.then((r) => (r.ok ? 'ok' : r.error.code)))
    expect(await worker.run('count-rows', undefined)).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
    await worker.close()
    store.close()
  })
})
