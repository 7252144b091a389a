import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../../../src/domain/run'
import type { Condition } from '../../../src/domain/scenario/schema'

const flags = ['noted', 'leaked', 'bribed']
const counters = ['asked', 'pressed']

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...flags).map((flag) => ({ flag })),
    fc.record({ counter: fc.constantFrom(...counters), atLeast: fc.nat(5) }),
    fc.record({ counter: fc.constantFrom(...counters), below: fc.nat(5) }),
    fc.record({ not: tie('condition') }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
  ),
}))

const context = fc.record({
  flags: fc.subarray(flags),
  counters: fc.dictionary(fc.constantFrom(...counters), fc.nat(6)),
})

describe('a condition', () => {
  it('counts a counter that was never counted as 0', () => {
    const nothing = { flags: [], counters: {} }
    expect(holds({ counter: 'asked', atLeast: 0 }, nothing)).toBe(true)
    expect(holds({ counter: 'asked', atLeast: 1 }, nothing)).toBe(false)
    expect(holds({ counter: 'asked', below: 1 }, nothing)).toBe(true)
  })

  it('turns round under `not`', () => {
    fc.assert(
      fc.property(condition, context, (c, at) => {
        expect(holds({ not: c }, at)).toBe(!holds(c, at))
      }),
    )
  })

  it('keeps to the laws of `all` and `any`', () => {
    fc.assert(
      fc.property(condition, condition, context, (a, b, at) => {
        expect(holds({ all: [a, b] }, at)).toBe(holds(a, at) && holds(b, at))
        expect(holds({ not: { any: [a, b] } }, at)).toBe(holds({ all: [{ not: a }, { not: b }] }, at))
      }),
    )
  })

  it('has `atLeast` and `below` as opposites', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counters), fc.nat(8), context, (counter, n, at) => {
        expect(holds({ counter, atLeast: n }, at)).toBe(!holds({ counter, below: n }, at))
      }),
    )
  })
})
