import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultInJson } from '../../../src/domain/scenario/json-place'

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
