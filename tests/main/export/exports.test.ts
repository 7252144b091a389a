import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_ORGANISATION_SETTINGS, EVERYTHING } from '../../../src/domain/records'
import { Exports } from '../../../src/main/export/exports'
import type { ReportPrint } from '../../../src/main/export/print-report'
import { namingFrom } from '../../../src/main/record-store/naming'
import { StatementSource } from '../../../src/main/record-store/source'
import { OrganisationStore } from '../../../src/main/people/organisation'
import { sealRow } from '../../../src/main/evidence/seal'
import { Library } from '../../../src/main/library/library'
import { ReleaseKeeper } from '../../../src/main/reporting/release-keeper'
import { makeReleases } from '../../../src/main/store/result-releases'
import { recordWorker, testSystem } from '../helpers'
import { NOW_TEXT, Records, seals } from './records'

const library = new Library(join(__dirname, '../../../scenarios'))

function start({ privacy = 'named' as 'named' | 'pseudonymous' } = {}) {
  const records = new Records()
  const organisation = new OrganisationStore(records.db)
  organisation.change({ ...DEFAULT_ORGANISATION_SETTINGS, privacy }, NOW_TEXT, null)
  const folder = join(records.folder, 'out')
  mkdirSync(folder)
  const path = join(folder, 'records.csv')
  const asked: string[] = []
  const services = {
    db: records.db,
    dialogs: {
      save: (what: string, mark = '', ending = '') => {
        asked.push(`${what} ${mark} ${ending}`)
        return Promise.resolve(path)
      },
    },
    worker: recordWorker(records.folder),
    system: testSystem(),
    organisation,
    seals: () => seals,
    library,
    releases: new ReleaseKeeper({
      db: records.db,
      organisation,
      system: testSystem(),
      make: (now, smallest) => {
        for (const step of makeReleases(records.db, now, smallest)) void step
        return Promise.resolve({ ok: true, value: null })
      },
    }),
    recordStore: { naming: () => ({ homePage: 'https://example.org/', pseudonymKey: null }) },
  }
  const printed: ReportPrint[] = []
  const told: { done: number; total: number }[] = []
  const print = (report: ReportPrint) => {
    printed.push(report)
    return Promise.resolve(Buffer.from('%PDF'))
  }
  const exports = new Exports(services, print, (progress) => void told.push(progress))
  const by = records.person({ name: 'Priya' })
  const who = { id: by, name: 'Priya' }
  const order = { subject: 'attempts', format: 'csv', filter: EVERYTHING, paper: 'A4', locale: 'en' } as const
  const audited = () =>
    (
      records.db.prepare(`SELECT person_id, detail FROM audit WHERE act = 'records-exported'`).all() as {
        person_id: string
        detail: string
      }[]
    ).map(({ person_id, detail }) => ({ by: person_id, ...(JSON.parse(detail) as object) }))
  return { records, exports, printed, who, by, order, path, folder, asked, audited, told }
}

/** Stores the first contact of the library's first course, as an attempt at it does. */
function keepScenario(db: ReturnType<typeof start>['records']['db']) {
  const id = library.courses[0]!.modules[0]!
  const found = library.scenario(id)
  if ('kind' in found) throw new Error(found.issues[0]?.code)
  db.prepare('INSERT INTO scenarios (hash, id, version, content) VALUES (?, ?, ?, ?)').run(
    found.hash,
    id,
    found.scenario.version,
    found.content,
  )
  return found
}

describe('Exports', () => {
  it('writes the statements of attempts, rounds and certificates, one a line, with the ids that a store gets', async () => {
    const { records, exports, who, by, order, path } = start()
    const found = keepScenario(records.db)
    const attempt = records.attempt(by)
    records.attempt(records.person({ name: 'Somebody', team: 'Else' }))
    records.db
      .prepare('UPDATE attempts SET scenario = ?, scenario_hash = ?')
      .run(found.scenario.id, found.hash)
    sealRow(records.db, seals, attempt)
    records.db
      .prepare(
        `INSERT INTO credentials (id, person_id, course, course_version, round, payload, issued_at, valid_until)
         VALUES ('HTL-1', ?, 'short', '1.0.0', 1, '{"scorePercent":90}', '2026-02-02T08:00:00.000Z', '2026-08-02T00:00:00.000Z')`,
      )
      .run(by)
    const filter = { ...EVERYTHING, teams: ['Cards 1'] }
    const { rows } = await exports.run({ ...order, format: 'xapi', filter }, who)
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(rows)
    const statements = lines.map(
      (line) => JSON.parse(line) as { id: string; verb: { id: string }; actor: { name: string } },
    )
    const verbs = statements.map(({ verb }) => verb.id.replace(/.*\//, ''))
    expect(verbs).toEqual(['initialized', 'completed', 'passed', 'earned'])
    expect(new Set(statements.map(({ actor }) => actor.name))).toEqual(new Set(['Priya']))
    const source = new StatementSource(records.db, (course) => library.course(course))
    const [same] = source.attempts('a.id = ?', [attempt])
    const naming = namingFrom({ homePage: 'https://example.org/', pseudonymKey: null })
    expect(statements.slice(0, 3)).toEqual(
      JSON.parse(JSON.stringify(source.statementsOfAttempt(same!, naming))),
    )
  })

  it('writes the file and its entry in the audit log together', async () => {
    const { records, exports, who, by, order, path, folder, asked, audited } = start()
    for (let n = 0; n < 3; n += 1) records.attempt(by)
    records.db.exec(`UPDATE attempts SET passed = 0 WHERE id = 'a2'`)
    writeFileSync(path, 'the old one')
    const filter = { ...EVERYTHING, teams: ['Cards 1'], search: 'Priya' }
    expect(await exports.run({ ...order, filter }, who)).toEqual({
      file: 'records.csv',
      rows: 3,
      altered: 1,
      unsealed: 0,
      leftOut: { records: 0, of: [], courses: [], altered: 0 },
    })
    expect(asked).toEqual([`records ${NOW_TEXT.slice(0, 10)} csv`])
    expect(readdirSync(folder)).toEqual(['records.csv'])
    expect(readFileSync(path, 'utf8')).toContain('a3,Priya')
    // The log contains no name, because it is kept longer than the person.
    expect(audited()).toEqual([
      {
        by,
        subject: 'attempts',
        format: 'csv',
        filter: { search: true, teams: ['Cards 1'] },
        rows: 3,
        altered: 1,
      },
    ])
  })

  it('says what statements could not be made of, in the answer and in the audit log', async () => {
    const { records, exports, who, by, order, audited } = start()
    records.attempt(by)
    const altered = records.attempt(by)
    const found = keepScenario(records.db)
    records.db.prepare('UPDATE attempts SET scenario_hash = ? WHERE id = ?').run(found.hash, altered)
    const leftOut = { records: 1, of: ['bribe'], courses: [], altered: 1 }
    expect(await exports.run({ ...order, format: 'xapi' }, who)).toMatchObject({ rows: 0, leftOut })
    expect(audited()).toMatchObject([
      { format: 'xapi', rows: 0, altered: 1, leftOut: 1, unreadable: ['bribe'] },
    ])
  })

  it('prints a report of completion with what it shows and who asked for it', async () => {
    const { records, exports, printed, who, by, order, path, audited } = start()
    records.standing(by, { status: 'complete', score: 90, attacks: 4, hits: 3, course: 'first-week' })
    records.standing(records.person({ name: 'Zoé', team: null }), {
      status: 'failed',
      score: 40,
      set_aside: 7,
    })
    const report = { ...order, subject: 'completion', format: 'pdf', paper: 'Letter', locale: 'fr' } as const
    expect(await exports.run(report, who)).toMatchObject({ rows: 2, altered: 0 })
    expect(readFileSync(path, 'utf8')).toBe('%PDF')
    expect(printed).toMatchObject([
      { paper: 'Letter', locale: 'fr', footer: expect.stringContaining('Priya') as string },
    ])
    for (const words of ['Zoé', 'Pas réussi', 'Tout le monde, sans filtre']) {
      expect(printed[0]!.body).toContain(words)
    }
    expect(printed[0]!.body).toContain('Règle fixe, version 2, 2 séries au plus en 30 jours')
    expect(printed[0]!.body).toMatch(/>40<\/td><td class="n">7</)
    expect(printed[0]!.body).toMatch(/Attaques manquées<\/p><p><b>25\s%/)
    expect(audited()).toEqual([{ by, subject: 'completion', format: 'pdf', filter: {}, rows: 2 }])
  })

  it('prints what is released in pseudonymous mode, for whole groups alone, and not who failed', async () => {
    const { records, exports, printed, who, by, order } = start({ privacy: 'pseudonymous' })
    records.standing(by, { status: 'failed', score: 40, set_aside: 40, attacks: 4, hits: 1 })
    const people = [by, ...Array.from({ length: 9 }, () => records.person())]
    for (const person of people) records.attempt(person)
    for (const person of people.slice(1))
      records.standing(person, {
        status: 'complete',
        attacks: 4,
        hits: 4,
        passed_at: '2026-02-01T08:05:30.500Z',
      })
    const report = { ...order, subject: 'completion', format: 'pdf' } as const
    await exports.run(report, who)
    await exports.run({ ...report, filter: { ...EVERYTHING, search: 'Ana' } }, who)
    const [whole, narrowed] = printed.map(({ body }) => body)
    expect(whole).toContain('Attacks missed')
    expect(whole).toContain('1 Feb 2026')
    expect(narrowed).not.toContain('Attacks missed')
    for (const body of [whole, narrowed]) expect(body).not.toMatch(/Not passed|>40</)
  })

  it('prints no book: more rows than a report holds are refused', async () => {
    const { records, exports, who, by, order, folder } = start()
    records.db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5001)
         INSERT INTO standings (person_id, course) SELECT ?, 'c' || i FROM n`,
      )
      .run(by)
    const report = { ...order, subject: 'completion', format: 'pdf' } as const
    await expect(exports.run(report, who)).rejects.toMatchObject({ code: 'too-many-rows' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('writes neither when the file can’t get its name', async () => {
    const { exports, who, order, path, folder, audited } = start()
    // A folder now stands in the file's place, which no file can replace.
    mkdirSync(path)
    await expect(exports.run(order, who)).rejects.toMatchObject({ code: 'write-failed' })
    expect(readdirSync(folder)).toEqual(['records.csv'])
    expect(audited()).toEqual([])
  })

  it('writes one at a time, says how far it is, and can be stopped', async () => {
    const { records, exports, who, by, order, folder, audited, told } = start()
    records.manyAttempts(by, 60_000)
    const running = exports.run(order, who)
    await expect(exports.run(order, who)).rejects.toMatchObject({ code: 'export-running' })
    while (!told.some(({ done }) => done > 0)) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(told.at(-1)!.total).toBe(60_000)
    exports.cancel()
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
    expect(audited()).toEqual([])
    records.db.exec('DELETE FROM attempts WHERE rowid > 10')
    expect(await exports.run(order, who)).toMatchObject({ rows: 10 })
  })

  it('tells no result of one person in pseudonymous mode, by no filter either', async () => {
    const { records, exports, who, by, order, path, audited } = start({ privacy: 'pseudonymous' })
    records.attempt(by)
    for (const filter of [
      { ...EVERYTHING, statuses: ['failed' as const] },
      { ...EVERYTHING, scoreTo: 50 },
      { ...EVERYTHING, competency: { name: 'reporting' as const, below: 50 } },
    ]) {
      await expect(exports.run({ ...order, filter }, who)).rejects.toMatchObject({
        code: 'hidden-by-privacy',
      })
    }
    await expect(exports.run({ ...order, format: 'xapi' }, who)).rejects.toMatchObject({
      code: 'hidden-by-privacy',
    })
    expect(existsSync(path)).toBe(false)
    // Two attempts on one day are one row, which says that somebody worked at the course.
    records.attempt(by)
    for (const format of ['csv', 'jsonl', 'xlsx'] as const) {
      expect(await exports.run({ ...order, format }, who)).toMatchObject({ rows: 1, altered: 0 })
      if (format === 'xlsx') continue
      const text = readFileSync(path, 'utf8')
      expect(text).toContain('2026-02-01')
      expect(text).not.toMatch(/score|outcome|reported|bribe|attack|mode|\d\d:\d\d/)
    }
    records.standing(by, { status: 'failed', last_activity: '2026-02-01T08:05:30.500Z' })
    expect(await exports.run({ ...order, subject: 'completion' }, who)).toMatchObject({ rows: 1 })
    expect(readFileSync(path, 'utf8')).toMatch(/in-progress.*2026-02-01/)
    expect(readFileSync(path, 'utf8')).not.toMatch(/\d\d:\d\d|failed/)
    expect(audited()).toHaveLength(4)
  })

  it('refuses a format that there is not', async () => {
    const { exports, who, order } = start()
    await expect(exports.run({ ...order, format: 'pdf' }, who)).rejects.toMatchObject({ code: 'bad-request' })
  })
})
