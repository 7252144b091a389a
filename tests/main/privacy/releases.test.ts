import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordFilter } from '../../../src/domain/records'
import { Adversary } from './adversary'
import { office, SCENARIOS, type Office, type Played } from './office'

const BAR = 10

/** Adds twelve people of one team, a team of ten, and two others. */
function staff(the: Office) {
  for (let n = 0; n < 12; n += 1) the.join('Indore', 'Cards')
  for (let n = 0; n < 10; n += 1) the.join('Indore', 'Loans')
  the.join('Indore', null)
  the.join('Manila', 'Night')
  return the.people
}

describe('releases', () => {
  it('show nothing of the day on which people play, and everything of it on the next', async () => {
    const the = office()
    for (const person of staff(the).slice(0, 12)) the.play(person, 'bribe', false)
    expect((await the.results()).all).toBeNull()
    expect(await the.figures()).toMatchObject({ results: null, release: { groupsOnly: false } })
    the.nextDay()
    expect((await the.results()).all).toMatchObject({ people: 12, attempts: 12, attacks: 12, hits: 12 })
    expect((await the.figures()).results).toMatchObject({ failed: null, attacks: 12, missed: { value: 0 } })
    expect((await the.results()).release).toMatchObject({ until: '2026-03-02', smallestGroup: 10 })
    the.close()
  })

  it('tell no attempt by the figures before and after it', async () => {
    const the = office()
    const people = staff(the)
    for (const person of people.slice(0, 11)) the.play(person, 'bribe', false)
    the.nextDay()
    const before = await the.results()
    the.play(people[11]!, 'bribe', true)
    expect(await the.results()).toEqual(before)
    the.nextDay()
    expect((await the.results()).all).toEqual(before.all)
    for (const person of people.slice(0, 9)) the.play(person, 'bribe', false, 2)
    the.nextDay()
    // Ten people have new attempts by now: one of yesterday and nine of today.
    expect((await the.results()).all).toMatchObject({ attempts: 21, hits: 20 })
    the.close()
  })

  it('tell nobody by a team of ten against the whole of eleven', async () => {
    const the = office()
    for (let n = 0; n < 10; n += 1) the.join('Indore', 'Cards')
    the.join('Indore', 'Loans')
    for (const [n, person] of the.people.entries()) the.play(person, 'bribe', n === 10)
    the.nextDay()
    const [whole, team] = [await the.results(), await the.results({ teams: ['Cards'] })]
    expect(whole.all).toMatchObject({ people: 10, attempts: 10, hits: 10 })
    expect(whole.all).toEqual(team.all)
    expect((await the.results({ teams: ['Loans'] })).all).toBeNull()
    the.close()
  })

  it('stay as they are when somebody moves, leaves or is erased', async () => {
    const the = office()
    const people = staff(the)
    for (const person of people.slice(0, 12)) the.play(person, 'bribe', false)
    the.nextDay()
    const before = await the.results({ teams: ['Cards'] })
    the.move(people[0]!, 'Indore', 'Loans')
    the.leave(people[1]!)
    the.erase(people[2]!)
    the.nextDay()
    expect({ ...(await the.results({ teams: ['Cards'] })), release: null }).toEqual({
      ...before,
      release: null,
    })
    expect((await the.results({ teams: ['Loans'] })).all).toBeNull()
    the.close()
  })

  it('take the small teams of a site together', async () => {
    const the = office()
    for (let n = 0; n < 12; n += 1) the.join('Cebu', `Team ${n % 4}`)
    for (const person of the.people) the.play(person, 'bribe', false)
    the.nextDay()
    const shown = await the.results({ sites: ['Cebu'] })
    expect(shown.all).toMatchObject({ people: 12 })
    expect(shown.byTeam.map(({ name }) => name)).toEqual([''])
    the.close()
  })

  it('give no results for a filter that cuts people out of a group', async () => {
    const the = office()
    for (const person of staff(the)) the.play(person, 'bribe', false)
    the.nextDay()
    expect((await the.results({ courses: ['onboarding'], teams: ['Cards', 'Loans'] })).all).not.toBeNull()
    const free: Partial<RecordFilter>[] = [
      { search: 'Person 1' },
      { statuses: ['in-progress'] },
      { from: '2026-03-02T00:00:00.000Z' },
      { to: '2026-03-02T09:05:00.001Z' },
    ]
    for (const filter of free) {
      expect(await the.results(filter)).toMatchObject({ all: null, release: { groupsOnly: true } })
      expect((await the.figures(filter)).results).toBeNull()
    }
    the.close()
  })

  it('open nothing by a lower bar that was recorded under a higher one', async () => {
    const the = office()
    const people = staff(the)
    the.organisation.change({ smallestGroup: 20 }, the.system.now().toISOString(), null)
    for (const person of people.slice(0, 12)) the.play(person, 'bribe', false)
    the.nextDay()
    the.organisation.change({ smallestGroup: 10 }, the.system.now().toISOString(), null)
    expect((await the.results()).all).toBeNull()
    the.nextDay()
    expect((await the.results()).all).toBeNull()
    for (const person of people.slice(0, 12)) the.play(person, 'bribe', true)
    the.nextDay()
    expect((await the.results()).all).toMatchObject({ attempts: 12, hits: 0 })
    the.organisation.change({ smallestGroup: 20 }, the.system.now().toISOString(), null)
    expect((await the.results()).all).toBeNull()
    the.close()
  })

  it('never change, and count no attempt twice that went and came back', async () => {
    const the = office()
    for (const person of staff(the).slice(0, 12)) the.play(person, 'bribe', false)
    the.nextDay()
    await the.results()
    expect(() => the.db.exec('UPDATE releases SET hits = 0')).toThrow(/never changes/)
    expect(() => the.db.exec('DELETE FROM releases')).toThrow(/never changes/)
    the.db.exec(`CREATE TEMP TABLE kept AS SELECT * FROM attempts; DELETE FROM attempts`)
    the.db.exec('INSERT INTO attempts SELECT * FROM kept')
    the.nextDay()
    expect((await the.results()).all).toMatchObject({ attempts: 12 })
    the.close()
  })
})

type Step =
  | {
      readonly do: 'play'
      readonly scenario: number
      readonly who: readonly boolean[]
      readonly missed: readonly boolean[]
    }
  | { readonly do: 'move'; readonly who: number; readonly to: number }
  | { readonly do: 'join'; readonly to: number }
  | { readonly do: 'leave' | 'erase'; readonly who: number }
  | { readonly do: 'bar'; readonly bar: number }
  | { readonly do: 'day' }

const GROUPS: readonly (readonly [site: string, team: string | null])[] = [
  ['Indore', 'Cards'],
  ['Indore', 'Loans'],
  ['Manila', 'Cards'],
  ['Manila', null],
]

const flags = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('play' as const),
      scenario: fc.nat(2),
      who: flags,
      missed: flags,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('day' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), who: fc.nat(29), to: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('join' as const), to: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('leave' as const, 'erase' as const), who: fc.nat(29) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('bar' as const), bar: fc.integer({ min: 10, max: 13 }) }),
  },
)

function take(the: Office, one: Step): void {
  const person = (n: number) => the.people[n % the.people.length]!
  switch (one.do) {
    case 'play':
      for (const [n, plays] of one.who.entries()) {
        if (plays) the.play(person(n), SCENARIOS[one.scenario]!, one.missed[n]!)
      }
      return
    case 'move':
      return the.move(person(one.who), ...GROUPS[one.to]!)
    case 'join':
      return void the.join(...GROUPS[one.to]!)
    case 'leave':
      return the.leave(person(one.who))
    case 'erase':
      return the.erase(person(one.who))
    case 'bar':
      return the.organisation.change({ smallestGroup: one.bar }, the.system.now().toISOString(), null)
    case 'day':
      return the.nextDay()
  }
}

/** Every way in which HR can ask for a group. */
const QUESTIONS: readonly Partial<RecordFilter>[] = [
  {},
  { courses: ['onboarding'] },
  ...['Indore', 'Manila'].map((site) => ({ sites: [site] })),
  ...['Cards', 'Loans'].map((team) => ({ teams: [team] })),
  ...GROUPS.flatMap(([site, team]) => (team ? [{ sites: [site], teams: [team] }] : [])),
]

/** Finds the attempts that each shown number adds up, and checks them against the number. */
async function look(the: Office, adversary: Adversary): Promise<void> {
  await the.results()
  const inRelease = the.db
    .prepare(
      `SELECT r.attempt_id AS id, l.site, l.team, l.people FROM release_attempts r JOIN releases l ON l.id = r.release_id`,
    )
    .all() as { id: string; site: string; team: string; people: number }[]
  const bar = the.organisation.settings().smallestGroup
  const byId = new Map(the.played.map((one) => [one.id, one]))
  for (const question of QUESTIONS) {
    const shown = await the.results(question)
    const meant = inRelease.filter(
      ({ site, team, people }) =>
        people >= bar && (question.sites?.includes(site) ?? true) && (question.teams?.includes(team) ?? true),
    )
    type Row = readonly [counts: typeof shown.all, has: (one: Played, group: { team: string }) => boolean]
    const rows: readonly Row[] = [
      [shown.all, () => true],
      ...shown.byScenario.map(({ name, counts }): Row => [counts, (one) => one.scenario === name]),
      ...shown.byTactic.map(({ name, counts }): Row => [
        counts,
        (one) => name === 'urgency' || one.scenario === 'bribe',
      ]),
      ...shown.byTeam.map(({ name, counts }): Row => [counts, (_, { team }) => team === name]),
    ]
    for (const [counts, has] of rows) {
      const added = meant.filter((entry) => has(byId.get(entry.id)!, entry)).map(({ id }) => byId.get(id)!)
      // The number must be exactly the sum over these attempts.
      expect(counts?.attempts ?? 0).toBe(added.length)
      expect(counts?.critical ?? 0).toBe(added.filter(({ missed }) => missed).length)
      expect(counts?.hits ?? 0).toBe(
        added.filter(({ missed, scenario }) => !missed && scenario !== 'caller').length,
      )
      adversary.see(added.map(({ id }) => id))
    }
    const [points] = shown.byCompetency
    expect(points?.points.earned ?? 0).toBe(
      meant.reduce((sum, { id }) => sum + (byId.get(id)!.missed ? 1 : 4), 0),
    )
  }
}

describe('an adversary who keeps every number', () => {
  const ownerIn = (the: Office) => {
    const owners = new Map(the.played.map(({ id, person }) => [id, person]))
    return (attempt: string) => owners.get(attempt)!
  }

  it('singles somebody out by figures that are simply counted anew', () => {
    const the = office()
    const people = staff(the)
    const adversary = new Adversary()
    for (const person of people.slice(0, 11)) the.play(person, 'bribe', false)
    adversary.see(the.played.map(({ id }) => id))
    the.play(people[11]!, 'bribe', true)
    adversary.see(the.played.map(({ id }) => id))
    expect(adversary.singlesOut(new Set([people[11]!]), ownerIn(the))).toBe(true)
    expect(adversary.singlesOut(new Set([people[0]!]), ownerIn(the))).toBe(false)
    the.close()
  })

  it('can single out nobody, and no group below the bar, by what is released', async () => {
    let sums = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 10, maxLength: 40 }),
        fc.array(fc.shuffledSubarray([...Array(30).keys()], { minLength: 2, maxLength: BAR - 1 }), {
          minLength: 5,
          maxLength: 5,
        }),
        async (steps, groups) => {
          const the = office()
          const adversary = new Adversary()
          for (let n = 0; n < 30; n += 1) the.join(...GROUPS[n < 12 ? 0 : n < 23 ? 1 : n < 26 ? 2 : 3]!)
          for (const one of [...steps, { do: 'day' } as const]) {
            take(the, one)
            await look(the, adversary)
          }
          const owner = ownerIn(the)
          for (const person of the.people) expect(adversary.singlesOut(new Set([person]), owner)).toBe(false)
          for (const group of groups) {
            const few = new Set(group.map((n) => the.people[n % the.people.length]!))
            expect(adversary.singlesOut(few, owner)).toBe(false)
          }
          sums += adversary.sums
          the.close()
        },
      ),
      { numRuns: 12, endOnFailure: true },
    )
    // Otherwise nothing was shown, and the test would prove nothing.
    expect(sums).toBeGreaterThan(3)
  })
})
