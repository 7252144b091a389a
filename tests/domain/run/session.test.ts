import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compileScenario,
  contextOf,
  decide,
  replay,
  ReplayError,
  scenePath,
  startSession,
  transitionFor,
  viewOf,
  type CompiledScenario,
  type LogEntry,
  type Session,
} from '../../../src/domain/run'
import {
  count,
  ending,
  EVENTS,
  lower,
  picksArbitrary,
  play,
  raise,
  reply,
  scenarioArbitrary,
  scenarioOf,
  scene,
} from '../helpers'

const decisions = (...events: string[]): Pick<LogEntry, 'seq' | 'kind' | 'event'>[] =>
  events.map((event, index) => ({ seq: index + 1, kind: 'decision', event }))

const offered = (session: Session) => viewOf(session).choices.map((choice) => choice.event)

/** Returns everything that can happen in a scene, including the end of its time. */
function possible(session: Session): string[] {
  const { choices, timeLimit } = viewOf(session)
  return [...choices.map((choice) => choice.event), ...(timeLimit === undefined ? [] : ['timeout'])]
}

function playPicks(compiled: CompiledScenario, picks: readonly number[]) {
  const sessions = [startSession(compiled)]
  const events: string[] = []
  for (const pick of picks) {
    const session = sessions[sessions.length - 1]!
    const events0 = possible(session)
    if (events0.length === 0) break
    const event = events0[pick % events0.length]!
    sessions.push(decide(session, event)!)
    events.push(event)
  }
  return { sessions, events }
}

describe('a decision', () => {
  const scenario = scenarioOf({
    hello: scene({ on: { ask: reply('Who are you?', { target: 'answer' }) } }),
    answer: scene({ on: { report: reply('I report this.', { target: 'reported' }) } }),
    reported: ending('reported'),
  })

  it('moves to the next scene, and the session before it stays as it was', () => {
    const start = startSession(compileScenario(scenario))
    const next = decide(start, 'ask')!
    expect(scenePath(next)).toBe('answer')
    expect(scenePath(start)).toBe('hello')
  })

  it('is refused when the scene does not offer it', () => {
    const start = startSession(compileScenario(scenario))
    expect(decide(start, 'report')).toBeUndefined()
    expect(decide(start, 'no-such-choice')).toBeUndefined()
    expect(decide(start, 'timeout')).toBeUndefined()
    expect(decide(start, 'xstate.init')).toBeUndefined()
  })

  it('is refused after the ending', () => {
    const end = play(scenario, 'ask', 'report')
    expect(viewOf(end).ending).toEqual({ disposition: 'reported' })
    expect(viewOf(end).choices).toEqual([])
    expect(decide(end, 'ask')).toBeUndefined()
  })
})

describe('a scene', () => {
  it('names its contact: the one it sets, or the speaker of its first beat who is not the narrator', () => {
    const named = scene()
    const told = { ...scene(), meta: { ...scene().meta!, contact: 'lead' } }
    const narrated = {
      ...scene(),
      meta: {
        title: { en: 'x' },
        beats: [
          { id: 'b1', from: 'narrator', text: { en: 'It rings.' } },
          { id: 'b2', from: 'mara', text: { en: 'Hi.' } },
        ],
      },
    }
    const contact = (node: ReturnType<typeof scene>) => viewOf(play(scenarioOf({ only: node }))).contact
    expect([contact(named), contact(told), contact(narrated)]).toEqual(['mara', 'lead', 'mara'])
  })

  it('inside another is named by its path and offers what the outer one offers too', () => {
    const scenario = scenarioOf({
      call: scene({
        initial: 'opening',
        states: {
          opening: scene({ on: { ask: reply('Why?', { target: 'pressure' }) } }),
          pressure: scene({ on: { give: reply('Here.', { target: '#small.given' }) } }),
        },
        on: { report: reply('I report this.', { target: 'reported' }) },
      }),
      given: ending('complied'),
      reported: ending('reported'),
    })
    expect(scenePath(play(scenario))).toBe('call.opening')
    expect(offered(play(scenario))).toEqual(['ask', 'report'])
    expect(scenePath(play(scenario, 'ask'))).toBe('call.pressure')
    expect(scenePath(play(scenario, 'ask', 'report'))).toBe('reported')
    expect(scenePath(play(scenario, 'ask', 'give'))).toBe('given')
  })

  it('offers what stands at the root from everywhere, and an inner choice hides one of the same name', () => {
    const scenario = scenarioOf(
      {
        one: scene({ on: { ask: reply('Why?', { target: 'two' }) } }),
        two: scene({ on: { 'hang-up': reply('Wait a moment.', { target: 'one' }) } }),
        ended: ending('refused'),
      },
      { on: { 'hang-up': reply('Goodbye.', { target: '.ended' }) } },
    )
    expect(scenePath(play(scenario, 'hang-up'))).toBe('ended')
    expect(scenePath(play(scenario, 'ask', 'hang-up'))).toBe('one')
    expect(viewOf(play(scenario, 'ask')).choices.map((choice) => choice.meta.say?.['en'])).toEqual([
      'Wait a moment.',
    ])
    expect(viewOf(play(scenario)).choices.map((choice) => choice.meta.say?.['en'])).toEqual([
      'Why?',
      'Goodbye.',
    ])
  })
})

describe('guards', () => {
  const flag = (name: string) => ({ type: 'when' as const, params: { flag: name } })
  const asked = (atLeast: number) => ({ type: 'when' as const, params: { counter: 'asked', atLeast } })

  it('let a choice appear once its counter is high enough', () => {
    const scenario = scenarioOf({
      talk: scene({
        on: {
          ask: reply('Why?', { target: 'talk', actions: [count('asked')] }),
          leave: { ...reply('I have heard enough.', { target: 'left' }), guard: asked(2) },
        },
      }),
      left: ending('refused'),
    })
    expect(offered(play(scenario))).toEqual(['ask'])
    expect(offered(play(scenario, 'ask'))).toEqual(['ask'])
    expect(offered(play(scenario, 'ask', 'ask'))).toEqual(['ask', 'leave'])
    expect(contextOf(play(scenario, 'ask', 'ask', 'ask')).counters).toEqual({ asked: 3 })
    expect(decide(play(scenario, 'ask'), 'leave')).toBeUndefined()
  })

  it('choose the branch that is taken, and the view tells which', () => {
    const scenario = scenarioOf({
      talk: scene({
        on: {
          note: reply('I write this down.', { target: 'talk', actions: [raise('noted')] }),
          end: [
            { ...reply('Bye.', { target: 'good' }), guard: flag('noted') },
            reply('Bye.', { target: 'poor' }),
          ],
        },
      }),
      good: ending('reported'),
      poor: ending('refused'),
    })
    expect(transitionFor(play(scenario), 'end')?.target).toBe('poor')
    expect(transitionFor(play(scenario, 'note'), 'end')?.target).toBe('good')
    expect(scenePath(play(scenario, 'end'))).toBe('poor')
    expect(scenePath(play(scenario, 'note', 'end'))).toBe('good')
  })

  it('send a scene without choices on by itself', () => {
    const scenario = scenarioOf({
      talk: scene({
        on: {
          give: reply('Here.', { target: 'consequence', actions: [raise('leaked')] }),
          keep: reply('No.', { target: 'consequence' }),
        },
      }),
      consequence: scene({ always: [{ guard: flag('leaked'), target: 'bad' }, { target: 'good' }] }),
      bad: ending('complied'),
      good: ending('refused'),
    })
    expect(scenePath(play(scenario, 'give'))).toBe('bad')
    expect(scenePath(play(scenario, 'keep'))).toBe('good')
  })
})

describe('time', () => {
  const scenario = scenarioOf({
    call: scene({
      initial: 'quick',
      states: {
        quick: scene({
          after: { '10000': { target: 'slow' } },
          on: { go: reply('Go.', { target: 'slow' }) },
        }),
        slow: scene({ on: { go: reply('Go.', { target: 'slow' }) } }),
      },
      after: { '60000': { target: 'lapsed' } },
    }),
    lapsed: ending('abandoned'),
  })

  it('is an event: the innermost clock runs, and nothing waits in a replay', () => {
    const start = play(scenario)
    expect(viewOf(start).timeLimit).toBe(10_000)
    expect(scenePath(play(scenario, 'timeout'))).toBe('call.slow')
    expect(viewOf(play(scenario, 'timeout')).timeLimit).toBe(60_000)
    expect(scenePath(play(scenario, 'timeout', 'timeout'))).toBe('lapsed')
    expect(viewOf(play(scenario, 'timeout', 'timeout')).timeLimit).toBeUndefined()
  })

  it('leaves no delay in the machine, which therefore never moves by itself', () => {
    expect(JSON.stringify(compileScenario(scenario).machine.config)).not.toContain('"after"')
  })
})

describe('flags', () => {
  it('stay critical after they were lowered', () => {
    const scenario = scenarioOf(
      {
        talk: scene({
          on: {
            give: reply('Here.', { target: 'talk', actions: [raise('leaked'), raise('leaked')] }),
            undo: reply('Forget that.', { target: 'talk', actions: [lower('leaked')] }),
          },
        }),
      },
      { critical: ['leaked'] },
    )
    const after = contextOf(play(scenario, 'give', 'undo'))
    expect(after.flags).toEqual([])
    expect(after.critical).toEqual(['leaked'])
    expect(contextOf(play(scenario, 'give', 'give')).flags).toEqual(['leaked'])
  })

  it('keep each disclosed field once', () => {
    const disclose = { type: 'disclose' as const, params: { customer: 'daniel', field: 'phone' } }
    const scenario = scenarioOf({
      talk: scene({ on: { give: reply('Here.', { target: 'talk', actions: [disclose] }) } }),
    })
    expect(contextOf(play(scenario, 'give', 'give')).disclosures).toEqual([disclose.params])
  })
})

describe('replay', () => {
  it('gives the session after every decision and passes over what was done on the desk', () => {
    const scenario = scenarioOf({
      one: scene({ on: { ask: reply('Why?', { target: 'two' }) } }),
      two: scene({ on: { end: reply('Bye.', { target: 'ended' }) } }),
      ended: ending('refused'),
    })
    const log = [
      { seq: 1, kind: 'desk' as const, event: 'open-policy/callbacks' },
      { seq: 2, kind: 'decision' as const, event: 'ask' },
      { seq: 3, kind: 'decision' as const, event: 'end' },
    ]
    expect(replay(compileScenario(scenario), log).map(scenePath)).toEqual(['one', 'two', 'ended'])
  })

  it('names the decision and the scene where a log does not fit', () => {
    const scenario = scenarioOf({ one: scene({ on: { ask: reply('Why?', { target: 'one' }) } }) })
    const attempt = () => replay(compileScenario(scenario), decisions('ask', 'report'))
    expect(attempt).toThrow(ReplayError)
    expect(attempt).toThrow('Decision 2 (‘report’) is not possible in the scene ‘one’')
  })

  it('equals live play, decision for decision', () => {
    fc.assert(
      fc.property(scenarioArbitrary, picksArbitrary, (scenario, picks) => {
        const live = playPicks(compileScenario(scenario), picks)
        const again = replay(compileScenario(structuredClone(scenario)), decisions(...live.events))
        expect(again.map(scenePath)).toEqual(live.sessions.map(scenePath))
        expect(again.map(contextOf)).toEqual(live.sessions.map(contextOf))
      }),
      { numRuns: 200 },
    )
  })
})

describe('what is open', () => {
  /** Every event that a scenario could listen to, and some that none does. */
  const events = [...EVENTS, 'timeout', 'xstate.init', 'constructor', '', '*']

  /** Resolves a choice's target from the root: to a scene, or to the first scene of the group. */
  const leadsTo = (target: string) => target.replace('#small.', '').replace(/^g$/, 'g.s3')

  it('is what XState does something with, for offering and for taking alike', () => {
    const kinds = { forbidden: 0, staying: 0, timed: 0, hidden: 0 }
    fc.assert(
      fc.property(scenarioArbitrary, picksArbitrary, (scenario, picks) => {
        const { sessions } = playPicks(compileScenario(scenario), picks)
        for (const session of sessions) {
          const view = viewOf(session)
          const { status } = session.snapshot
          const can = events.filter((event) => status === 'active' && session.snapshot.can({ type: event }))
          expect([...possible(session)].sort()).toEqual([...can].sort())
          for (const event of events) {
            const next = decide(session, event)
            expect(next !== undefined).toBe(can.includes(event))
            const taken = transitionFor(session, event)
            expect(taken !== undefined).toBe(can.includes(event))
            if (!next || !taken) {
              if (
                session.compiled.machine.getTransitionData(session.snapshot as never, { type: event }).length
              )
                kinds.forbidden += 1
              continue
            }
            // The run must do the actions of the transition that was named, and go to its target.
            expect(scenePath(next)).toBe(taken.target ? leadsTo(taken.target) : scenePath(session))
            const gained = contextOf(next).assessments.slice(contextOf(session).assessments.length)
            const named = (taken.actions ?? []).flatMap((action) =>
              action.type === 'assess' ? [action.params] : [],
            )
            expect(gained).toEqual(named)
            if (!taken.target) kinds.staying += 1
            if (event === 'timeout') kinds.timed += 1
            else if (!taken.meta) kinds.hidden += 1
          }
          for (const { event, meta, transition } of view.choices) {
            expect(meta.say).toEqual({ en: event })
            expect(transitionFor(session, event)).toBe(transition)
          }
        }
      }),
      { numRuns: 200 },
    )
    for (const [kind, times] of Object.entries(kinds)) expect(times, kind).toBeGreaterThan(50)
  })

  it('is not a choice that would do nothing, nor what it hides', () => {
    const scenario = scenarioOf(
      {
        talk: scene({
          on: {
            ask: reply('Hm.'),
            note: reply('Noted.', { actions: [] }),
            go: reply('Go.', { target: 'end' }),
          },
        }),
        end: ending('refused'),
      },
      { on: { ask: reply('Why?', { target: '.end' }) } },
    )
    expect(offered(play(scenario))).toEqual(['go'])
    expect(decide(play(scenario), 'ask')).toBeUndefined()
    expect(decide(play(scenario), 'note')).toBeUndefined()
  })

  it('is a choice whose open branch leaves its words to another one', () => {
    const scenario = scenarioOf({
      talk: scene({
        on: {
          end: [
            {
              target: 'good',
              guard: { type: 'when', params: { not: { flag: 'x' } } },
              meta: { did: { en: 'Done' } },
            },
            { target: 'poor', meta: { say: { en: 'Bye.' }, stance: 'refuse' } },
          ],
          mark: reply('Mark.', { actions: [raise('x')] }),
        },
      }),
      good: ending('reported'),
      poor: ending('refused'),
    })
    expect(viewOf(play(scenario)).choices[0]!.meta).toEqual({
      say: { en: 'Bye.' },
      stance: 'refuse',
      did: { en: 'Done' },
    })
  })

  it('is no time limit that leads nowhere; the clock of the group runs instead', () => {
    const guard = { type: 'when' as const, params: { flag: 'pressed' } }
    const scenario = scenarioOf({
      call: scene({
        initial: 'calm',
        states: {
          calm: scene({
            after: { '5000': { guard, target: '#small.lapsed' } },
            on: { press: reply('Go on.', { actions: [raise('pressed')] }) },
          }),
        },
        after: {
          '60000': { guard: { type: 'when', params: { not: { flag: 'calmed' } } }, target: 'lapsed' },
        },
      }),
      alone: scene({ after: { '5000': { guard, target: 'lapsed' } } }),
      lapsed: ending('abandoned'),
    })
    expect(viewOf(play(scenario)).timeLimit).toBe(60_000)
    expect(viewOf(play(scenario, 'press')).timeLimit).toBe(5000)
    const alone = scenarioOf({ ...scenario.machine.states, start: scene() })
    expect(
      viewOf(play({ ...alone, machine: { ...alone.machine, initial: 'alone' } })).timeLimit,
    ).toBeUndefined()
  })
})
