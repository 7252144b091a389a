import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideSmallGroups } from '../../../src/domain/records'

const sizes = fc.array(fc.record({ people: fc.integer({ min: 0, max: 40 }) }), { maxLength: 12 })
const hide = (...people: number[]) =>
  hideSmallGroups(
    people.map((n) => ({ people: n })),
    10,
  ).map((row) => row?.people)

describe('hideSmallGroups', () => {
  it('shows groups that are large enough', () => expect(hide(10, 25, 11)).toEqual([10, 25, 11]))

  it('hides a small group together with the next smallest, which would give it away', () =>
    expect(hide(30, 3, 12)).toEqual([30, undefined, undefined]))

  it('hides small groups alone when they are many', () =>
    expect(hide(30, 6, 5, 12)).toEqual([30, undefined, undefined, 12]))

  it('never leaves a hidden part that can be worked out for fewer people than the bar', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 2, max: 20 }), (rows, smallest) => {
        const shown = hideSmallGroups(rows, smallest)
        const hidden = rows.filter((_, i) => shown[i] === undefined)
        for (const row of shown) if (row) expect(row.people).toBeGreaterThanOrEqual(smallest)
        const together = hidden.reduce((sum, { people }) => sum + people, 0)
        if (hidden.length > 0 && hidden.length < rows.length)
          expect(together).toBeGreaterThanOrEqual(smallest)
      }),
    )
  })
})
