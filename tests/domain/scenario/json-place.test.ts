import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countNames, doubleNameIn, faultInJson } from '../../../src/domain/scenario/json-place'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('the place of a fault in JSON', () => {
  it('is its line and column', () => {
    expect(faultInJson('{\n  "a": 1,\n}')).toEqual({ line: 3, column: 1 })
    expect(faultInJson('{\n  "a": oops\n}')).toEqual({ line: 2, column: 8 })
    expect(faultInJson('{"a": [1, 2}')).toEqual({ line: 1, column: 12 })
    expect(faultInJson('')).toEqual({ line: 1, column: 1 })
    expect(faultInJson('{} {}')).toEqual({ line: 1, column: 4 })
  })

  it('is found exactly where JSON.parse refuses', () => {
    let refused = 0
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', ':', '0', '\\'),
        (json, at, sign) => {
          const place = at % (json.length + 1)
          const text = json.slice(0, place) + sign + json.slice(place + 1)
          if (!isJson(text)) refused += 1
          expect(faultInJson(json)).toBeUndefined()
          expect(faultInJson(text) === undefined).toBe(isJson(text))
        },
      ),
      { numRuns: 500 },
    )
    expect(refused).toBeGreaterThan(100)
  })
})

describe('a name that stands twice', () => {
  it('is found with its place, in the object that it is in', () => {
    expect(doubleNameIn('{"a": {"b": 1},\n "b": 2}')).toBeUndefined()
    expect(doubleNameIn('{"a": [0, {"b": 1,\n "b": 2}]}')).toEqual({
      line: 2,
      column: 2,
      keys: ['a', 1, 'b'],
    })
    expect(doubleNameIn('{"a": 1, "\\u0061": 2}')).toMatchObject({ keys: ['a'] })
  })

  it('shows in the number of names, whatever the texts contain', () => {
    const namesKept = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? Object.values(value).reduce<number>((sum, inner) => sum + namesKept(inner), 0) +
          (Array.isArray(value) ? 0 : Object.keys(value).length)
        : 0
    const tricky = fc.constantFrom('"', '\\', '":', '\\":', ':', '{"a":1}', 'a')
    const value = fc.anything({
      key: fc.oneof(tricky, fc.string()),
      values: [tricky, fc.string(), fc.integer()],
      maxDepth: 4,
    })
    fc.assert(
      fc.property(value, fc.nat(3), (inner, indent) => {
        const document = { first: inner, last: 1 }
        const text = JSON.stringify(document, null, indent)
        expect(countNames(text)).toBe(namesKept(JSON.parse(text)))
        expect(doubleNameIn(text)).toBeUndefined()
        const twice = text.replace(/"last":( ?)1/, '"last":$11,"last":2')
        expect(countNames(twice)).toBe(namesKept(JSON.parse(twice)) + 1)
        expect(doubleNameIn(twice)?.keys).toEqual(['last'])
      }),
      { numRuns: 300 },
    )
  })
})
