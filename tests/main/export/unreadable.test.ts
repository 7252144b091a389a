/** Checks that what can't be read of one record or course costs no export the others, and is said. */
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'csv-parse/sync'
import { EVERYTHING } from '../../../src/domain/records'
import type { ExportRequest } from '../../../src/main/export/export-task'
import { sealRow } from '../../../src/main/evidence/seal'
import { Library } from '../../../src/main/library/library'
import { orRefuse } from '../../../src/main/refused'
import { courseRule } from '../../../src/main/reporting/course-rule'
import { attemptCondition } from '../../../src/main/store/filter-sql'
import type { GroupResults } from '../../../src/main/store/group-results'
import { tacticsOfReleased } from '../../../src/main/store/result-releases'
import { recordWorker, temporaryFolder } from '../helpers'
import { HASH, Records, scope, seals, SECRET } from './records'

const SCENARIOS = join(__dirname, '../../../scenarios')
const library = new Library(SCENARIOS)
const course = library.courses.find(({ modules }) => modules.length > 0)!

/** Two people with two attempts each, of a readable scenario; of one person also one of a scenario that can't be read. */
function start() {
  const records = new Records()
  const found = library.scenario(course.modules[0]!)
  if ('kind' in found) throw new Error('The first contact can’t be read.')
  records.db
    .prepare('INSERT INTO scenarios (hash, id, version, content) VALUES (?, ?, ?, ?)')
    .run(found.hash, found.scenario.id, found.scenario.version, found.content)
  const [ana, bo] = [records.person(), records.person({ name: 'Bo Lind' })]
  const whole = [records.attempt(ana), records.attempt(bo)]
  const use = records.db.prepare(
    'UPDATE attempts SET scenario = ?, scenario_hash = ?, course = ? WHERE id = ?',
  )
  for (const id of whole) use.run(found.scenario.id, found.hash, course.id, id)
  const unreadable = records.attempt(ana)
  const worker = recordWorker(records.folder)
  const folder = join(records.folder, 'out')
  mkdirSync(folder)
  const written = async (change: Partial<ExportRequest> = {}) => {
    const request = { scope: scope(), format: 'csv', path: join(folder, 'x'), sealSecret: SECRET } as const
    const answer = orRefuse(await worker.run('export-records', { ...request, ...change }))
    return { ...answer, text: readFileSync(answer.temporary, 'utf8') }
  }
  const statements = { naming: { homePage: 'https://example.org/', pseudonymKey: null }, courses: [course] }
  /** Exports the records as if they had always been so, unless they are to be found altered. */
  const xapi = async (change: Partial<ExportRequest> = {}, sealed = true) => {
    const all = records.db.prepare('SELECT id FROM attempts').all<{ id: string }>()
    if (sealed) for (const { id } of all) sealRow(records.db, seals, id)
    const answer = await written({ format: 'xapi', statements, ...change })
    const lines = answer.text.split('\n').filter((line) => line !== '')
    expect(lines).toHaveLength(answer.rows)
    return {
      leftOut: answer.leftOut,
      verbs: lines.map((line) => {
        const { actor, verb } = JSON.parse(line) as {
          actor: { account: { name: string } }
          verb: { id: string }
        }
        return `${actor.account.name} ${verb.id.replace(/.*\//, '')}`
      }),
    }
  }
  const certificate = (id: string, person: string, payload: string) =>
    records.db
      .prepare(
        `INSERT INTO credentials (id, person_id, course, course_version, round, payload, issued_at, valid_until)
         VALUES (?, ?, ?, '1.0.0', 1, ?, '2026-02-02T08:00:00.000Z', '2026-08-02T00:00:00.000Z')`,
      )
      .run(id, person, course.id, payload)
  return { records, ana, bo, whole, unreadable, written, xapi, statements, certificate }
}

const OF_BOTH = ['N-1', 'N-2'].flatMap((who) =>
  ['initialized', 'completed', 'passed'].map((did) => `${who} ${did}`),
)

describe('an export of statements', () => {
  it.each([
    ['is none', `UPDATE scenarios SET content = '{"x' WHERE hash = '${HASH}'`],
    ['is of another format', `UPDATE scenarios SET content = '{"format":999}' WHERE hash = '${HASH}'`],
    ['is gone', `PRAGMA foreign_keys = OFF; DELETE FROM scenarios WHERE hash = '${HASH}'`],
  ])('leaves out what was played of a scenario whose copy %s, and names it', async (_what, sql) => {
    const { records, xapi } = start()
    records.db.exec(sql)
    const { verbs, leftOut } = await xapi()
    expect(verbs).toEqual(OF_BOTH)
    expect(leftOut).toEqual({ records: 1, of: ['bribe'], courses: [], altered: 0 })
  })

  it('leaves out a record that can’t be read itself, be it an attempt or a certificate', async () => {
    const { records, xapi, whole, certificate, ana, bo } = start()
    records.db.exec(`DELETE FROM attempts WHERE scenario_hash = '${HASH}'`)
    records.db.prepare(`UPDATE attempts SET competencies = '{"x' WHERE id = ?`).run(whole[1])
    certificate('HTL-1', ana, '{"x')
    certificate('HTL-2', bo, '{"scorePercent":90,"locale":"en","title":"Short"}')
    const { verbs, leftOut } = await xapi()
    expect(verbs).toEqual([...OF_BOTH.slice(0, 3), 'N-2 earned'])
    expect(leftOut).toEqual({ records: 2, of: [course.modules[0], 'HTL-1'], courses: [], altered: 0 })
  })

  it('leaves out a round of which one attempt can’t be read, and says so of each course that is not here', async () => {
    const { records, xapi, statements, unreadable, whole } = start()
    records.db.prepare('DELETE FROM attempts WHERE id = ?').run(unreadable)
    const gone = await xapi({ statements: { ...statements, courses: [] } })
    expect(gone.verbs).toEqual(OF_BOTH)
    expect(gone.leftOut).toEqual({ records: 0, of: [], courses: [course.id], altered: 0 })
    // Practice belongs to no round.
    records.db.exec(`UPDATE attempts SET mode = 'practice', round = NULL`)
    expect((await xapi({ statements: { ...statements, courses: [] } })).leftOut.courses).toEqual([])
    records.db.exec(`UPDATE attempts SET mode = 'assessed', round = 1`)
    // This one is not asked for, and still belongs to a round that is.
    records.db
      .prepare(
        `UPDATE attempts SET person_id = 'p1', critical = '{"x', started_at = '2025-01-01' WHERE id = ?`,
      )
      .run(whole[1])
    const filter = { ...EVERYTHING, from: '2026-01-01' }
    const { verbs, leftOut } = await xapi({ scope: scope({ filter }) })
    expect(verbs).toEqual(OF_BOTH.slice(0, 3))
    expect(leftOut).toEqual({ records: 1, of: [course.id], courses: [], altered: 0 })
  })

  it('tells nothing of an attempt that was changed outside the program, as a record store is told nothing', async () => {
    const { records, xapi, unreadable, whole } = start()
    records.db.prepare('DELETE FROM attempts WHERE id = ?').run(unreadable)
    expect((await xapi()).verbs).toEqual(OF_BOTH)
    records.db.prepare('UPDATE attempts SET earned = 7 WHERE id = ?').run(whole[0])
    const { verbs, leftOut } = await xapi({}, false)
    expect(verbs).toEqual(OF_BOTH.slice(3))
    expect(leftOut).toEqual({ records: 0, of: [], courses: [], altered: 1 })
  })

  it('leaves out nothing where all can be read', async () => {
    const { records, xapi, unreadable } = start()
    records.db.prepare('DELETE FROM attempts WHERE id = ?').run(unreadable)
    expect((await xapi()).leftOut).toEqual({ records: 0, of: [], courses: [], altered: 0 })
  })
})

describe('a table of attempts', () => {
  it.each(['csv', 'jsonl', 'xlsx'] as const)(
    'has each attempt, also where the scenario is gone or its points can’t be read: %s',
    async (format) => {
      const { records, written, unreadable } = start()
      records.db.exec(`PRAGMA foreign_keys = OFF; DELETE FROM scenarios WHERE hash = '${HASH}'`)
      records.db.exec(`UPDATE attempts SET competencies = '{"x'`)
      expect((await written({ format })).rows).toBe(3)
      const filter = { ...EVERYTHING, competency: { name: 'verification', below: 50 } } as const
      expect((await written({ format, scope: scope({ filter }) })).rows).toBe(0)
      if (format !== 'csv') return
      const rows = parse((await written()).text, { bom: true, columns: true }) as Record<string, string>[]
      expect(rows.find((row) => row['attempt_id'] === unreadable)).toMatchObject({
        scenario: 'bribe',
        scenario_version: '',
        scenario_sha256: HASH,
      })
    },
  )

  it('has results of the others where one scenario or the points of one attempt can’t be read', async () => {
    const { records, whole } = start()
    records.db.exec(`UPDATE scenarios SET content = '{"x' WHERE hash = '${HASH}'`)
    records.db.exec(`UPDATE attempts SET competencies = '{"verification":[1,2]}'`)
    records.db.prepare(`UPDATE attempts SET competencies = '{"x' WHERE id = ?`).run(whole[1])
    const worker = recordWorker(records.folder)
    const results = orRefuse(
      await worker.run('group-results', attemptCondition(EVERYTHING, scope().now)),
    ) as GroupResults
    expect(results.all.attempts).toBe(3)
    expect(results.byCompetency).toMatchObject([{ name: 'verification', earned: 2, possible: 4 }])
    expect(results.byTactic.length).toBeGreaterThan(0)
    expect(tacticsOfReleased(records.db).size).toBe(0)
  })
})

it('tells no rule of a course one of whose scenarios went, and of the others theirs', () => {
  const folder = temporaryFolder()
  cpSync(SCENARIOS, folder, { recursive: true })
  const own = new Library(folder)
  const [one, other, gone] = own.courses.flatMap((a) =>
    own.courses.flatMap((b) => {
      const alone = a.modules.find((module) => !b.modules.includes(module))
      return alone === undefined ? [] : [[a.id, b.id, alone] as const]
    }),
  )[0]!
  rmSync(join(folder, `${gone}.scenario.json`))
  expect(courseRule({ library: own }, one)).toBeUndefined()
  expect(courseRule({ library: own }, other)).toBeDefined()
})
