import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonTexts } from '../../../src/domain/credentials/json'

describe('jsonTexts', () => {
  it('is the text of what JSON.parse finds there', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(3), (text, spaces) => {
        const written = JSON.stringify(JSON.parse(text), null, spaces)
        const textAt = jsonTexts(written)
        const walk = (value: unknown, path: (string | number)[]): void => {
          expect(JSON.parse(textAt(path)!)).toEqual(value)
          if (typeof value !== 'object' || value === null) return
          for (const [name, member] of Object.entries(value)) {
            walk(member, [...path, Array.isArray(value) ? Number(name) : name])
          }
        }
        walk(JSON.parse(written), [])
        expect(textAt(['no such name', 7])).toBeUndefined()
      }),
    )
    expect(jsonTexts('{"a":1,"a":{"b":[2, 3 ]}}')(['a', 'b'])).toBe('[2, 3 ]')
  })
})
