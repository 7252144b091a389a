import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { once, repeating } from '../../../src/main/compose/lifecycle'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('repeating work', () => {
  it('is done at the start, then again and again, and not after it was stopped', () => {
    let done = 0
    const part = repeating(1000, () => (done += 1))
    vi.advanceTimersByTime(5000)
    expect(done).toBe(0)
    part.start()
    expect(done).toBe(1)
    vi.advanceTimersByTime(2500)
    expect(done).toBe(3)
    void part.stop()
    vi.advanceTimersByTime(5000)
    expect(done).toBe(3)
  })

  it('may be stopped before it was started', () => {
    expect(() => repeating(1000, () => {}).stop()).not.toThrow()
  })
})

describe('once', () => {
  it('makes a thing when it is first asked for, and not again, be it nothing', () => {
    let made = 0
    const nothing = once(() => {
      made += 1
      return undefined
    })
    expect(made).toBe(0)
    expect([nothing(), nothing(), made]).toEqual([undefined, undefined, 1])
  })
})
