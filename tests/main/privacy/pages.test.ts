import { describe, expect, it, vi } from 'vitest'
import { STANDING_ORDERS } from '../../../src/domain/records'
import { auditHandlers } from '../../../src/main/ipc/audit'
import { personView } from '../../../src/main/reporting/person-view'
import { audit } from '../../../src/main/store/tables/audit'
import { filterOf, office, SCENARIOS, type Office } from './office'

vi.mock('electron', () => ({ BrowserWindow: {}, dialog: {} }))

/** Matches a time of day in anything that is shown, including the keys of pages. */
const TIME = /T\d\d:\d\d/

const HIDDEN = ['score', 'missed', 'turned-away']

function busy() {
  const the = office()
  for (let n = 0; n < 12; n += 1) the.join('Indore', 'Cards')
  for (let day = 0; day < 3; day += 1) {
    for (const person of [...the.people].reverse()) {
      for (const scenario of SCENARIOS) the.play(person, scenario, false)
    }
    the.nextDay()
  }
  return the
}

const attempts = (the: Office, filter = {}, descending = true) =>
  the.handlers['records.attempts'](
    { filter: filterOf(filter), descending, from: null, limit: 200 },
    the.caller,
  )

describe('pages in pseudonymous mode', () => {
  it('show no time at which anybody did something, in no order and in no key', async () => {
    const the = busy()
    for (const by of STANDING_ORDERS.filter((one) => !HIDDEN.includes(one))) {
      for (const descending of [false, true]) {
        const page = await the.handlers['records.standings'](
          { filter: filterOf(), sort: { by, descending }, from: null, limit: 5 },
          the.caller,
        )
        expect(page.rows).toHaveLength(5)
        expect(JSON.stringify(page)).not.toMatch(TIME)
        const next = await the.handlers['records.standings'](
          {
            filter: filterOf(),
            sort: { by, descending },
            from: { key: page.after!, direction: 'after' },
            limit: 20,
          },
          the.caller,
        )
        expect(next.rows).toHaveLength(7)
      }
    }
    expect(JSON.stringify(await attempts(the))).not.toMatch(TIME)
    expect(JSON.stringify(personView(the.services, the.people[0]!, the.caller.person))).not.toMatch(TIME)
    the.close()
  })

  it('list the days of a course, not how often it was played or what', async () => {
    const the = busy()
    const { rows } = await attempts(the)
    expect(rows).toHaveLength(3 * 12)
    expect(rows.every(({ contact, results }) => contact === null && results === null)).toBe(true)
    expect([...new Set(rows.map(({ startedAt }) => startedAt))]).toEqual([
      '2026-03-04',
      '2026-03-03',
      '2026-03-02',
    ])
    expect(await the.handlers['records.countAttempts']({ filter: filterOf() }, the.caller)).toMatchObject({
      count: 36,
    })
    // Attempts of one day are in no order of time: later ones do not come first.
    const lastDay = rows.filter(({ startedAt }) => startedAt === '2026-03-04').map(({ id }) => id)
    expect(lastDay).toEqual([...lastDay].sort().reverse())
    the.close()
  })

  it('walk through every day once, both ways', async () => {
    const the = busy()
    for (const descending of [true, false]) {
      const seen: string[] = []
      let page = await the.handlers['records.attempts'](
        { filter: filterOf(), descending, from: null, limit: 7 },
        the.caller,
      )
      seen.push(...page.rows.map(({ id }) => id))
      while (page.after) {
        const from = { key: page.after, direction: 'after' as const }
        page = await the.handlers['records.attempts'](
          { filter: filterOf(), descending, from, limit: 7 },
          the.caller,
        )
        seen.push(...page.rows.map(({ id }) => id))
      }
      expect(new Set(seen).size).toBe(36)
      expect(seen).toHaveLength(36)
      const back = [page.rows.map(({ id }) => id)]
      while (page.before) {
        const from = { key: page.before, direction: 'before' as const }
        page = await the.handlers['records.attempts'](
          { filter: filterOf(), descending, from, limit: 7 },
          the.caller,
        )
        back.unshift(page.rows.map(({ id }) => id))
      }
      expect(back.flat()).toEqual(seen)
    }
    the.close()
  })

  it('can’t be halved by a period until they tell a time', async () => {
    const the = busy()
    const counts = new Set<number>()
    for (let minute = 0; minute < 12 * 60; minute += 17) {
      const from = new Date(Date.parse('2026-03-03T12:00:00.000Z') + minute * 60_000).toISOString()
      const { count } = await the.handlers['records.countAttempts'](
        { filter: filterOf({ from }) },
        the.caller,
      )
      counts.add(count)
    }
    expect([...counts]).toEqual([12])
    the.close()
  })

  it('say nothing of how far somebody is, nor how often they tried', () => {
    const the = busy()
    the.db.exec(`UPDATE standings SET status = 'failed', modules_done = 3, round = 2, score = 40`)
    const page = personView(the.services, the.people[0]!, the.caller.person)
    expect(page).toMatchObject({ attempts: null, attemptsInAll: null, detection: null })
    expect(page.standings).toMatchObject([
      { status: 'in-progress', round: null, modulesDone: null, result: null },
    ])
    expect(JSON.stringify(page.standings)).not.toMatch(/failed|:2|:40/)
    the.close()
  })

  it('say nothing of how many contacts a drawn round took: one that ended early was decided early', async () => {
    const the = busy()
    const [person] = the.people as [string]
    the.db.prepare('UPDATE standings SET modules = 12, modules_done = 4 WHERE true').run()
    const seen = async () => {
      const standings = await the.handlers['records.standings'](
        { filter: filterOf(), sort: { by: 'name', descending: false }, from: null, limit: 20 },
        the.caller,
      )
      const { rows } = standings
      return JSON.stringify([
        rows.find((row) => row.person === person),
        personView(the.services, person, the.caller.person).standings,
      ])
    }
    const goingOn = await seen()
    // A critical act in the first contact ends the round, which then has one contact.
    the.db
      .prepare(`UPDATE standings SET status = 'failed', modules = 1, modules_done = 1 WHERE person_id = ?`)
      .run(person)
    expect(await seen()).toBe(goingOn)
    the.close()
  })

  it('show the day of what a trainee did in the audit log, and the time of what HR did', async () => {
    const the = busy()
    const hr = the.join('Indore', null)
    the.db.prepare(`UPDATE people SET role = 'hr' WHERE id = ?`).run(hr)
    audit(the.db, the.system.now().toISOString(), the.people[0]!, 'sign-in', {})
    audit(the.db, the.system.now().toISOString(), hr, 'sign-in', {})
    const page = auditHandlers(the.services)['audit.page']
    const asked = { act: 'sign-in', person: '', from: null, to: null, before: null, limit: 10 } as const
    const { lines } = await page(asked, the.caller)
    expect(lines.map(({ at }) => TIME.test(at))).toEqual([true, false])
    // Somebody left a contact before the mode was switched on.
    audit(the.db, the.system.now().toISOString(), the.people[0]!, 'attempt-left', { course: 'onboarding' })
    for (const act of [null, 'attempt-left'] as const) {
      const all = await page({ ...asked, act, limit: 200 }, the.caller)
      expect(JSON.stringify(all)).not.toContain('attempt-left')
    }
    const save = auditHandlers(the.services)['audit.save']
    await expect(save(undefined, the.caller)).rejects.toMatchObject({ code: 'hidden-by-privacy' })
    the.close()
  })
})
