import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TICK } from '../../../src/renderer/player/clock'
import type { Run } from '../../../src/renderer/player/run-store'
import { begin, left, LIMIT, path, phase, settled, small, SlowHost } from './run-host'

let host: SlowHost
beforeEach(() => {
  vi.useFakeTimers()
  host = new SlowHost()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Makes a run in the scene with a limit, with all messages shown. */
function pressed(): Run {
  const run = begin(host, small, ['ask'])
  expect(phase(run)).toEqual({ name: 'choosing' })
  return run
}

describe('a time limit', () => {
  it('runs while the trainee is to choose, and decides by itself', async () => {
    const run = pressed()
    expect(left(run)).toBe(LIMIT)
    vi.advanceTimersByTime(TICK)
    expect(left(run)).toBe(LIMIT - TICK)
    vi.advanceTimersByTime(LIMIT)
    expect(host.asked).toEqual([{ seq: 2, kind: 'decision', event: 'timeout' }])
    await host.keep()
    expect(path(run)).toBe('s2')
    expect(left(run)).toBeUndefined()
    vi.advanceTimersByTime(60_000)
    expect(host.asked).toHaveLength(1)
  })

  it('waits until everything is said', async () => {
    const run = begin(host)
    run.showAll()
    void run.decide('ask')
    await host.keep()
    vi.advanceTimersByTime(899)
    expect(left(run)).toBe(LIMIT)
    vi.advanceTimersByTime(1 + TICK)
    expect(left(run)).toBe(LIMIT - TICK)
  })

  it('stands while something is kept, and after it was not', async () => {
    const run = pressed()
    vi.advanceTimersByTime(TICK)
    void run.look('report')
    vi.advanceTimersByTime(LIMIT * 2)
    expect(left(run)).toBe(LIMIT - TICK)
    await host.refuse()
    vi.advanceTimersByTime(LIMIT * 2)
    expect(left(run)).toBe(LIMIT - TICK)
    void run.retry()
    await host.keep()
    vi.advanceTimersByTime(TICK)
    expect(left(run)).toBe(LIMIT - 2 * TICK)
  })

  it('that ran out while nothing could be kept is decided once more when it is sent again', async () => {
    const run = pressed()
    vi.advanceTimersByTime(LIMIT)
    await host.refuse()
    vi.advanceTimersByTime(LIMIT)
    expect(host.asked).toHaveLength(1)
    void run.retry()
    await host.keep()
    expect(path(run)).toBe('s2')
  })

  it('that ran out is over at once when something else was kept since, and is decided once', async () => {
    const run = pressed()
    vi.advanceTimersByTime(LIMIT)
    await host.refuse()
    void run.look('report')
    await host.keep()
    expect(host.asked.map(({ seq, event }) => `${seq} ${event}`)).toEqual([
      '2 timeout',
      '2 report',
      '3 timeout',
    ])
    await host.keep()
    expect(path(run)).toBe('s2')
    expect(host.pending).toEqual([])
  })

  it('begins anew with its scene', async () => {
    const run = pressed()
    vi.advanceTimersByTime(2 * TICK)
    void run.decide('stay')
    await host.keep()
    expect(left(run)).toBe(LIMIT)
  })

  it('is the whole of it again for whoever asks for more', () => {
    const run = pressed()
    vi.advanceTimersByTime(TICK)
    run.moreTime()
    expect(left(run)).toBe(2 * LIMIT - TICK)
  })

  it('is gone for good for whoever wants none', async () => {
    const run = pressed()
    run.dropLimit()
    run.moreTime()
    expect(left(run)).toBeUndefined()
    void run.decide('stay')
    await host.keep()
    expect(left(run)).toBeUndefined()
    vi.advanceTimersByTime(60_000)
    expect(host.asked).toHaveLength(1)
  })

  it('changes nothing else with a tick', () => {
    const run = pressed()
    const { left: _, ...before } = run.store.getState()
    vi.advanceTimersByTime(TICK)
    const { left: now, ...after } = run.store.getState()
    expect(now).toBe(LIMIT - TICK)
    for (const [name, value] of Object.entries(after)) expect(value).toBe(before[name as keyof typeof before])
  })
})

describe('a pause', () => {
  it('stops messages and limit, takes no act, and is told to the host', async () => {
    const run = pressed()
    run.pause(true)
    run.pause(true)
    vi.advanceTimersByTime(60_000)
    expect(left(run)).toBe(LIMIT)
    await expect(run.decide('end')).resolves.toBe(false)
    await expect(run.look('report')).resolves.toBe(false)
    run.pause(false)
    vi.advanceTimersByTime(TICK)
    expect(left(run)).toBe(LIMIT - TICK)
    expect(host.pauses).toEqual([false, true, false])

    const other = begin(host)
    other.pause(true)
    other.showAll()
    vi.advanceTimersByTime(60_000)
    expect(phase(other)).toEqual({ name: 'revealing', shown: 0 })
  })

  it('while something is kept lasts on in the next scene, and the host is told so after the entry', async () => {
    const run = begin(host)
    run.showAll()
    void run.decide('ask')
    run.pause(true)
    await host.keep()
    expect(path(run)).toBe('s1')
    expect(host.pauses).toEqual([false, true, true])
    vi.advanceTimersByTime(60_000)
    expect(phase(run)).toEqual({ name: 'revealing', shown: 0 })
    run.pause(false)
    vi.advanceTimersByTime(900)
    expect(phase(run)).toEqual({ name: 'choosing' })
  })

  it('keeps a failure for later', async () => {
    const run = pressed()
    void run.decide('end')
    run.pause(true)
    await host.refuse()
    await expect(run.retry()).resolves.toBe(false)
    run.pause(false)
    void run.retry()
    await host.keep()
    expect(phase(run)).toEqual({ name: 'ended' })
  })
})

describe('a run off screen', () => {
  it('stands still, and goes on when it is back', () => {
    const run = pressed()
    run.stop()
    vi.advanceTimersByTime(60_000)
    expect(left(run)).toBe(LIMIT)
    expect(vi.getTimerCount()).toBe(0)
    run.start()
    vi.advanceTimersByTime(TICK)
    expect(left(run)).toBe(LIMIT - TICK)
  })

  it('tells the host when it comes back whether it is paused', () => {
    const run = pressed()
    run.pause(true)
    run.stop()
    run.start()
    expect(host.pauses).toEqual([false, true, true])
    const again = begin(host, small, ['ask'])
    expect(again.store.getState().paused).toBe(false)
    expect(host.pauses.at(-1)).toBe(false)
  })

  it('takes over an answer that comes late, without a clock of its own', async () => {
    const run = pressed()
    void run.decide('stay')
    run.stop()
    await host.keep()
    await settled()
    expect(run.store.getState().log).toHaveLength(2)
    expect(vi.getTimerCount()).toBe(0)
  })
})
