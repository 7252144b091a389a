import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileScenario, decide, startSession, viewOf, type Choice } from '../../../src/domain/run'
import type { Scenario } from '../../../src/domain/scenario/schema'
import { TIMEOUT_EVENT, type Tool } from '../../../src/domain/scenario/vocabulary'
import { proveHabits, scoreSession } from '../../../src/domain/scoring'
import {
  APPROACHES,
  GRID_SIZE,
  habitAt,
  HABIT_TOOLS,
  MODES,
  REPLY_RULES,
} from '../../../src/domain/scoring/habits'
import {
  CRITICAL,
  Memory,
  playHabit,
  REPORTED,
  RIGHT,
  rulePickers,
  sightOf,
} from '../../../src/domain/scoring/play-habits'
import { playTable, shownBy } from '../../../src/domain/scoring/play-table'
import { surfaceOf } from '../../../src/domain/scoring/surface'
import { assess, ending, raise, reply, scenarioArbitrary, scenarioOf, scene } from '../helpers'

const tool = (name: Tool, rest: object = {}) => ({ meta: { tool: name, did: { en: 'Done' } }, ...rest })
const proofOf = (scenario: Scenario) => proveHabits(compileScenario(scenario))

/** Makes three replies of which the longest is right, and a report that is right. */
const longestIsRight = () =>
  scenarioOf({
    start: scene({
      on: {
        a: reply('No.', { target: 'lost', actions: [assess(0, 4)] }),
        b: reply('Let me look at that with you for a moment.', { target: 'won', actions: [assess(4, 4)] }),
        c: reply('Yes, sure.', { target: 'lost', actions: [assess(0, 4)] }),
        report: tool('report', { target: 'told', actions: [assess(4, 4)] }),
      },
    }),
    won: ending('refused'),
    told: ending('reported'),
    lost: ending('complied'),
  })

describe('the grid', () => {
  it('has every order of at most two tools, every mode and every rule for a reply once', () => {
    const tools = HABIT_TOOLS.length
    expect(GRID_SIZE).toBe((1 + tools * tools * MODES.length) * REPLY_RULES.length)
    expect(GRID_SIZE).toBeGreaterThanOrEqual(2320)
    const all = Array.from({ length: GRID_SIZE }, (_, i) => JSON.stringify(habitAt(i)))
    expect(new Set(all).size).toBe(GRID_SIZE)
    expect(all).toContain(JSON.stringify({ tools: ['escalate'], mode: 'everywhere', reply: 'last' }))
    expect(all).toContain(
      JSON.stringify({ tools: ['call-back', 'escalate'], mode: 'everywhere', reply: 'second-longest' }),
    )
  })

  it('sees which habits a contact gives in to', () => {
    const proof = proofOf(longestIsRight())
    expect(proof.byTool).toEqual([{ of: 'report', right: 1 }])
    const byReply = new Map<string, number>(proof.byReply.map(({ of, right }) => [of, right]))
    expect(byReply.get('longest')).toBe(1)
    expect(byReply.get('shortest')).toBe(0)
    // The order comes from a seed, so the place of a reply is no help.
    for (const place of ['first', 'second', 'middle', 'last']) {
      expect(byReply.get(place)).toBeGreaterThan(0)
      expect(byReply.get(place)).toBeLessThan(1)
    }
    expect(proof.best[0]).toEqual({ of: { tools: [], mode: 'everywhere', reply: 'longest' }, right: 1 })
  })

  it('holds the pass mark against the points and a critical act against everything', () => {
    const proof = proofOf(
      scenarioOf(
        {
          start: scene({
            on: {
              poor: reply('A reply of some length that ends well for few points.', {
                target: 'won',
                actions: [assess(1, 4)],
              }),
              leak: reply('A leak.', { target: 'won', actions: [assess(4, 4), raise('leaked')] }),
            },
          }),
          won: ending('refused'),
        },
        { critical: ['leaked'] },
      ),
    )
    expect(proof.right).toBe(0)
  })

  it('does not press again what did not lead on', () => {
    const stays = scenarioOf({
      start: scene({
        on: {
          lead: tool('escalate', { actions: [assess(0, 1)] }),
          chat: reply('A long reply that leads nowhere at all.', { actions: [assess(0, 1)] }),
          stop: reply('No.', { target: 'won', actions: [assess(8, 8)] }),
        },
      }),
      won: ending('refused'),
    })
    expect(proofOf(stays).right).toBe(1)
  })

  it('says the same twice', () => {
    expect(proofOf(longestIsRight())).toEqual(proofOf(longestIsRight()))
  })

  it('sees the replies in the order in which the player shows them', () => {
    fc.assert(
      fc.property(scenarioArbitrary, fc.nat(1000), (scenario, seed) => {
        const compiled = compileScenario(scenario)
        const shown = shownBy(playTable(compiled), seed)[0]!.replies.map(({ event }) => event)
        const { choices } = viewOf(startSession(compiled, seed))
        expect(shown).toEqual(choices.filter(({ meta }) => meta.say).map(({ event }) => event))
      }),
      { numRuns: 50 },
    )
  })

  it('comes to what a session comes to, decision by decision', () => {
    fc.assert(
      fc.property(
        scenarioArbitrary,
        fc.nat(APPROACHES.length - 1),
        fc.nat(REPLY_RULES.length - 1),
        fc.nat(1000),
        (scenario, approach, rule, seed) => {
          const compiled = compileScenario(scenario)
          const table = playTable(compiled)
          const sight = sightOf(table, shownBy(table, seed), rulePickers('en')[rule]!)
          const bits = playHabit(sight, APPROACHES[approach]!, new Memory(table))
          const score = playBySession(scenario, approach, rule, seed)
          if (score === undefined) expect(bits & RIGHT).toBe(0)
          else {
            expect(bits).toBe(
              (score.passed ? RIGHT : 0) |
                (score.critical.length > 0 ? CRITICAL : 0) |
                (score.disposition === 'reported' ? REPORTED : 0),
            )
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** Plays the same habit by sessions, as slowly as the player does. */
function playBySession(scenario: Scenario, approachNumber: number, rule: number, seed: number) {
  const compiled = compileScenario(scenario)
  const table = playTable(compiled)
  const picker = rulePickers('en')[rule]!
  const { tools, mode } = APPROACHES[approachNumber]!
  let session = startSession(compiled)
  const first = viewOf(session).path
  let [scenePath, pressed] = ['', new Set<string>()]
  for (let decision = 0; decision < 100; decision += 1) {
    const score = scoreSession(session)
    if (score) return score
    const view = viewOf(session)
    if (view.path !== scenePath) [scenePath, pressed] = [view.path, new Set()]
    const open = (events: readonly { event: string }[]) =>
      events.map(({ event }) => event).find((event) => !pressed.has(event))
    const events = view.choices.map(({ event }: Choice) => event)
    const number = table.places.findIndex(
      (place) =>
        place.scene === view.path &&
        place.presses.map(({ event }) => event).join() === events.join() &&
        !place.end,
    )
    const shown = shownBy(table, seed)[number]!
    const wants =
      mode === 'everywhere' ||
      (mode === 'first-scene' && view.path === first) ||
      (mode === 'in-turn' && decision % 2 === 0) ||
      (mode === 'after-a-reply' && decision > 0)
    const byTool = wants ? open(tools.flatMap((one) => shown.tools[one] ?? [])) : undefined
    const event = byTool ?? open(picker(shown.replies)) ?? open(shown.any) ?? TIMEOUT_EVENT
    pressed.add(event)
    const next = decide(session, event)
    if (!next) return undefined
    session = next
  }
  return undefined
}

describe('presses that decide for good', () => {
  it('names those after which nothing changes the outcome, and says whether the contact ends', () => {
    const { decisive, whole } = proofOf(
      scenarioOf({
        start: scene({
          on: {
            ask: reply('Who are you?', { target: 'asked' }),
            give: reply('Here it is.', { target: 'given' }),
            report: tool('report', { target: 'told', actions: [assess(1, 1)] }),
          },
        }),
        asked: scene({
          on: {
            stop: reply('No.', { target: 'told', actions: [assess(1, 1)] }),
            go: reply('Yes.', { target: 'given' }),
          },
        }),
        given: scene({ on: { sorry: reply('Sorry.', { target: 'lost' }) } }),
        told: ending('reported'),
        lost: ending('complied'),
      }),
    )
    expect(whole).toBe(true)
    const named = decisive.map(({ scene: at, event, outcome, ends, always }) =>
      [at, event, outcome, ends ? 'ends' : 'goes on', always ? 'always' : 'sometimes'].join(' '),
    )
    expect(named.sort()).toEqual([
      'asked go wrong goes on always',
      'asked stop right ends always',
      'start give wrong goes on always',
      'start report right ends always',
    ])
  })

  it('tells where points on the way there matter', () => {
    const { decisive } = proofOf(
      scenarioOf({
        start: scene({
          on: {
            good: reply('A good start.', { target: 'end', actions: [assess(3, 3)] }),
            bad: reply('A bad start.', { target: 'end', actions: [assess(0, 3)] }),
          },
        }),
        end: scene({
          on: {
            close: reply('Bye.', { target: 'won', actions: [assess(1, 2)] }),
            other: reply('Off.', { target: 'lost' }),
          },
        }),
        won: ending('refused'),
        lost: ending('complied'),
      }),
    )
    expect(decisive).toContainEqual({
      scene: 'start',
      event: 'bad',
      outcome: 'wrong',
      always: true,
      ends: false,
    })
    expect(decisive).toContainEqual({
      scene: 'end',
      event: 'close',
      outcome: 'right',
      always: true,
      ends: true,
    })
  })
})

describe('replies side by side', () => {
  it('names those that can be told from the others without reading, and scenes with few', () => {
    const { standOuts, few } = proofOf(longestIsRight())
    expect(standOuts.map(({ event, measure, how, points }) => [event, measure, how, points])).toEqual([
      ['a', 'length', 'less', 0],
      ['b', 'length', 'more', 1],
      ['c', 'length', 'less', 0],
    ])
    expect(few).toEqual([])
    const lonely = scenarioOf({
      start: scene({ on: { only: reply('Thanks, bye.', { target: 'won', actions: [assess(1, 1)] }) } }),
      won: ending('refused'),
    })
    expect(proofOf(lonely).few).toEqual([{ scene: 'start', replies: 1 }])
  })

  it.each([
    ['Could you send it, please?', { courtesy: 1, questions: 1, digits: 0 }],
    ['Pourriez-vous me l’envoyer, s’il vous plaît ?', { courtesy: 1, questions: 1 }],
    ['I will ask Leonor. It costs 25 euros!', { names: 1, digits: 2, exclamations: 1, sentences: 2 }],
    ['Good morning {caller}, *one* moment', { names: 1, length: 29 }],
  ])('measures “%s”', (words, expected) => {
    expect(surfaceOf(words)).toMatchObject(expected)
  })
})
