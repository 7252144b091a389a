import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseMatrix, type MatrixContact } from '../../../src/domain/course/matrix'
import { CHANNELS, TACTICS, TRUTHS } from '../../../src/domain/scenario/vocabulary'

const contact: fc.Arbitrary<Omit<MatrixContact, 'id'>> = fc.record({
  truth: fc.constantFrom(...TRUTHS),
  channel: fc.constantFrom(...CHANNELS),
  tactics: fc.subarray([...TACTICS], { maxLength: 3 }),
})

describe('what a course holds', () => {
  it('has each contact once for each of its tactics, and once where it has none', () => {
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 12 }), (list) => {
        const contacts = list.map((one, i) => ({ ...one, id: `c${i}` }))
        const { rows, absent, silent } = courseMatrix(contacts)
        const placed = rows.flatMap(({ tactic, cells }) =>
          cells.flatMap(({ channel, attacks, genuine }) => [
            ...attacks.map((id) => [id, tactic, channel, 'attack']),
            ...genuine.map((id) => [id, tactic, channel, 'legitimate']),
          ]),
        )
        const wanted = contacts.flatMap(({ id, tactics, channel, truth }) =>
          (tactics.length === 0 ? [null] : tactics).map((tactic) => [id, tactic, channel, truth]),
        )
        const sorted = (all: readonly unknown[][]) => all.map((one) => one.join()).toSorted()
        expect(sorted(placed)).toEqual(sorted(wanted))
        for (const tactic of absent)
          expect(contacts.some(({ tactics }) => tactics.includes(tactic))).toBe(false)
        for (const channel of silent) expect(contacts.some((one) => one.channel === channel)).toBe(false)
      }),
    )
  })

  it('names a tactic that tells the truth by itself', () => {
    const one = { id: 'a', truth: 'attack', channel: 'call', tactics: ['urgency', 'fear'] } as const
    const other = { id: 'b', truth: 'legitimate', channel: 'mail', tactics: ['urgency'] } as const
    expect(courseMatrix([one, other])).toMatchObject({
      telling: [{ tactic: 'fear', truth: 'attack' }],
      silent: ['chat', 'desk'],
    })
  })
})
