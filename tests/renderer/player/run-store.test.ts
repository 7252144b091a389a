import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isAllShown, isDeskOpen } from '../../../src/renderer/player/run-store'
import { begin, call, kept, path, phase, shown, small, SlowHost } from './run-host'

let host: SlowHost
beforeEach(() => {
  vi.useFakeTimers()
  host = new SlowHost()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a scene', () => {
  it('says one message after the other, each after its own delay, and then asks', () => {
    const run = begin(host)
    expect(phase(run)).toEqual({ name: 'revealing', shown: 0 })
    vi.advanceTimersByTime(99)
    expect(shown(run)).toBe(0)
    vi.advanceTimersByTime(1)
    expect(phase(run)).toEqual({ name: 'revealing', shown: 1 })
    vi.advanceTimersByTime(899)
    expect(shown(run)).toBe(1)
    vi.advanceTimersByTime(1)
    expect(phase(run)).toEqual({ name: 'choosing' })
    expect(isAllShown(run.store.getState())).toBe(true)
  })

  it('says all at once to whoever does not want to wait, now or from here on', () => {
    const run = begin(host)
    run.showAll()
    expect(phase(run)).toEqual({ name: 'choosing' })
    const other = begin(host)
    other.setAtOnce(true)
    vi.advanceTimersByTime(10)
    expect(phase(other)).toEqual({ name: 'choosing' })
  })

  it('goes on where it stopped: what was said is not said again', () => {
    const run = begin(host, small, ['ask', 'stay'])
    expect(phase(run)).toEqual({ name: 'choosing' })
    expect(run.store.getState().sessions).toHaveLength(3)
  })

  it('has everything shown in an ending, and takes no act there', async () => {
    const run = begin(host)
    run.showAll()
    const decided = run.decide('end')
    await host.keep()
    await expect(decided).resolves.toBe(true)
    expect(phase(run)).toEqual({ name: 'ended' })
    expect(isDeskOpen(run.store.getState())).toBe(false)
    await expect(run.decide('end')).resolves.toBe(false)
    await expect(run.look('report')).resolves.toBe(false)
    expect(host.asked).toHaveLength(1)
  })
})

describe('a call', () => {
  it('rings until somebody answers, and says nothing before', async () => {
    const run = begin(host, call)
    vi.advanceTimersByTime(60_000)
    expect(phase(run)).toEqual({ name: 'ringing' })
    run.showAll()
    expect(phase(run)).toEqual({ name: 'ringing' })
    await expect(run.look('report')).resolves.toBe(false)
    run.answer()
    expect(phase(run)).toEqual({ name: 'revealing', shown: 0 })
    vi.advanceTimersByTime(100)
    run.answer()
    expect(shown(run)).toBe(1)
  })

  it('does not ring again when it is resumed', () => {
    expect(phase(begin(host, call, ['ask']))).toEqual({ name: 'choosing' })
  })
})

describe('a decision', () => {
  it('shows the next scene only when it is kept', async () => {
    const run = begin(host)
    run.showAll()
    const decided = run.decide('ask')
    expect(host.asked).toEqual([{ seq: 1, kind: 'decision', event: 'ask' }])
    expect(phase(run)).toEqual({
      name: 'committing',
      shown: 2,
      queue: [{ kind: 'decision', event: 'ask' }],
    })
    expect(path(run)).toBe('s0')
    await host.keep()
    await expect(decided).resolves.toBe(true)
    expect(path(run)).toBe('s1')
    expect(phase(run)).toEqual({ name: 'revealing', shown: 0 })
    expect(run.store.getState().log).toEqual([kept({ seq: 1, kind: 'decision', event: 'ask' })])
  })

  it('is taken once: a second press while it is on its way does nothing', async () => {
    const run = begin(host)
    run.showAll()
    void run.decide('ask')
    await expect(run.decide('end')).resolves.toBe(false)
    await expect(run.look('report')).resolves.toBe(false)
    await host.keep()
    expect(host.asked).toHaveLength(1)
    expect(path(run)).toBe('s1')
  })

  it('leaves the scenes before it as they were, which are not played again', async () => {
    const run = begin(host, small, ['ask'])
    const before = run.store.getState().sessions
    void run.decide('stay')
    await host.keep()
    const { sessions } = run.store.getState()
    expect(sessions).toHaveLength(3)
    expect(sessions[0]).toBe(before[0])
    expect(sessions[1]).toBe(before[1])
  })

  it('that is not kept says so, stays in its scene, and can be sent again or be another one', async () => {
    const run = begin(host)
    run.showAll()
    const decided = run.decide('ask')
    await host.refuse()
    await expect(decided).resolves.toBe(false)
    expect(phase(run)).toEqual({ name: 'failed', shown: 2, queue: [{ kind: 'decision', event: 'ask' }] })
    const again = run.retry()
    await host.refuse()
    await expect(again).resolves.toBe(false)
    expect(phase(run).name).toBe('failed')
    const other = run.decide('end')
    await host.keep()
    await expect(other).resolves.toBe(true)
    expect(host.asked.map(({ seq, event }) => `${seq} ${event}`)).toEqual(['1 ask', '1 ask', '1 end'])
    expect(phase(run)).toEqual({ name: 'ended' })
  })

  it.each([
    ['number', { seq: 7 }],
    ['act', { event: 'end' }],
    ['kind', { kind: 'desk' as const }],
  ])('is not taken for kept when the answer is about another %s', async (_, instead) => {
    const run = begin(host)
    run.showAll()
    const decided = run.decide('ask')
    await host.keep(instead)
    await expect(decided).resolves.toBe(false)
    expect(phase(run).name).toBe('failed')
    expect(run.store.getState().log).toEqual([])
    expect(path(run)).toBe('s0')
  })

  it('can be made with a tool before everything is said; what comes meanwhile comes', async () => {
    const run = begin(host)
    vi.advanceTimersByTime(100)
    void run.decide('ask')
    vi.advanceTimersByTime(900)
    expect(shown(run)).toBe(2)
    expect(phase(run).name).toBe('committing')
    await host.refuse()
    expect(phase(run)).toMatchObject({ name: 'failed', shown: 2 })
  })

  it('is retried only where something failed', async () => {
    const run = begin(host)
    await expect(run.retry()).resolves.toBe(false)
    expect(host.asked).toEqual([])
  })
})

describe('a look at the desk', () => {
  it('moves nothing, and does not hold up what is being said', async () => {
    const run = begin(host)
    vi.advanceTimersByTime(100)
    const looked = run.look('open-policy/callback')
    vi.advanceTimersByTime(400)
    await host.keep()
    await expect(looked).resolves.toBe(true)
    expect(phase(run)).toEqual({ name: 'revealing', shown: 1 })
    vi.advanceTimersByTime(500)
    expect(phase(run)).toEqual({ name: 'choosing' })
  })

  it('lets others and a decision follow, in their order, one at a time', async () => {
    const run = begin(host)
    run.showAll()
    const all = [run.look('report'), run.look('escalate'), run.decide('ask')]
    expect(host.asked).toHaveLength(1)
    await host.keep()
    await host.keep()
    await host.keep()
    await expect(Promise.all(all)).resolves.toEqual([true, true, true])
    expect(host.asked.map(({ seq, kind, event }) => `${seq} ${kind} ${event}`)).toEqual([
      '1 desk report',
      '2 desk escalate',
      '3 decision ask',
    ])
    expect(path(run)).toBe('s1')
  })

  it('that is not kept holds back what follows it, and sending again sends all of it', async () => {
    const run = begin(host)
    run.showAll()
    const all = [run.look('report'), run.decide('ask')]
    await host.refuse()
    await expect(Promise.all(all)).resolves.toEqual([false, false])
    expect(host.asked).toHaveLength(1)
    const again = run.retry()
    await host.keep()
    await host.keep()
    await expect(again).resolves.toBe(true)
    expect(run.store.getState().log.map(({ event }) => event)).toEqual(['report', 'ask'])
  })
})
