import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storeAddress } from '../../../src/main/record-store/address'
import { retryAfterMs } from '../../../src/main/record-store/http'
import { backOffMs, LIMITS } from '../../../src/main/record-store/sender'

describe('the address of a record store', () => {
  it.each([
    ['https://lrs.example.org/xapi', 'https://lrs.example.org/xapi'],
    [' https://lrs.example.org/data/xAPI/ ', 'https://lrs.example.org/data/xAPI'],
    ['https://lrs.example.org/xapi/statements', 'https://lrs.example.org/xapi'],
    ['https://lrs.example.org', 'https://lrs.example.org'],
    ['http://127.0.0.1:8080/xapi', 'http://127.0.0.1:8080/xapi'],
    ['http://[::1]/xapi', 'http://[::1]/xapi'],
    ['http://LOCALHOST/xapi', 'http://localhost/xapi'],
  ])('%s is %s', (text, address) => expect(storeAddress(text)).toEqual({ address }))

  it.each([
    ['http://lrs.example.org/xapi', 'not-https'],
    ['http://127.0.0.1.example.org/', 'not-https'],
    ['http://localhost.example.org/', 'not-https'],
    ['http://10.0.0.5/xapi', 'not-https'],
    ['https://key:secret@lrs.example.org/xapi', 'with-credentials'],
    ['http://127.0.0.1@lrs.example.org/xapi', 'with-credentials'],
    ['https://lrs.example.org/xapi?token=x', 'with-query'],
    ['https://lrs.example.org/xapi#x', 'with-query'],
    ['ftp://lrs.example.org', 'not-an-address'],
    ['file:///etc/passwd', 'not-an-address'],
    ['lrs.example.org', 'not-an-address'],
    ['', 'not-an-address'],
  ])('%s is refused: %s', (text, fault) => expect(storeAddress(text)).toEqual({ fault }))

  it('is https or this computer itself, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((s) => `http://${s}`),
        ),
        (text) => {
          const found = storeAddress(text)
          if ('address' in found)
            expect(found.address).toMatch(/^https:\/\/|^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)(:|\/|$)/)
        },
      ),
    )
  })
})

describe('Retry-After', () => {
  const now = new Date('2026-03-02T09:00:00.000Z')
  it.each([
    [null, null],
    ['', null],
    ['soon', null],
    ['0', 0],
    ['7', 7000],
    ['Mon, 02 Mar 2026 09:00:30 GMT', 30_000],
    ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
    ['99999999', 86_400_000],
  ])('%s', (header, ms) => expect(retryAfterMs(header, now)).toBe(ms))
})

describe('back-off', () => {
  it('lies anywhere between nothing and twice the last bound, up to the cap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, random) => {
          const ms = backOffMs(failures, random, LIMITS)
          expect(ms).toBeGreaterThanOrEqual(0)
          expect(ms).toBeLessThanOrEqual(
            Math.min(LIMITS.longestWaitMs, LIMITS.firstWaitMs * 2 ** (failures - 1)),
          )
        },
      ),
    )
    expect(backOffMs(3, 0.5, LIMITS)).toBe(4000)
  })
})
