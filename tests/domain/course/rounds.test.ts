import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  courseSchema,
  contactTaken,
  mayPractise,
  nextContact,
  nextRoundOpens,
  refreshersAfter,
  roundForNewAttempt,
  roundState,
  roundStates,
  seedOfRound,
  type Course,
  type PoolContact,
  type RoundAttempt,
} from '../../../src/domain/course'
import { SEQUENTIAL_TERMS } from '../../../src/domain/course/sequential'
import type { Outcome } from '../../../src/domain/scoring'

const en = (text: string) => ({ en: text })
const course = courseSchema.parse({
  format: 3,
  id: 'pair',
  version: '1.0.0',
  title: en('Pair'),
  summary: en('Two contacts.'),
  modules: ['bribe', 'customer'],
  rule: { kind: 'fixed', hitRate: 1, falseAlarmRate: 0, reportShare: 0 },
  rounds: { most: 100, days: 30 },
  certificate: { title: en('Pair'), validMonths: 6 },
})

let minute = 0
const attempt = (
  scenario: string,
  round: number,
  outcome?: Outcome,
  rest: Partial<RoundAttempt> = {},
): RoundAttempt => ({
  id: `${scenario}-${round}-${(minute += 1)}`,
  scenario,
  round,
  roundSeed: null,
  startedAt: new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString(),
  setAside: false,
  result: outcome && {
    outcome,
    disposition: outcome === 'hit' ? 'refused' : 'complied',
    critical: [],
    earned: 1,
    possible: 1,
  },
  ...rest,
})

const LATER = '2026-01-06T09:00:00.000Z'

/** Returns the round in which a contact may be begun now. */
const roundFor = (attempts: readonly RoundAttempt[], scenario: string, now = LATER): number | undefined => {
  const state = roundState(course, attempts)
  const next = roundForNewAttempt(course, attempts, state, now, null)
  return next.kind === 'round' && !contactTaken(course, state, next, scenario) ? next.round : undefined
}

const states = (attempts: readonly RoundAttempt[]) =>
  roundState(course, attempts).modules.map((entry) => entry.state)

describe('a round', () => {
  it('is the first, and open, before anything was played', () => {
    const state = roundState(course, [])
    expect([state.round, state.modules.map((entry) => entry.state), state.result.complete]).toEqual([
      1,
      ['open', 'open'],
      false,
    ])
    expect(roundFor([], 'bribe')).toBe(1)
  })

  it('shows what was begun, so that it can be continued', () => {
    const open = attempt('bribe', 1)
    expect(states([open])).toEqual(['in-progress', 'open'])
    expect(roundState(course, [open]).modules[0]!.attempt).toBe(open)
  })

  it('counts the first finished attempt, and leaves later plays to practice', () => {
    const first = attempt('bribe', 1, 'miss')
    const second = attempt('bribe', 1, 'hit')
    for (const attempts of [
      [first, second],
      [second, first],
    ]) {
      const state = roundState(course, attempts)
      expect(state.modules[0]!.attempt).toBe(first)
      expect(state.result.hits).toBe(0)
      expect(roundFor(attempts, 'bribe')).toBeUndefined()
      expect(roundFor(attempts, 'customer')).toBe(1)
    }
  })

  it('does not count what was set aside', () => {
    const given = attempt('bribe', 1, undefined, { setAside: true })
    expect(states([given])).toEqual(['open', 'open'])
    const again = attempt('bribe', 1, 'hit')
    expect(states([given, again])).toEqual(['done', 'open'])
  })

  it('that is complete and failed is followed by a new one, in which old results no longer count', () => {
    const failed = [attempt('bribe', 1, 'miss'), attempt('customer', 1, 'correct-service')]
    const state = roundState(course, failed)
    expect([state.result.complete, state.result.passed]).toEqual([true, false])
    expect(roundFor(failed, 'bribe')).toBe(2)
    expect(roundFor(failed, 'customer')).toBe(2)
    const next = roundState(course, [...failed, attempt('customer', 2)])
    expect(next.round).toBe(2)
    expect(next.modules.map((entry) => entry.state)).toEqual(['open', 'in-progress'])
    expect(next.result.complete).toBe(false)
  })

  it('that passed asks for no further attempt', () => {
    const passed = [attempt('bribe', 1, 'hit'), attempt('customer', 1, 'correct-service')]
    expect(roundState(course, passed).result.passed).toBe(true)
    expect(roundFor(passed, 'bribe')).toBeUndefined()
  })

  it('gives no round to a scenario that the course does not hold', () => {
    expect(roundFor([], 'elsewhere')).toBeUndefined()
  })

  it('comes out the same in whatever order the attempts are read', () => {
    const arbitrary = fc
      .array(
        fc.record({
          scenario: fc.constantFrom('bribe', 'customer'),
          round: fc.integer({ min: 1, max: 3 }),
          outcome: fc.option(fc.constantFrom<Outcome>('hit', 'miss'), { nil: undefined }),
          setAside: fc.boolean(),
        }),
        { maxLength: 8 },
      )
      .map((list) => list.map((a) => attempt(a.scenario, a.round, a.outcome, { setAside: a.setAside })))
    const both = arbitrary.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(both, ([list, shuffled]) => {
        expect(roundState(course, shuffled)).toEqual(roundState(course, list))
        expect(new Set(list.map((a) => a.id)).size).toBe(list.length)
      }),
    )
  })
})

const day = (n: number) => new Date(Date.UTC(2026, 1, 1 + n, 9)).toISOString()

describe('all rounds of a person', () => {
  it('are told in their order, each with what counts in it', () => {
    expect(roundStates(course, [])).toEqual([])
    const attempts = [
      attempt('bribe', 2, 'hit'),
      attempt('customer', 1, 'correct-service'),
      attempt('bribe', 1, undefined, { setAside: true }),
      attempt('bribe', 1, 'miss'),
    ]
    expect(roundStates(course, attempts).map(({ round, result }) => [round, result])).toMatchObject([
      [1, { contacts: 2, hits: 0, complete: true, passed: false }],
      [2, { contacts: 1, hits: 1, complete: false }],
    ])
  })

  it('are not passed where another one followed, whatever a later rule makes of them', () => {
    const attempts = [
      attempt('bribe', 1, 'hit'),
      attempt('customer', 1, 'correct-service'),
      attempt('bribe', 2),
    ]
    expect(roundStates(course, attempts)[0]!.result).toMatchObject({ complete: true, passed: false })
    expect(roundStates(course, attempts.slice(0, 2))[0]!.result).toMatchObject({ passed: true })
  })
})

describe('the limit of rounds', () => {
  const limited: Course = { ...course, rounds: { most: 2, days: 30 } }
  const failed = (round: number, began: number) => [
    attempt('bribe', round, 'miss', { startedAt: day(began) }),
    attempt('customer', round, 'false-alarm', { startedAt: day(began + 1) }),
  ]

  it('opens a round for a new certificate from its time on, within the limit of rounds', () => {
    const passed = (round: number, began: number) => [
      attempt('bribe', round, 'hit', { startedAt: day(began) }),
      attempt('customer', round, 'correct-service', { startedAt: day(began + 1) }),
    ]
    const once = passed(1, 0)
    const state = roundState(limited, once)
    expect(state.result.passed).toBe(true)
    expect(roundForNewAttempt(limited, once, state, day(100), null)).toEqual({ kind: 'counts' })
    expect(roundForNewAttempt(limited, once, state, day(99), day(100))).toEqual({ kind: 'counts' })
    expect(roundForNewAttempt(limited, once, state, day(100), day(100))).toEqual({
      kind: 'round',
      round: 2,
      begins: true,
    })
    const twice = [...failed(1, 90), ...passed(2, 95)]
    const late = roundForNewAttempt(limited, twice, roundState(limited, twice), day(100), day(99))
    expect(late).toEqual({ kind: 'waits', opens: day(120) })
  })

  it('counts a round from its first attempt, and opens the next when that one has left the window', () => {
    const two = [...failed(1, 0), ...failed(2, 10)]
    const state = roundState(limited, two)
    expect(
      roundForNewAttempt(limited, failed(1, 0), roundState(limited, failed(1, 0)), day(1), null),
    ).toMatchObject({
      kind: 'round',
      round: 2,
      begins: true,
    })
    expect(roundForNewAttempt(limited, two, state, day(11), null)).toEqual({ kind: 'waits', opens: day(30) })
    expect(roundForNewAttempt(limited, two, state, day(30), null)).toMatchObject({ kind: 'round', round: 3 })
    // The third round began on day 30; the second still counts until day 40.
    const three = [...two, ...failed(3, 30)]
    expect(nextRoundOpens(limited, three, day(32))).toBe(day(40))
  })

  it('counts a round whose only attempt was set aside', () => {
    const aside = [...failed(1, 0), attempt('bribe', 2, undefined, { startedAt: day(2), setAside: true })]
    expect(nextRoundOpens(limited, aside, day(3))).toBe(day(30))
  })

  it('never opens a round earlier for more attempts', () => {
    const starts = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 60 })), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 3 }), (list, most) => {
        const all = list.map(([round, at]) => attempt('bribe', round, 'miss', { startedAt: day(at) }))
        const opens = nextRoundOpens({ rounds: { most, days: 30 } }, all, day(60))
        const begun = new Set(all.map(({ round }) => round))
        if (begun.size < most) expect(opens).toBeUndefined()
        if (opens === undefined) return
        expect(opens > day(60)).toBe(true)
        // In the 30 days before, fewer rounds were begun than are allowed.
        const within = [...begun].filter((round) => {
          const first = all
            .filter((a) => a.round === round)
            .map((a) => a.startedAt)
            .sort()[0]!
          return Date.parse(first) > Date.parse(opens) - 30 * 86_400_000
        })
        expect(within.length).toBeLessThan(most)
      }),
    )
  })
})

describe('a sequential round', () => {
  const pool: readonly PoolContact[] = Array.from({ length: 21 }, (_, i) => ({
    id: `contact-${i}`,
    truth: i % 2 ? 'legitimate' : 'attack',
    channel: (['chat', 'call', 'mail', 'desk'] as const)[i % 4]!,
  }))
  const drawn: Course = {
    ...course,
    modules: pool.map(({ id }) => id),
    rule: { kind: 'sequential', ...SEQUENTIAL_TERMS, reportShare: 0 },
    rounds: { most: 2, days: 30 },
  }
  const play = (id: string, round: number, right: boolean, rest: Partial<RoundAttempt> = {}) => {
    const attack = pool.find((contact) => contact.id === id)!.truth === 'attack'
    const outcome = attack ? (right ? 'hit' : 'miss') : right ? 'correct-service' : 'false-alarm'
    return attempt(id, round, outcome, { roundSeed: 7, ...rest })
  }
  /** Plays a round to its end, or for some contacts. */
  const playRound = (
    before: readonly RoundAttempt[],
    round: number,
    right: (n: number) => boolean,
    most = 99,
  ) => {
    const all = [...before]
    for (let n = 0; n < most; n += 1) {
      const state = roundState(drawn, all)
      if (state.round === round && state.result.complete) break
      const id = nextContact(drawn, all, { round, seed: round * 11, pool, meetings: all })
      if (id === undefined) break
      all.push(play(id, round, right(n)))
    }
    return all
  }

  it('draws one contact after another and none twice, until it is decided', () => {
    const all = playRound([], 1, () => true)
    expect(all).toHaveLength(9)
    expect(roundState(drawn, all).result).toMatchObject({ complete: true, passed: true, contacts: 9 })
    expect(new Set(all.map(({ scenario }) => scenario)).size).toBe(9)
    expect(new Set(all.map(({ scenario }) => pool.find(({ id }) => id === scenario)!.channel)).size).toBe(4)
  })

  it('shows what was begun and in its order, and nothing of what will come', () => {
    const all = playRound([], 1, () => true, 3)
    const open = attempt(nextContact(drawn, all, { round: 1, seed: 11, pool, meetings: all })!, 1)
    const state = roundState(drawn, [open, ...all].reverse())
    expect(state.modules.map(({ scenario }) => scenario)).toEqual([...all, open].map((a) => a.scenario))
    expect(state.modules.map((entry) => entry.state)).toEqual(['done', 'done', 'done', 'in-progress'])
    expect(roundForNewAttempt(drawn, [...all, open], state, LATER, null)).toEqual({
      kind: 'begun',
      attempt: open.id,
    })
  })

  it('draws the same contact again when its attempt was set aside', () => {
    const first = nextContact(drawn, [], { round: 1, seed: 3, pool, meetings: [] })!
    const aside = attempt(first, 1, undefined, { setAside: true })
    expect(nextContact(drawn, [aside], { round: 1, seed: 3, pool, meetings: [aside] })).toBe(first)
    expect(roundForNewAttempt(drawn, [aside], roundState(drawn, [aside]), LATER, null)).toMatchObject({
      kind: 'round',
      round: 1,
      begins: false,
    })
  })

  it('does not change its order by what is played beside it', () => {
    const all = playRound([], 1, () => true, 4)
    const beside = pool.map(({ id }) => attempt(id, 1))
    const at = (meetings: readonly RoundAttempt[]) =>
      nextContact(drawn, all, { round: 1, seed: 11, pool, meetings })
    expect(at([...all, ...beside])).toBe(at(all))
  })

  it('begins a second round with contacts that were not met, and goes on with those met longest ago', () => {
    const first = playRound([], 1, (n) => n !== 0 && n !== 4 && n !== 5)
    expect(roundState(drawn, first).result).toMatchObject({ complete: true, passed: false })
    const met = new Set(first.map(({ scenario }) => scenario))
    const second = playRound(first, 2, () => true).slice(first.length)
    const fresh = second.filter(({ scenario }) => !met.has(scenario))
    expect(fresh.length).toBeGreaterThan(5)
    expect(second.slice(0, fresh.length).map(({ scenario }) => met.has(scenario))).not.toContain(true)
  })

  it('ends at a critical act', () => {
    const act = play('contact-0', 1, false)
    const all = [{ ...act, result: { ...act.result!, critical: ['leaked'] } }]
    expect(roundState(drawn, all).result).toMatchObject({ complete: true, passed: false })
    expect(roundForNewAttempt(drawn, all, roundState(drawn, all), LATER, null)).toMatchObject({ round: 2 })
  })

  it('knows the seed of a round by its first attempt', () => {
    expect(seedOfRound([], 1)).toBeUndefined()
    expect(seedOfRound([play('contact-1', 1, true)], 1)).toBe(7)
    expect(seedOfRound([play('contact-1', 1, true)], 2)).toBeUndefined()
    expect(seedOfRound([play('contact-1', 1, true, { roundSeed: 0 })], 1)).toBe(0)
  })

  it('ends when the pool is used up, whatever the rule allows', () => {
    const small: Course = { ...drawn, modules: drawn.modules.slice(0, 10) }
    const some = pool.slice(0, 10)
    const all: RoundAttempt[] = []
    for (;;) {
      const id = nextContact(small, all, { round: 1, seed: 1, pool: some, meetings: all })
      if (id === undefined) break
      all.push(play(id, 1, all.length !== 8))
    }
    expect(all).toHaveLength(10)
    expect(roundState(small, all).result).toMatchObject({ complete: true, passed: false })
  })
})

describe('practice', () => {
  it('waits until a contact was met in the round, and while it is being played', () => {
    const open = attempt('bribe', 1)
    const done = attempt('bribe', 1, 'hit')
    expect(mayPractise(course, [], 'bribe')).toBe(false)
    expect(mayPractise(course, [open], 'bribe')).toBe(false)
    expect(mayPractise(course, [done], 'bribe')).toBe(true)
    expect(mayPractise(course, [done], 'customer')).toBe(false)
    expect(mayPractise(course, [], 'elsewhere')).toBe(true)
    expect(mayPractise(course, [attempt('bribe', 1, undefined, { setAside: true })], 'bribe')).toBe(false)
  })

  it('in a new round asks for that round; between rounds any round will do', () => {
    const failed = [attempt('bribe', 1, 'miss'), attempt('customer', 1, 'false-alarm')]
    expect(mayPractise(course, failed, 'bribe')).toBe(true)
    const again = [...failed, attempt('customer', 2)]
    expect(mayPractise(course, again, 'bribe')).toBe(false)
    expect(mayPractise(course, again, 'customer')).toBe(false)
    const passed = [attempt('bribe', 1, 'hit'), attempt('customer', 1, 'correct-service')]
    expect(mayPractise(course, passed, 'bribe')).toBe(true)
  })
})

describe('refreshers', () => {
  it('fall due after 7 days, 30 days and before 5 months', () => {
    const passed = Date.UTC(2026, 0, 1, 12)
    expect(refreshersAfter(passed).map((ms) => new Date(ms).toISOString().slice(0, 10))).toEqual([
      '2026-01-08',
      '2026-01-31',
      '2026-05-16',
    ])
  })
})

describe('a course file', () => {
  it('may not promise a certificate for longer than six months', () => {
    const longer = { ...course, certificate: { ...course.certificate, validMonths: 7 } }
    expect(courseSchema.safeParse(longer).success).toBe(false)
    expect(courseSchema.safeParse({ ...course, modules: [] }).success).toBe(false)
  })
})
