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
    ['2026-11-23', 6, '2027-05-23'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
  ])('%s plus %i months is to the end of %s', (issued, months, day) => {
    expect(validUntil(issued, months)).toBe(`${day}T23:59:59.000Z`)
  })
})
