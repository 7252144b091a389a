import { describe, expect, it } from 'vitest'
import { certificateId, validUntil } from '../../../src/domain/credentials'

describe('certificateId', () => {
  it('has a shape that can be read out over the telephone', () => {
    const id = certificateId(Uint8Array.from([0, 31, 10, 255, 9, 8, 7, 6]))
    expect(id).toMatch(/^HTL-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(() => certificateId(new Uint8Array(3))).toThrow(RangeError)
  })
})

describe('validUntil', () => {
  it.each([
    [{ year: 2026, month: 11, day: 23 }, 6, '2027-05-23'],
    [{ year: 2026, month: 8, day: 31 }, 6, '2027-02-28'],
    [{ year: 2027, month: 8, day: 31 }, 6, '2028-02-29'],
    [{ year: 2026, month: 12, day: 31 }, 1, '2027-01-31'],
  ])('%j plus %i months is %s', (issued, months, day) => {
    expect(validUntil(issued, months)).toBe(`${day}T00:00:00.000Z`)
  })
})
