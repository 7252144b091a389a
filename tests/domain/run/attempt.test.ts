import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  commitEntry,
  compileScenario,
  MOST_LOOKS,
  openAttempt,
  pauseAttempt,
  replay,
  ReplayError,
  scenePath,
  viewOf,
  type AttemptState,
  type Commit,
  type LogEntry,
} from '../../../src/domain/run'
import { ending, EVENTS, reply, scenarioArbitrary, scenarioOf, scene } from '../helpers'

const compiled = compileScenario(
  scenarioOf({
    s0: scene({ on: { ask: reply('Who are you?', { target: 's1' }) } }),
    s1: scene({ on: { end: reply('Goodbye.', { target: 'end' }) } }),
    end: ending('refused'),
  }),
)
const STARTED = '2026-01-05T09:00:00.000Z'
const at = (ticks: number, now = STARTED) => ({ now, ticks })
const fresh = () => openAttempt(compiled, [], STARTED, 1000)

function kept(commit: Commit) {
  if (!commit.ok) throw new Error(commit.message)
  return commit
}
const codeOf = (commit: Commit) => (commit.ok ? 'ok' : commit.code)
const ask = { seq: 1, kind: 'decision', event: 'ask' } as const

describe('a commit', () => {
  it('gives the entry with its time, and the attempt after it', () => {
    const { entry, ended, repeated, state } = kept(
      commitEntry(fresh(), ask, at(3500, '2026-01-05T09:00:02.500Z')),
    )
    expect(entry).toEqual({ ...ask, at: '2026-01-05T09:00:02.500Z', elapsedMs: 2500 })
    expect({ ended, repeated }).toEqual({ ended: false, repeated: false })
    expect(scenePath(state.session)).toBe('s1')
    const last = kept(commitEntry(state, { seq: 2, kind: 'decision', event: 'end' }, at(4500)))
    expect(last).toMatchObject({ ended: true, entry: { elapsedMs: 1000 } })
  })

  it('asked for twice is answered with what is there', () => {
    const first = kept(commitEntry(fresh(), ask, at(2000)))
    const again = kept(commitEntry(first.state, ask, at(9000, '2026-01-06T09:00:00.000Z')))
    expect(again).toEqual({ ...first, repeated: true })
  })

  it('asked for twice at an ending says that it ended', () => {
    const { state } = kept(commitEntry(fresh(), ask, at(2000)))
    const end = { seq: 2, kind: 'decision', event: 'end' } as const
    const over = kept(commitEntry(state, end, at(3000)))
    expect(commitEntry(over.state, end, at(4000))).toMatchObject({ ended: true, repeated: true })
    expect(codeOf(commitEntry(over.state, { ...end, seq: 3 }, at(4000)))).toBe('attempt-ended')
    expect(codeOf(commitEntry(over.state, { seq: 3, kind: 'desk', event: 'report' }, at(4000)))).toBe(
      'attempt-ended',
    )
  })

  it.each([
    ['not-offered', { ...ask, event: 'end' }],
    ['not-offered', { seq: 1, kind: 'desk', event: 'open-policy/nothing' }],
    ['log-out-of-step', { ...ask, seq: 2 }],
    ['log-out-of-step', { ...ask, seq: 0 }],
  ] as const)('is refused as %s', (code, asked) => {
    expect(codeOf(commitEntry(fresh(), asked, at(2000)))).toBe(code)
  })

  it('of looks is not endless in one scene, and begins anew in the next', () => {
    let state = fresh()
    const look = () => commitEntry(state, { seq: state.nextSeq, kind: 'desk', event: 'report' }, at(2000))
    for (let i = 0; i < MOST_LOOKS; i += 1) ({ state } = kept(look()))
    expect(codeOf(look())).toBe('looked-enough')
    ;({ state } = kept(commitEntry(state, { ...ask, seq: state.nextSeq }, at(2000))))
    expect(codeOf(look())).toBe('ok')
  })

  it('never gets an earlier time than what came before, though a clock be set back', () => {
    const first = kept(commitEntry(fresh(), ask, at(2000, '2026-01-05T08:00:00.000Z')))
    expect(first.entry.at).toBe(STARTED)
  })
})

describe('the clock of a scene', () => {
  it('stands while it is paused', () => {
    let state = pauseAttempt(fresh(), true, 1500)
    expect(pauseAttempt(state, true, 9999)).toBe(state)
    state = pauseAttempt(state, false, 61_500)
    expect(pauseAttempt(state, false, 99_999)).toBe(state)
    expect(kept(commitEntry(state, ask, at(62_000))).entry.elapsedMs).toBe(1000)
  })

  it('counts what somebody acted in, whatever was said of a pause', () => {
    const state = pauseAttempt(fresh(), true, 1500)
    expect(kept(commitEntry(state, ask, at(5000))).entry.elapsedMs).toBe(4000)
  })

  it('goes on when the attempt is taken up again where it was, and is a new one elsewhere', () => {
    const paused = pauseAttempt(fresh(), true, 1500)
    expect(openAttempt(compiled, [], STARTED, 70_000, paused).clock).toBe(paused.clock)
    const { entry } = kept(commitEntry(paused, ask, at(5000)))
    expect(openAttempt(compiled, [entry], STARTED, 70_000, paused).clock).toEqual({
      shownAt: 70_000,
      pausedAt: undefined,
      pausedFor: 0,
    })
  })
})

it('refuses a log that does not fit the scenario', () => {
  const stray = { seq: 1, kind: 'decision', event: 'end', at: STARTED, elapsedMs: 0 } as const
  expect(() => openAttempt(compiled, [stray], STARTED, 0)).toThrow(ReplayError)
})

it('whatever is asked in whatever order, what is kept is a log that replays to where the attempt stands', () => {
  const asking = fc.record({
    seq: fc.oneof(
      { weight: 5, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -2, max: 3 }) },
    ),
    kind: fc.constantFrom('decision' as const, 'decision' as const, 'desk' as const),
    event: fc.constantFrom(...EVENTS, 'timeout', 'report', 'open-policy/none'),
    wait: fc.integer({ min: 0, max: 100_000 }),
    clock: fc.integer({ min: -100_000, max: 100_000 }),
    pause: fc.option(fc.boolean(), { nil: undefined }),
  })
  fc.assert(
    fc.property(scenarioArbitrary, fc.array(asking, { maxLength: 40, size: 'max' }), (scenario, all) => {
      const made = compileScenario(scenario)
      const log: LogEntry[] = []
      let state: AttemptState = openAttempt(made, [], STARTED, 0)
      let ticks = 0
      let ran = 0
      let running = true
      for (const { seq, kind, event, wait, clock, pause } of all) {
        ticks += wait
        if (running) ran += wait
        if (pause !== undefined) {
          state = pauseAttempt(state, pause, ticks)
          running = !pause
        }
        const now = new Date(Date.parse(STARTED) + ticks + clock).toISOString()
        const asked = { seq: state.nextSeq + seq, kind, event }
        const commit = commitEntry(state, asked, { now, ticks })
        if (!commit.ok || commit.repeated) {
          if (commit.ok) expect(commit.entry).toBe(log[log.length - 1])
          continue
        }
        const { entry } = commit
        expect(entry).toMatchObject(asked)
        expect(entry.at >= (log[log.length - 1]?.at ?? STARTED)).toBe(true)
        expect(entry.elapsedMs).toBeGreaterThanOrEqual(0)
        if (running) expect(entry.elapsedMs).toBe(ran)
        log.push(entry)
        state = commit.state
        running = true
        // An act during a pause ends the pause, so the time of the scene can't be computed from outside.
        if (kind === 'decision') ran = 0
        else ran = entry.elapsedMs
        expect(commit.ended).toBe(viewOf(state.session).ending !== undefined)
        expect(state).toEqual({ ...openAttempt(made, log, STARTED, ticks, state), session: state.session })
        expect(scenePath(state.session)).toBe(scenePath(replay(made, log).at(-1)!))
      }
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1))
    }),
    { numRuns: 200 },
  )
})
