import { describe, expect, it } from 'vitest'
import { extend, lineWidth, tick, TICK } from '../../../src/renderer/player/clock'

describe('the time limit', () => {
  it('runs down to nothing and not below', () => {
    expect(tick(1000)).toBe(1000 - TICK)
    expect(tick(TICK / 2)).toBe(0)
    expect(tick(0)).toBe(0)
  })

  it('does not begin where there is none', () => {
    expect(tick(undefined)).toBeUndefined()
    expect(extend(undefined, undefined)).toBeUndefined()
  })

  it('gives the whole limit again to whoever asks for more, as often as they ask', () => {
    expect(extend(3000, 20_000)).toBe(23_000)
    expect(extend(extend(0, 20_000), 20_000)).toBe(40_000)
  })

  it('draws no more than a full line', () => {
    expect(lineWidth(5000, 20_000)).toBe(25)
    expect(lineWidth(40_000, 20_000)).toBe(100)
    expect(lineWidth(0, 0)).toBe(0)
  })
})
