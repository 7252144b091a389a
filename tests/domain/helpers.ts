import { scenarioSchema, type Action, type Scenario, type StateNode } from '../../src/domain/scenario/schema'
import {
  COMPETENCIES,
  DISPOSITIONS,
  type Competency,
  type Disposition,
} from '../../src/domain/scenario/vocabulary'
import { compileScenario, decide, startSession, type Session } from '../../src/domain/run'
import fc from 'fast-check'

const say = (en: string) => ({ en })

/** Makes a choice that says something; `rest` adds target, guard and actions. */
export const reply = (words: string, rest: object = {}) => ({ meta: { say: say(words) }, ...rest })

export const assess = (points: number, of: number, competency: Competency = 'verification'): Action => ({
  type: 'assess',
  params: { competency, points, of, why: say('Because.') },
})
export const raise = (flag: string): Action => ({ type: 'raise', params: { flag } })
export const lower = (flag: string): Action => ({ type: 'lower', params: { flag } })
export const count = (counter: string, by?: number): Action => ({
  type: 'count',
  params: by === undefined ? { counter } : { counter, by },
})

export const scene = (rest: Omit<StateNode, 'meta'> = {}, cues: string[] = []): StateNode => ({
  meta: {
    title: say('A scene'),
    beats: [{ id: 'b1', from: 'mara', text: say('Hello.'), ...(cues.length > 0 ? { cues } : {}) }],
  },
  ...rest,
})

export const ending = (disposition: Disposition): StateNode => ({
  type: 'final',
  meta: { title: say('The end'), disposition, debrief: say('It ended.') },
})

interface Parts {
  readonly truth?: Scenario['truth']
  readonly pass?: number
  readonly critical?: string[]
  readonly on?: StateNode['on']
  readonly after?: StateNode['after']
}

/**
 * Makes a small scenario of these scenes. The schema parses it, so that a test can't use anything that a file could not
 * contain.
 */
export function scenarioOf(states: Record<string, StateNode>, parts: Parts = {}): Scenario {
  return scenarioSchema.parse({
    format: 2,
    id: 'small',
    version: '1.0.0',
    title: say('Small'),
    summary: say('A small scenario.'),
    role: 'agent',
    truth: parts.truth ?? 'attack',
    tactics: ['urgency'],
    minutes: 1,
    difficulty: { cues: 'some', premise: 'medium' },
    keep: say('Take your time.'),
    sources: [],
    cast: { mara: { name: 'Mara', channel: 'chat' } },
    cues: {
      hurry: { label: say('Hurry'), kind: 'warning', strength: 2 },
      'on-record': { label: say('On record'), kind: 'reassuring', strength: 1 },
    },
    desk: {},
    scoring: { pass: parts.pass ?? 0.8, critical: parts.critical ?? [] },
    machine: {
      initial: Object.keys(states)[0],
      states,
      ...(parts.on ? { on: parts.on } : {}),
      ...(parts.after ? { after: parts.after } : {}),
    },
  })
}

/**
 * Plays events from the start.
 * @throws when an event is not offered
 */
export function play(scenario: Scenario, ...events: string[]): Session {
  let session = startSession(compileScenario(scenario))
  for (const event of events) {
    const next = decide(session, event)
    if (!next) throw new Error(`‘${event}’ is not offered`)
    session = next
  }
  return session
}

/** Three scenes, and a group with two more. */
const SCENES = ['s0', 's1', 's2', 'g.s3', 'g.s4']
const NODES = ['', 'g', ...SCENES]
/** Every choice that a scenario of `scenarioArbitrary` can have. */
export const EVENTS = ['ask', 'wait', 'give', 'report']
const FLAGS = ['noted', 'leaked', 'bribed']
const COUNTERS = ['asked', 'pressed']

const actionArbitrary: fc.Arbitrary<Action> = fc.oneof(
  fc
    .record({
      competency: fc.constantFrom(...COMPETENCIES),
      of: fc.integer({ min: 1, max: 5 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ competency, of, share }) => assess(Math.floor(of * share), of, competency)),
  fc.constantFrom(...FLAGS).map(raise),
  fc.constantFrom(...FLAGS).map(lower),
  fc.constantFrom(...COUNTERS).map((counter) => count(counter)),
)

const guardArbitrary = fc.option(
  fc.oneof(
    fc.constantFrom(...FLAGS).map((flag) => ({ flag })),
    fc.constantFrom(...FLAGS).map((flag) => ({ not: { flag } })),
    fc
      .record({ counter: fc.constantFrom(...COUNTERS), atLeast: fc.integer({ min: 0, max: 3 }) })
      .map((condition) => condition),
  ),
  { nil: undefined },
)

const branchArbitrary = fc.record({
  /** Some choices have no target; without actions, too, XState does nothing. */
  target: fc.option(fc.constantFrom(...SCENES, 'g', 'end-a', 'end-b'), { nil: undefined, freq: 4 }),
  reenter: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
  actions: fc.option(fc.array(actionArbitrary, { maxLength: 3 }), { nil: undefined }),
  when: guardArbitrary,
  /** Not every branch repeats the words. */
  words: fc.boolean(),
})

/** Returns the node of a path. */
function nodeOf(root: StateNode, path: string): StateNode {
  return path === '' ? root : path.split('.').reduce((node, key) => node.states![key]!, root)
}

/**
 * Generates scenarios of five scenes, two of them in a group, and two endings: with loops, guards, flags, time limits,
 * choices of groups and of the whole scenario, several branches, and choices without target, without actions or without
 * both.
 */
export const scenarioArbitrary: fc.Arbitrary<Scenario> = fc
  .record({
    truth: fc.constantFrom('attack' as const, 'legitimate' as const),
    pass: fc.double({ min: 0.05, max: 1, noNaN: true }),
    critical: fc.subarray(FLAGS),
    endings: fc.tuple(fc.constantFrom(...DISPOSITIONS), fc.constantFrom(...DISPOSITIONS)),
    moves: fc.array(
      fc.record({
        from: fc.constantFrom(...SCENES, ...NODES),
        event: fc.constantFrom(...EVENTS),
        branches: fc.array(branchArbitrary, { minLength: 1, maxLength: 3 }),
        delay: fc.option(fc.integer({ min: 100, max: 99_999 }), { nil: undefined, freq: 2 }),
      }),
      { minLength: 6, maxLength: 24, size: 'max' },
    ),
  })
  .map(({ truth, pass, critical, endings, moves }) => {
    const group = { ...scene(), initial: 's3', states: { s3: scene(), s4: scene() } }
    const states: Record<string, StateNode> = { s0: scene(), s1: scene(), s2: scene(), g: group }
    states['end-a'] = ending(endings[0])
    states['end-b'] = ending(endings[1])
    const root: StateNode = { states }
    for (const { from, event, branches, delay } of moves) {
      const node = nodeOf(root, from)
      const list = branches.map(({ target, reenter, actions, when, words }, i) => ({
        ...(words || i === 0 ? { meta: { say: say(event) } } : {}),
        ...(target === undefined ? {} : { target: `#small.${target}` }),
        ...(reenter === undefined ? {} : { reenter }),
        ...(actions ? { actions } : {}),
        ...(when ? { guard: { type: 'when' as const, params: when } } : {}),
      }))
      const on = list.length === 1 ? list[0]! : list
      if (delay === undefined) node.on = { ...node.on, [event]: on }
      else node.after = { [delay]: on }
    }
    return scenarioOf(states, { truth, pass, critical, on: root.on, after: root.after })
  })

/** Generates picks among the choices of a scene; larger numbers wrap around. */
export const picksArbitrary = fc.array(fc.nat(11), { maxLength: 40, size: 'max' })
