import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { replay, scenePath, type LogEntry } from '../../../src/domain/run'
import { createRun, sceneOf, shownOf, type Run } from '../../../src/renderer/player/run-store'
import { scenarioArbitrary } from '../../domain/helpers'
import { kept, SlowHost } from './run-host'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** The acts of a trainee, a clock or a host, in any order. */
const stepArbitrary = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide' as const), pick: fc.nat(11) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('force' as const), event: fc.constantFrom('give', 'no') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('look' as const, 'retry' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('keep' as const, 'showAll' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('refuse' as const, 'lose' as const, 'stray' as const) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 120_000 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'answer' as const,
        'pause' as const,
        'resume' as const,
        'moreTime' as const,
        'dropLimit' as const,
        'atOnce' as const,
        'stop' as const,
        'start' as const,
      ),
    }),
  },
)
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never

class Played {
  readonly host = new SlowHost()
  /** The host's log, which is authoritative. */
  readonly log: LogEntry[] = []
  readonly answers: Promise<boolean>[] = []
  onScreen = true

  constructor(readonly run: Run) {}

  /** Answers as main does: each number is stored once, and a repeated entry is answered but stored only once. */
  async reply(how: 'keep' | 'refuse' | 'lose' | 'stray') {
    const next = this.host.pending[0]
    if (!next) return
    const { asked } = next
    if (how === 'refuse') return this.host.refuse()
    const known = this.log[asked.seq - 1]
    if (known && (known.event !== asked.event || known.kind !== asked.kind)) return this.host.refuse()
    if (how === 'stray') return this.host.keep({ seq: asked.seq + 1 })
    if (!known) this.log.push(kept(asked))
    // The entry is stored, and its answer is lost on the way.
    if (how === 'lose') return this.host.refuse()
    return this.host.keep()
  }

  async take(step: Step): Promise<void> {
    const { run } = this
    const { choices } = sceneOf(run.store.getState())
    switch (step.do) {
      case 'decide':
        if (choices.length > 0) this.answers.push(run.decide(choices[step.pick % choices.length]!.event))
        break
      case 'force':
        // A host refuses acts that a scene does not offer.
        if (choices.some(({ event }) => event === step.event)) this.answers.push(run.decide(step.event))
        break
      case 'look':
        this.answers.push(run.look('report'))
        break
      case 'retry':
        this.answers.push(run.retry())
        break
      case 'wait':
        vi.advanceTimersByTime(step.ms)
        break
      case 'pause':
      case 'resume':
        run.pause(step.do === 'pause')
        break
      case 'atOnce':
        run.setAtOnce(true)
        break
      case 'stop':
      case 'start':
        this.onScreen = step.do === 'start'
        run[step.do]()
        break
      case 'keep':
      case 'refuse':
      case 'lose':
      case 'stray':
        await this.reply(step.do)
        break
      case 'showAll':
      case 'answer':
      case 'moreTime':
      case 'dropLimit':
        run[step.do]()
        break
    }
  }

  check(): void {
    const state = this.run.store.getState()
    const { phase, log, sessions } = state
    const view = sceneOf(state)
    // The page knows nothing that is not stored. It lacks at most what is under way or was lost.
    expect(log).toEqual(this.log.slice(0, log.length))
    expect(this.log.length - log.length).toBeLessThanOrEqual(1)
    expect(sessions.map(scenePath)).toEqual(replay(this.run.compiled, log).map(scenePath))
    expect(this.host.pending.length).toBe(phase.name === 'committing' ? 1 : 0)
    switch (phase.name) {
      case 'ringing':
        expect(log).toEqual([])
        break
      case 'revealing':
        expect(phase.shown).toBeLessThan(view.beats.length)
        break
      case 'choosing':
        expect(view.ending).toBeUndefined()
        break
      case 'ended':
        expect(view.ending).toBeDefined()
        break
      case 'committing':
      case 'failed':
        expect(phase.queue.slice(0, -1).every(({ kind }) => kind === 'desk')).toBe(true)
        expect(view.ending).toBeUndefined()
        break
    }
    expect(state.left === undefined).toBe(state.noLimit || view.timeLimit === undefined)
    const still = state.paused || !this.onScreen
    if (still) expect(vi.getTimerCount()).toBe(0)
  }
}

it.each(['chat', 'call'] as const)(
  'whatever happens in whatever order, a %s shows what is kept',
  async (channel) => {
    await fc.assert(
      fc.asyncProperty(
        scenarioArbitrary,
        fc.array(stepArbitrary, { maxLength: 60, size: 'max' }),
        async (scenario, steps) => {
          vi.clearAllTimers()
          const played: Played = new Played(
            createRun(
              { scenario: { ...scenario, cast: { mara: { name: 'Mara', channel } } }, log: [], seed: null },
              {
                commit: (asked) => played.host.commit(asked),
                pause: (paused) => played.host.pause(paused),
              },
            ),
          )
          played.run.start()
          played.check()
          for (const step of steps) {
            const before = played.run.store.getState()
            await played.take(step)
            played.check()
            const after = played.run.store.getState()
            if (step.do === 'wait' && (before.paused || !played.onScreen)) expect(after).toEqual(before)
            if (shownOf(after) < shownOf(before))
              expect(after.sessions.length).toBeGreaterThan(before.sessions.length)
          }
          // Nobody waits for ever: each act is told whether it was stored.
          while (played.host.pending.length > 0) await played.reply('keep')
          const told = await Promise.all(played.answers)
          expect(told).toHaveLength(played.answers.length)
          played.check()
        },
      ),
      { numRuns: 150 },
    )
  },
)
