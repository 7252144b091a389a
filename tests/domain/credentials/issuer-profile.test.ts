import { describe, expect, it } from 'vitest'
import { isEmailAddress, issuerProfileSchema, pictureFacts } from '../../../src/domain/credentials'
import { NO_PROFILE, webAddress } from '../../../src/domain/credentials/issuer-profile'

const jpeg = (...segments: readonly number[][]) => Uint8Array.from([0xff, 0xd8, ...segments.flat()])
const FRAME = [0xff, 0xc2, 0, 17, 8, 0, 48, 0, 200, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]

describe('an address on the web', () => {
  it.each([
    ['https://www.example.com', 'https://www.example.com'],
    ['  www.Example.com ', 'https://www.example.com'],
    ['HTTPS://Example.com/Über', undefined],
    ['example.com/a/b.json?x=1#y', 'https://example.com/a/b.json?x=1#y'],
    ['https://example.com?x=1', 'https://example.com/?x=1'],
    ['https://example.com:8443/list', 'https://example.com:8443/list'],
    ['http://example.com', undefined],
    ['javascript:alert(1)', undefined],
    ['https://user:secret@example.com', undefined],
    ['https://exa mple.com', undefined],
    ['https://example.com/"><b>', undefined],
    ['localhost', undefined],
    ['', undefined],
  ])('%s', (typed, address) => expect(webAddress(typed)).toBe(address))

  it('is what the kept profile takes, and nothing else', () => {
    const take = (web: string) => issuerProfileSchema.safeParse({ ...NO_PROFILE, web }).success
    expect(take(webAddress('example.com')!)).toBe(true)
    expect(take('example.com')).toBe(false)
  })
})

describe('what stands on a certificate', () => {
  it.each(['a\nb', 'a\u202eb', '\u200b', ' '])('is one line that can be seen: %j is refused', (contact) =>
    expect(issuerProfileSchema.safeParse({ ...NO_PROFILE, contact }).success).toBe(false),
  )
  it.each([
    ['hr@example.com', true],
    ['HR <hr@example.com>', false],
    ['+63 2 8123 4567', false],
    ['hr@example', false],
  ])('%s is an e-mail address: %s', (text, is) => expect(isEmailAddress(text)).toBe(is))
})

describe('a picture', () => {
  it('is told by its content, with its size', () => {
    const png = Uint8Array.from([...PNG, 0, 0, 1, 0, 0, 0, 0, 80, 8, 6, 0, 0, 0, 1, 2, 3, 4])
    expect(pictureFacts(png)).toEqual({ type: 'image/png', width: 256, height: 80 })
    const app = [0xff, 0xe0, 0, 4, 1, 2]
    expect(pictureFacts(jpeg(app, [0xff], FRAME))).toEqual({ type: 'image/jpeg', width: 200, height: 48 })
  })
  it.each([
    ['nothing', []],
    ['a text', [...Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]],
    ['a header alone', PNG],
    ['a JPEG without a frame', [...jpeg([0xff, 0xe0, 0, 4, 1, 2])]],
    ['a JPEG whose segment leads out of it', [...jpeg([0xff, 0xe0, 0xff, 0xff], FRAME)]],
  ])('is not %s', (_, bytes) => expect(pictureFacts(Uint8Array.from(bytes))).toBeUndefined())
})
