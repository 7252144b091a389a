import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeStatusPlace, signRevocations } from '../../../src/domain/credentials'
import { readAnyList } from '../../../src/domain/credentials/any-list'
import { readStatusList, signStatusList } from '../../../src/domain/credentials/status-list'
import { SHORTEST_STATUS_LIST } from '../../../src/domain/credentials/status-place'
import { holds } from './independent'
import { ISSUER, NOW, STRANGER } from './samples'

const ADDRESS = 'https://www.example.com/revoked.json'
const sign = (revoked: readonly number[], highest = Math.max(0, ...revoked), key = ISSUER) =>
  signStatusList(ADDRESS, revoked, highest, key, NOW)

describe('the published list of revoked certificates', () => {
  it('is a Bitstring Status List that an implementation of other parts verifies and reads', async () => {
    const document = JSON.parse(await sign([0, 9, 131_071])) as Record<string, unknown>
    expect(document['issuer']).toBe(ISSUER.did)
    expect(await holds(document)).toBe(true)
    expect(document).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: ADDRESS,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      validFrom: '2026-12-01T00:00:00Z',
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation' },
    })
    const { encodedList } = document['credentialSubject'] as { encodedList: string }
    expect(encodedList[0]).toBe('u')
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
    expect(bits.length).toBe(16_384)
    // The first bit is the leftmost of the first byte.
    expect([bits[0], bits[1], bits[16_383]]).toEqual([0x80, 0x40, 0x01])
  })

  it('says of each place what was put into it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(300_000), { maxLength: 20 }), async (revoked) => {
        const list = await readStatusList(await sign(revoked))
        expect(list).toMatchObject({ iss: ISSUER.did, address: ADDRESS, at: '2026-12-01T00:00:00Z' })
        for (const place of [...revoked, 5, 131_071, 131_072, 9_999_999]) {
          expect(list!.isRevoked(place)).toBe(revoked.includes(place))
        }
      }),
      { numRuns: 8 },
    )
  })

  it('is refused when it was altered, or signed by somebody else', async () => {
    const text = await sign([7])
    const other = JSON.parse(await sign([])) as { credentialSubject: object }
    const document = JSON.parse(text) as Record<string, unknown>
    for (const altered of [
      { ...document, credentialSubject: other.credentialSubject },
      { ...document, id: 'https://www.example.org/other.json' },
      { ...document, issuer: STRANGER.did },
      { ...document, proof: [] },
      { ...document, more: 1 },
      null,
    ]) {
      expect(await readStatusList(JSON.stringify(altered))).toBeUndefined()
    }
    expect(await readStatusList(text.replace('{', '{"id":"x",'))).toBeUndefined()
    expect(await readStatusList('no list')).toBeUndefined()
    await expect(signStatusList(ADDRESS, [], 0, { ...STRANGER, did: ISSUER.did }, NOW)).rejects.toThrow()
  })

  it('is taken beside the list that is handed on, and speaks only of certificates that name it', async () => {
    const published = (await readAnyList(await sign([7])))!
    const at = (index: number, list = ADDRESS) => ({ list, index })
    expect(published.revocation('HTL-0000-0001', at(7))).toEqual({ at: null, on: null, superseded: false })
    expect(published.revocation('HTL-0000-0001', at(8))).toBeUndefined()
    expect(published.revocation('HTL-0000-0001', at(7, 'https://www.example.org/x.json'))).toBeUndefined()
    expect([published.covers(at(1)), published.covers(null)]).toEqual([true, false])
    const entry = { id: 'HTL-0000-0001', at: NOW, superseded: true }
    const handed = (await readAnyList(
      signRevocations({ iss: ISSUER.did, at: NOW, revoked: [entry] }, ISSUER.sign),
    ))!
    // An older list has no days, so the day in UTC is used.
    expect(handed.revocation('HTL-0000-0001', null)).toEqual({ at: NOW, on: '2026-12-01', superseded: true })
    expect(await readAnyList('{}')).toBeUndefined()
  })
})

describe('a place in the list', () => {
  it('is free, and among so many that it tells nothing', () => {
    fc.assert(
      fc.property(
        fc.nat(400_000),
        fc.array(fc.nat(2 ** 32 - 1), { minLength: 3, maxLength: 9 }),
        (given, draws) => {
          const queue = [...draws]
          const random = () => {
            const bytes = Buffer.alloc(4)
            bytes.writeUInt32BE(queue.shift() ?? 77)
            return new Uint8Array(bytes)
          }
          const taken = new Set([draws[0]! % SHORTEST_STATUS_LIST])
          const place = freeStatusPlace(given, (at) => taken.has(at), random)
          expect(taken.has(place)).toBe(false)
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThan(Math.max(SHORTEST_STATUS_LIST, given * 4))
        },
      ),
    )
  })
})
