import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre'
import { EVERYTHING, EXPORT_COLUMNS } from '../../../src/domain/records'
import type { ExportRequest } from '../../../src/main/export/export-task'
import { recordWorker } from '../helpers'
import { Records, scope, SECRET } from './records'
import { orRefuse } from '../../../src/main/refused'

function start(records: Records) {
  const worker = recordWorker(records.folder)
  const folder = join(records.folder, 'out')
  mkdirSync(folder)
  const path = join(folder, 'records')
  const run = (change: Partial<ExportRequest> = {}, options: Parameters<typeof worker.run>[2] = {}) =>
    worker.run(
      'export-records',
      { scope: scope(), format: 'csv', path, sealSecret: SECRET, ...change },
      options,
    )
  const written = async (change: Partial<ExportRequest> = {}) => {
    const answer = orRefuse(await run(change))
    return { ...answer, bytes: readFileSync(answer.temporary) }
  }
  return { worker, folder, path, run, written }
}

const csvOf = (bytes: Buffer) => parse(bytes, { bom: true, columns: true }) as Record<string, string>[]

describe('an export of attempts', () => {
  it('is CSV with stable names, a byte-order mark and harmless cells', async () => {
    const records = new Records()
    const { written } = start(records)
    records.attempt(records.person({ name: '=HYPERLINK("x"), Zoé' }), [
      'bribe-accepted',
      'customer-data-disclosed',
    ])
    const { bytes, rows } = await written()
    expect(rows).toBe(1)
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(bytes.toString('utf8').endsWith('\r\n')).toBe(true)
    const [row] = csvOf(bytes)
    expect(Object.keys(row!)).toEqual(EXPORT_COLUMNS.attempts.map(({ name }) => name))
    expect(row).toMatchObject({
      attempt_id: 'a1',
      name: `'=HYPERLINK("x"), Zoé`,
      started_at: '2026-02-01T08:00:00.000Z',
      score_percent: '71',
      passed: 'yes',
      critical_acts: 'bribe-accepted; customer-data-disclosed',
      set_aside_at: '',
      integrity: 'whole',
    })
  })

  it('is JSON Lines with real numbers, truth values and lists under the same names', async () => {
    const records = new Records()
    const { written } = start(records)
    records.attempt(records.person({ name: 'A "B"\nC', team: null }), ['bribe-accepted'])
    records.manyAttempts('p1', 1)
    const lines = (await written({ format: 'jsonl' })).bytes.toString('utf8').split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[2]).toBe('')
    const [first, open] = lines.slice(0, 2).map((line) => JSON.parse(line) as object)
    expect(Object.keys(first!)).toEqual(EXPORT_COLUMNS.attempts.map(({ name }) => name))
    expect(first).toMatchObject({
      name: 'A "B"\nC',
      team: null,
      score_percent: 71,
      passed: true,
      critical_acts: ['bribe-accepted'],
      integrity: 'whole',
    })
    expect(open).toMatchObject({ passed: null, critical_acts: null, points_earned: null, integrity: 'open' })
  })

  it('is an Excel file that another reader reads: dates, numbers, a frozen header, a filter', async () => {
    const records = new Records()
    const { written } = start(records)
    const names = ['=1+1', 'a & <b> \u0001 _x0041_', 'é'.repeat(40_000), ' leading', 'Ω漢😀']
    for (const name of names) records.attempt(records.person({ name }))
    const { bytes } = await written({ format: 'xlsx' })
    const [sheet] = (await readXlsx(bytes)).sheets
    const [header, ...rows] = sheet!.rows
    expect(header).toEqual(EXPORT_COLUMNS.attempts.map(({ name }) => name))
    const at = (name: string) => header!.indexOf(name)
    expect(rows.map((row) => row[at('name')])).toEqual([
      '=1+1',
      'a & <b> \ufffd _x0041_',
      'é'.repeat(32_767),
      ' leading',
      'Ω漢😀',
    ])
    expect(rows[0]![at('started_at')]).toEqual(new Date('2026-02-01T08:00:00.000Z'))
    expect(rows[0]![at('ended_at')]).toEqual(new Date('2026-02-01T08:05:30.500Z'))
    expect(rows[0]![at('score_percent')]).toBe(71)
    expect(sheet).toMatchObject({ freezePane: { rows: 1 }, autoFilter: { range: 'A1:AD6' } })
  })

  it('tells which rows were changed behind the back of the program', async () => {
    const records = new Records()
    const { written } = start(records)
    const person = records.person()
    for (let n = 0; n < 5; n += 1) records.attempt(person)
    records.db.exec(`UPDATE attempts SET earned = 7 WHERE id = 'a2'`)
    records.db.exec(`UPDATE attempts SET seal = NULL WHERE id = 'a3'`)
    records.db.exec(`UPDATE attempts SET seal = NULL, ended_at = '2025-12-01T00:00:00.000Z' WHERE id = 'a4'`)
    records.db.exec(`UPDATE attempts SET disposition = 'x' || char(31) || 'y' WHERE id = 'a5'`)
    const expected = ['whole', 'altered', 'altered', 'unsealed', 'altered']
    const csv = await written()
    expect(csv.integrity).toEqual({ whole: 1, altered: 3, unsealed: 1, open: 0 })
    expect(csvOf(csv.bytes).map((row) => row['integrity'])).toEqual(expected)
    const json = (await written({ format: 'jsonl' })).bytes.toString('utf8').trimEnd().split('\n')
    expect(json.map((line) => (JSON.parse(line) as { integrity: string }).integrity)).toEqual(expected)
    const [sheet] = (await readXlsx((await written({ format: 'xlsx' })).bytes)).sheets
    expect(sheet!.rows.slice(1).map((row) => row.at(-1))).toEqual(expected)
  })

  it('tells the rows apart also where a separator was put into a seal', async () => {
    const records = new Records()
    const { written } = start(records)
    const person = records.person()
    for (let n = 0; n < 3; n += 1) records.attempt(person)
    records.db.exec(`UPDATE attempts SET seal = 'x' || char(29, 10) WHERE id = 'a2'`)
    const { bytes, integrity } = await written()
    expect(integrity).toEqual({ whole: 2, altered: 1, unsealed: 0, open: 0 })
    expect(csvOf(bytes).map((row) => row['integrity'])).toEqual(['whole', 'altered', 'whole'])
  })

  it('leaves out how each person did in pseudonymous mode', async () => {
    const records = new Records()
    const { written } = start(records)
    records.attempt(records.person(), ['bribe-accepted'])
    const [row] = csvOf((await written({ scope: scope({ scoresByPerson: false }) })).bytes)
    expect(row).toEqual({
      name: 'Ana Duarte',
      employee_number: 'N-1',
      team: 'Cards 1',
      site: '',
      course: 'short',
      started_at: '2026-02-01',
    })
  })

  it('holds nothing but the header when the filter means nobody', async () => {
    const records = new Records()
    const { written } = start(records)
    records.attempt(records.person())
    const nobody = scope({ filter: { ...EVERYTHING, search: 'nobody at all' } })
    expect(csvOf((await written({ scope: nobody })).bytes)).toEqual([])
    expect((await written({ scope: nobody, format: 'jsonl' })).bytes).toHaveLength(0)
    const [sheet] = (await readXlsx((await written({ scope: nobody, format: 'xlsx' })).bytes)).sheets
    expect(sheet!.rows).toHaveLength(1)
  })

  it('shows one moment, whatever is written meanwhile', async () => {
    const records = new Records()
    const { run, worker } = start(records)
    const person = records.person()
    records.manyAttempts(person, 9000)
    let written = 0
    const running = run(
      {},
      {
        onProgress: () => {
          if (written > 0) return
          written += 1
          records.db.exec(`UPDATE attempts SET truth = 'attack'`)
          records.attempt(person)
        },
      },
    )
    const { temporary, rows } = orRefuse(await running)
    expect(written).toBe(1)
    expect(rows).toBe(9000)
    expect(new Set(csvOf(readFileSync(temporary)).map((row) => row['truth']))).toEqual(new Set(['']))
    expect(orRefuse(await run()).rows).toBe(9001)
    expect(worker.busy).toBe(0)
  })

  it('leaves nothing behind when it is cancelled, when the program ends, and when it fails', async () => {
    const records = new Records()
    const { run, folder, path, worker } = start(records)
    records.manyAttempts(records.person(), 30_000)
    writeFileSync(path, 'the old one')
    const cancel = new AbortController()
    const cancelled = run({}, { signal: cancel.signal, onProgress: () => cancel.abort() })
    expect(await cancelled).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(readdirSync(folder)).toEqual(['records'])
    expect(await run({ path: join(folder, 'none', 'x.csv') })).toMatchObject({
      ok: false,
      error: { code: 'write-failed' },
    })
    let closing: Promise<void> | undefined
    const ending = run({}, { onProgress: () => (closing ??= worker.close()) })
    expect(await ending).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    await closing
    expect(readdirSync(folder)).toEqual(['records'])
    expect(readFileSync(path, 'utf8')).toBe('the old one')
  })
})

describe('an export of completion', () => {
  it('goes by name, says where each person stands now, and never tells who failed in pseudonymous mode', async () => {
    const records = new Records()
    const { written } = start(records)
    const people = ['zoe', 'Ana', 'bo', 'Bo', 'Cy'].map((name) => records.person({ name }))
    records.standing(people[0]!, { status: 'complete', valid_until: '2026-02-01T00:00:00.000Z', score: 90 })
    records.standing(people[1]!, { status: 'failed', score: 40, round: 1, set_aside: 2 })
    records.standing(people[2]!, { status: 'open', due_at: '2026-02-01T00:00:00.000Z' })
    records.standing(people[3]!, {
      status: 'complete',
      valid_until: '2026-08-01T00:00:00.000Z',
      credential_id: 'HTL-1',
    })
    records.standing(people[4]!, { status: 'in-progress', modules_done: 2 })
    const rows = csvOf((await written({ scope: scope({ subject: 'completion' }) })).bytes)
    expect(rows.map((row) => [row['name'], row['status'], row['score_percent']])).toEqual([
      ['Ana', 'failed', '40'],
      ['bo', 'late', ''],
      ['Bo', 'complete', ''],
      ['Cy', 'in-progress', ''],
      ['zoe', 'expired', '90'],
    ])
    expect(rows.map((row) => row['set_aside'])).toEqual(['2', '0', '0', '0', '0'])
    const book = await written({ scope: scope({ subject: 'completion' }), format: 'xlsx' })
    const [header, ...cells] = (await readXlsx(book.bytes)).sheets[0]!.rows
    expect(cells.map((row) => row[header!.indexOf('set_aside')])).toEqual([2, 0, 0, 0, 0])
    const pseudonymous = scope({ subject: 'completion', scoresByPerson: false })
    const { bytes } = await written({ scope: pseudonymous })
    expect(bytes.toString('utf8')).not.toMatch(/failed|score|set_aside|modules/)
    expect(csvOf(bytes).map((row) => row['status'])).toEqual([
      'in-progress',
      'late',
      'complete',
      'in-progress',
      'expired',
    ])
  })

  it('has each row once, however many people share a name', async () => {
    const records = new Records()
    const { written } = start(records)
    records.db.exec('BEGIN')
    for (let n = 0; n < 1203; n += 1) {
      records.standing(records.person({ name: n % 2 === 0 ? 'Ana' : `ana ${n}` }), {})
    }
    records.db.exec('COMMIT')
    const { bytes, rows } = await written({ scope: scope({ subject: 'completion' }) })
    expect(rows).toBe(1203)
    expect(new Set(csvOf(bytes).map((row) => row['employee_number'])).size).toBe(1203)
  })
})
