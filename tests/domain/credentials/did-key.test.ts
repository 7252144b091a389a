import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { didKeyOf, publicKeyOf } from '../../../src/domain/credentials'

describe('did:key', () => {
  it('names a key and gives it back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
        const did = didKeyOf(key)
        expect(did).toMatch(/^did:key:z6Mk/)
        expect(publicKeyOf(did)).toEqual(key)
      }),
    )
  })

  it.each(['', 'did:web:example.org', 'did:key:z', 'did:key:zzzz', 'did:key:z6Mk0OIl'])(
    'takes nothing for a key that is none: %s',
    (text) => expect(publicKeyOf(text)).toBeUndefined(),
  )

  it('refuses a key of another length', () => {
    expect(() => didKeyOf(new Uint8Array(31))).toThrow(RangeError)
  })
})
