import { describe, expect, it } from 'vitest'
import type { RecordsView, Request } from '../../../src/bridge/channels'
import {
  EVERYTHING,
  STANDING_ORDERS,
  type RecordFilter,
  type StandingSort,
} from '../../../src/domain/records'
import { completionHandlers, type CompletionNeeds } from '../../../src/main/ipc/completion'
import { Library } from '../../../src/main/library/library'
import { OrganisationStore } from '../../../src/main/people/organisation'
import { PeopleStore } from '../../../src/main/store/people-list'
import { openDatabase } from '../../../src/main/store/database'
import { Seals } from '../../../src/main/evidence/seal'
import type { Task } from '../../../src/main/store/task'
import { TASKS, type TaskName } from '../../../src/main/worker/tasks'
import { fillRecords } from '../../bench/fill'
import { KEY, NOW, testSystem, temporaryFolder } from '../helpers'

const library = new Library('scenarios')
const NAME: StandingSort = { by: 'name', descending: false }

type Filter = Request<'records.figures'>['filter']
const filterOf = (over: Partial<RecordFilter> = {}) => ({ ...EVERYTHING, ...over }) as Filter

/** Makes handlers on records of 90 people in two courses, with the worker's tasks in this thread. */
function desk(people = 90) {
  const { db } = openDatabase(temporaryFolder(), KEY, NOW)
  fillRecords(db, library, { people, courses: 2, attempts: 10 }, NOW)
  const organisation = new OrganisationStore(db)
  const run = async (name: TaskName, request: unknown) => {
    const task = TASKS[name] as Task<unknown, unknown>
    const value = await task(request, { db, progress: () => {}, breathe: () => Promise.resolve() })
    return { ok: true, value }
  }
  const handlers = completionHandlers({
    db,
    library,
    system: testSystem(),
    organisation,
    // The records are older than the seals.
    seals: () => new Seals(KEY, '9999-01-01T00:00:00.000Z'),
    people: new PeopleStore(db),
    worker: { run },
  } as unknown as CompletionNeeds)
  const caller = (id: string) => ({ person: { id, name: 'Ines', number: 'HR-1', role: 'hr' as const } })
  const hr = (db.prepare('SELECT id FROM people LIMIT 1').get() as { id: string }).id
  const pseudonymous = () =>
    organisation.change({ privacy: 'pseudonymous', smallestGroup: 10 }, NOW.toISOString(), hr)
  return { db, handlers, hr: caller(hr), caller, pseudonymous }
}

async function codeOf(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return (error as { code?: unknown }).code
  }
  return 'nothing was refused'
}

type Ask = Omit<Request<'records.standings'>, 'filter'> & { filter?: Filter }

describe('a page of standings', () => {
  it('walks through every row once, forward and backward, in every order', async () => {
    const { db, handlers, hr } = desk()
    const ask = async (request: Ask) => handlers['records.standings']({ filter: filterOf(), ...request }, hr)
    const idOf = (row: { person: string; course: string }) => `${row.person} ${row.course}`
    for (const by of STANDING_ORDERS) {
      for (const descending of [false, true]) {
        const sort = { by, descending }
        const pages: string[][] = []
        let page = await ask({ sort, from: null, limit: 37 })
        expect(page.before).toBeNull()
        pages.push(page.rows.map(idOf))
        while (page.after) {
          page = await ask({ sort, from: { key: page.after, direction: 'after' }, limit: 37 })
          pages.push(page.rows.map(idOf))
        }
        const all = pages.flat()
        expect(new Set(all).size, by).toBe(180)
        expect(all, by).toHaveLength(180)
        const back = [pages[pages.length - 1]!]
        while (page.before) {
          page = await ask({ sort, from: { key: page.before, direction: 'before' }, limit: 37 })
          back.unshift(page.rows.map(idOf))
        }
        expect(back.flat(), by).toEqual(all)
      }
    }
    db.close()
  })

  it('is in the order that it says', async () => {
    const { db, handlers, hr } = desk()
    const rows = async (sort: StandingSort) =>
      (await handlers['records.standings']({ filter: filterOf(), sort, from: null, limit: 200 }, hr)).rows
    const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
    const names = (await rows(NAME)).map(({ name }) => plain(name))
    expect(names).toEqual([...names].sort())
    const scores = (await rows({ by: 'score', descending: true })).map(({ results }) => results!.score ?? -1)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    const statuses = (await rows({ by: 'status', descending: false })).map(({ status }) => status)
    const rank = ['late', 'failed', 'in-progress', 'open', 'revoked', 'expired', 'complete']
    expect(statuses.map((status) => rank.indexOf(status))).toEqual(
      statuses.map((status) => rank.indexOf(status)).sort((a, b) => a - b),
    )
    db.close()
  })

  it('says of each row what the filter for it says', async () => {
    const { db, handlers, hr } = desk()
    const ask = async (filter: Filter) =>
      (await handlers['records.standings']({ filter, sort: NAME, from: null, limit: 200 }, hr)).rows
    const all = await ask(filterOf())
    for (const status of ['open', 'in-progress', 'late', 'complete', 'expired', 'revoked'] as const) {
      expect(await ask(filterOf({ statuses: [status] }))).toEqual(all.filter((row) => row.status === status))
    }
    expect(await ask(filterOf({ statuses: ['failed'] }))).toEqual(all.filter((row) => row.results!.failed))
    const figures = await handlers['records.figures']({ filter: filterOf({ statuses: ['late'] }) }, hr)
    expect(figures).toMatchObject({
      rows: 180,
      people: 90,
      matched: all.filter((row) => row.status === 'late').length,
      complete: all.filter((row) => row.status === 'complete').length,
      expired: all.filter((row) => row.status === 'expired').length,
      revoked: all.filter((row) => row.status === 'revoked').length,
    })
    const days = await handlers['records.completed']({ filter: filterOf() }, hr)
    expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(
      figures.complete + figures.expired + figures.revoked,
    )
    db.close()
  })
})

describe('a page of attempts', () => {
  it('walks through every attempt once, both ways, and counts them', async () => {
    const { db, handlers, hr } = desk()
    const filter = filterOf({ sites: ['Indore', 'Manila'] })
    const { count, more } = await handlers['records.countAttempts']({ filter }, hr)
    const seen: string[] = []
    let page = await handlers['records.attempts']({ filter, descending: true, from: null, limit: 50 }, hr)
    seen.push(...page.rows.map(({ id }) => id))
    while (page.after) {
      const from = { key: page.after, direction: 'after' as const }
      page = await handlers['records.attempts']({ filter, descending: true, from, limit: 50 }, hr)
      seen.push(...page.rows.map(({ id }) => id))
    }
    expect({ seen: seen.length, different: new Set(seen).size, more }).toEqual({
      seen: count,
      different: count,
      more: false,
    })
    db.close()
  })
})

describe('pseudonymous mode', () => {
  it('tells completion by person, and no result of one', async () => {
    const { db, handlers, hr, pseudonymous } = desk()
    const ask = (filter: Filter, sort = NAME) =>
      handlers['records.standings']({ filter, sort, from: null, limit: 200 }, hr)
    const named = (await ask(filterOf({ statuses: ['in-progress', 'failed'] }))).rows
    pseudonymous()
    const { rows } = await ask(filterOf())
    expect(rows.every((row) => row.results === null && row.status !== 'failed')).toBe(true)
    // People who failed are counted as under way, in the list and in the filter.
    const under = (await ask(filterOf({ statuses: ['in-progress'] }))).rows
    expect(under.map(({ person, course }) => person + course)).toEqual(
      named.filter(({ status }) => status !== 'late').map(({ person, course }) => person + course),
    )
    const attempts = await handlers['records.attempts'](
      { filter: filterOf(), descending: true, from: null, limit: 50 },
      hr,
    )
    expect(attempts.rows.every((row) => row.results === null && row.contact === null)).toBe(true)
    db.close()
  })

  it('refuses filters and orders that would tell one', async () => {
    const { db, handlers, hr, pseudonymous } = desk(12)
    pseudonymous()
    for (const filter of [
      filterOf({ scoreTo: 50 }),
      filterOf({ statuses: ['failed'] }),
      filterOf({ competency: { name: 'reporting', below: 50 } }),
    ]) {
      expect(
        await codeOf(() => handlers['records.standings']({ filter, sort: NAME, from: null, limit: 10 }, hr)),
      ).toBe('hidden-by-privacy')
      expect(await codeOf(() => handlers['records.figures']({ filter }, hr))).toBe('hidden-by-privacy')
      expect(await codeOf(() => handlers['records.countAttempts']({ filter }, hr))).toBe('hidden-by-privacy')
    }
    const sort = { by: 'missed', descending: true } as const
    expect(
      await codeOf(() =>
        handlers['records.standings']({ filter: filterOf(), sort, from: null, limit: 10 }, hr),
      ),
    ).toBe('hidden-by-privacy')
    db.close()
  })
})

describe('saved views', () => {
  const view: RecordsView = { filter: filterOf({ statuses: ['late'] }), period: 'this-month', sort: NAME }

  it('belong to one person, who names, renames and deletes them', async () => {
    const { db, handlers, hr, caller } = desk(2)
    const other = caller((db.prepare('SELECT id FROM people LIMIT 1 OFFSET 1').get() as { id: string }).id)
    const [saved] = await handlers['views.save']({ name: 'Late this month', view }, hr)
    expect(saved).toMatchObject({ name: 'Late this month', view })
    expect(await handlers['views.list'](undefined, other)).toEqual([])
    expect(await codeOf(() => handlers['views.rename']({ id: saved!.id, name: 'Mine' }, other))).toBe(
      'not-found',
    )
    expect(await codeOf(() => handlers['views.delete']({ id: saved!.id }, other))).toBe('not-found')
    expect(await codeOf(() => handlers['views.save']({ name: 'late THIS month', view }, hr))).toBe(
      'already-exists',
    )
    expect(await handlers['views.rename']({ id: saved!.id, name: 'Late' }, hr)).toMatchObject([
      { name: 'Late' },
    ])
    expect(await handlers['views.delete']({ id: saved!.id }, hr)).toEqual([])
    db.close()
  })

  it('that another version wrote are listed without being used', async () => {
    const { db, handlers, hr } = desk(2)
    await handlers['views.save']({ name: 'Old', view }, hr)
    db.exec(`UPDATE saved_views SET view = '{"filter":{"colour":"red"}}'`)
    expect(await handlers['views.list'](undefined, hr)).toMatchObject([{ name: 'Old', view: null }])
    db.close()
  })
})

describe('what a pass means', () => {
  it('is told of every course in both languages, as its certificate says it, in either mode', async () => {
    const { handlers, hr, pseudonymous } = desk(1)
    const ask = async () => handlers['records.rules'](undefined, hr)
    const rules = await ask()
    expect(rules.map(({ course }) => course)).toEqual(library.courses.map(({ id }) => id))
    for (const { course, rule } of rules) {
      const { kind } = library.course(course)!.rule
      expect(rule.kind).toBe(kind)
      const name = {
        fixed: ['Fixed rule', 'Règle fixe'],
        sequential: ['Sequential rule', 'Règle séquentielle'],
      }
      expect(rule.words['en']).toContain(`${name[kind][0]}, version ${rule.version}, `)
      expect(rule.words['fr']).toContain(`${name[kind][1]}, version ${rule.version}, `)
      expect(rule.words['en']).toMatch(/passes [\d.]+% of rounds/)
    }
    pseudonymous()
    expect(await ask()).toEqual(rules)
  })
})
