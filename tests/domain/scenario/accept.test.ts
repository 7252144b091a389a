import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { acceptor } from '../../../src/domain/scenario/accept'
import { countNames } from '../../../src/domain/scenario/json-place'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import { bigScenario } from '../../bench/big-scenario'
import { scenarioArbitrary } from '../helpers'

const look = acceptor(scenarioSchema)
const fits = (document: unknown) => look(document) !== undefined
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>

/** Puts a value somewhere inside a document, or removes one. */
function damage(document: unknown, steps: readonly number[], value: unknown, remove: boolean): void {
  let at = document as Record<string, unknown>
  for (const [index, step] of steps.entries()) {
    const keys = Object.keys(at)
    if (keys.length === 0) return
    const key = keys[step % keys.length]!
    const next = at[key]
    if (index === steps.length - 1 || typeof next !== 'object' || next === null) {
      if (remove && !Array.isArray(at)) delete at[key]
      else at[key] = value
      return
    }
    at = next as Record<string, unknown>
  }
}

describe('the quick look at a document', () => {
  it('accepts what is right, so that the slow one is not needed', () => {
    expect(fits(plain(bigScenario(50)))).toBe(true)
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => fits(plain(scenario))),
      { numRuns: 50 },
    )
  })

  it('accepts nothing that the schema refuses, wherever the damage is', () => {
    let refused = 0
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('', 'constructor', 'a.b', 'Ab', -1, 1.5, null, [], {}, { en: '' }, { flag: 'x' }),
    )
    const base = plain(bigScenario(6))
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 1, maxLength: 12 }),
        anything,
        fc.boolean(),
        (steps, value, remove) => {
          const document = structuredClone(base)
          damage(document, steps, value, remove)
          const allowed = scenarioSchema.safeParse(document).success
          if (!allowed) refused += 1
          expect(fits(document)).toBe(allowed)
        },
      ),
      { numRuns: 500 },
    )
    expect(refused).toBeGreaterThan(100)
  })

  it('counts the names that the text of the document has', () => {
    fc.assert(
      fc.property(scenarioArbitrary, fc.nat(4), (scenario, indent) => {
        const text = JSON.stringify(scenario, null, indent)
        expect(look(JSON.parse(text))).toBe(countNames(text))
      }),
      { numRuns: 50 },
    )
  })

  it('leaves to the schema what it does not know', () => {
    expect(acceptor(z.strictObject({ at: z.date() }))({ at: new Date(0) })).toBeUndefined()
    expect(acceptor(z.object({}))({ more: 1 })).toBeUndefined()
    expect(acceptor(z.strictObject({}))(new Map())).toBeUndefined()
  })
})
