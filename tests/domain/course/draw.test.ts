import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attackNumbers, drawRound, type Draw, type PoolContact } from '../../../src/domain/course'
import { CHANNELS } from '../../../src/domain/scenario/vocabulary'

const contact = fc.record({
  truth: fc.constantFrom<PoolContact['truth']>('attack', 'legitimate'),
  channel: fc.constantFrom(...CHANNELS),
  /** Days since the contact was met; 0 for never. */
  met: fc.constantFrom(0, 0, 0, 1, 2, 3, 40),
})

const draws = fc
  .record({
    contacts: fc.array(contact, { minLength: 1, maxLength: 40 }),
    seed: fc.integer({ min: 0, max: 0xffff_ffff }),
    most: fc.integer({ min: 6, max: 30 }),
    early: fc.integer({ min: 6, max: 12 }),
  })
  .map(({ contacts, ...rest }): Draw => {
    const pool = contacts.map(({ truth, channel }, i) => ({ id: `c${i}`, truth, channel }))
    const met = contacts.flatMap(({ met: ago }, i): [string, string][] =>
      ago === 0 ? [] : [[`c${i}`, new Date(Date.UTC(2026, 5, 30 - ago)).toISOString()]],
    )
    return { pool, lastMet: new Map(met), ...rest }
  })

const lookUp = ({ pool }: Draw, ids: readonly string[]) => ids.map((id) => pool.find((one) => one.id === id)!)

describe('the draw of a round', () => {
  it('takes each contact once, as many as a round has, and the same whatever the order of the pool', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const ids = drawRound(draw)
        expect(ids).toHaveLength(Math.min(draw.most, draw.pool.length))
        expect(new Set(ids).size).toBe(ids.length)
        expect(drawRound({ ...draw, pool: [...draw.pool].reverse() })).toEqual(ids)
      }),
    )
  })

  it('has 40 to 60 % attacks as far as the pool has so many of each kind', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const deck = lookUp(draw, drawRound(draw))
        const attacks = draw.pool.filter(({ truth }) => truth === 'attack').length
        const others = draw.pool.length - attacks
        const channels = new Set(draw.pool.map(({ channel }) => channel))
        const got = deck.filter(({ truth }) => truth === 'attack').length
        const possible = attackNumbers(deck.length, attacks, others)
        // If only one kind of contact has a channel, the numbers may differ by the number of channels.
        const slack = channels.size === 1 ? 0 : channels.size
        expect(got).toBeGreaterThanOrEqual(possible[0]! - slack)
        expect(got).toBeLessThanOrEqual(possible.at(-1)! + slack)
      }),
    )
  })

  it('draws every number of attacks from 40 to 60 % of a large pool', () => {
    const pool = Array.from({ length: 40 }, (_, i) => ({
      id: `c${i}`,
      truth: i % 2 ? ('attack' as const) : ('legitimate' as const),
      channel: CHANNELS[(i >> 1) % 4]!,
    }))
    const numbers = new Set<number>()
    for (let seed = 0; seed < 200; seed += 1) {
      const draw = { pool, seed, most: 20, early: 9, lastMet: new Map<string, string>() }
      const deck = lookUp(draw, drawRound(draw))
      numbers.add(deck.filter(({ truth }) => truth === 'attack').length)
    }
    expect([...numbers].sort((a, b) => a - b)).toEqual([8, 9, 10, 11, 12])
  })

  it('has every channel of the pool among the first contacts', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const channels = new Set(draw.pool.map(({ channel }) => channel))
        const first = lookUp(draw, drawRound(draw).slice(0, draw.early))
        expect(new Set(first.map(({ channel }) => channel))).toEqual(channels)
      }),
    )
  })

  it('takes what was never met first, then what was met longest ago', () => {
    const oneChannel = draws.map((draw) => ({
      ...draw,
      pool: draw.pool.map((one) => ({ ...one, channel: 'call' as const })),
    }))
    fc.assert(
      fc.property(oneChannel, (draw) => {
        const ids = drawRound(draw)
        const at = (id: string) => draw.lastMet.get(id) ?? ''
        expect(ids.map(at)).toEqual(ids.map(at).sort())
        // Within a kind, no contact is drawn that was met later than one that is left over.
        const left = draw.pool.filter(({ id }) => !ids.includes(id))
        for (const one of left) {
          for (const taken of lookUp(draw, ids)) {
            if (taken.truth === one.truth) expect(at(taken.id) <= at(one.id)).toBe(true)
          }
        }
      }),
    )
  })

  it('tells no truth by the place in the order', () => {
    const pool = Array.from({ length: 21 }, (_, i) => ({
      id: `c${i}`,
      truth: i % 2 ? ('attack' as const) : ('legitimate' as const),
      channel: CHANNELS[(i >> 1) % 4]!,
    }))
    const attacks = Array.from({ length: 20 }, () => 0)
    for (let seed = 0; seed < 2000; seed += 1) {
      const draw = { pool, seed, most: 20, early: 9, lastMet: new Map<string, string>() }
      lookUp(draw, drawRound(draw)).forEach(({ truth }, at) => (attacks[at]! += truth === 'attack' ? 1 : 0))
    }
    for (const number of attacks) expect(Math.abs(number / 2000 - 0.48)).toBeLessThan(0.05)
  })

  it('keeps twins apart: one of each pair comes before the other of any', () => {
    const pool = Array.from({ length: 20 }, (_, i) => ({
      id: `c${i}`,
      truth: i % 2 ? ('attack' as const) : ('legitimate' as const),
      channel: 'call' as const,
      twin: `c${i ^ 1}`,
    }))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (seed) => {
        const ids = drawRound({ pool, seed, most: 20, early: 9, lastMet: new Map() })
        const pairs = ids.map((id) => Number(id.slice(1)) >> 1)
        expect(new Set(pairs.slice(0, 10)).size).toBe(10)
      }),
    )
  })
})
