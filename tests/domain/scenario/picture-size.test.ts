import { describe, expect, it } from 'vitest'
import { pictureSize } from '../../../src/domain/scenario/picture-size'
import { png } from '../../fixtures/media'

const latin = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const bytes = (...parts: (number | string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? latin(part) : part)))
const zeros = (n: number): number[] => Array.from({ length: n }, () => 0)

/** A frame of 300 by 200 behind a table of marker `0xc4`, which is no frame. */
const jpeg = bytes(
  [0xff, 0xd8],
  [0xff, 0xe0, 0, 4, 0, 0],
  [0xff, 0xc4, 0, 6, 1, 2, 3, 4],
  [0xff, 0xc2, 0, 17, 8, 0, 200, 1, 44],
  zeros(20),
)
const webp = (kind: string, rest: number[]) =>
  bytes('RIFF', zeros(4), 'WEBP', kind, zeros(4), rest, zeros(20))

describe('the size of a picture', () => {
  it.each<[string, Uint8Array, [number, number] | undefined]>([
    ['a PNG', png(320, 200), [320, 200]],
    [
      'a PNG that would fill the memory',
      bytes('\x89PNG\r\n\x1a\n', zeros(4), 'IHDR', [0, 1, 0, 0], [0, 0, 0, 9]),
      [65536, 9],
    ],
    ['a JPEG behind its tables', jpeg, [300, 200]],
    ['a lossy WebP', webp('VP8 ', [...zeros(6), 44, 0x41, 200, 0x80]), [300, 200]],
    ['a WebP without loss', webp('VP8L', [0x2f, 0x2b, 0xc1, 0x31, 0]), [300, 200]],
    ['an extended WebP', webp('VP8X', [...zeros(4), 43, 1, 0, 199, 0, 0]), [300, 200]],
    ['a PNG that was cut off', png().subarray(0, 20), undefined],
    ['a JPEG without a frame', jpeg.subarray(0, 12), undefined],
    ['a WebP of another kind', webp('ABCD', []), undefined],
    ['a PNG without a pixel', bytes('\x89PNG\r\n\x1a\n', zeros(4), 'IHDR', zeros(8)), undefined],
    ['a sound', bytes('OggS', zeros(40)), undefined],
    ['nothing', new Uint8Array(), undefined],
  ])('%s', (_, file, size) => {
    expect(pictureSize(file)).toEqual(size && { width: size[0], height: size[1] })
  })

  it('does not walk in circles through a JPEG whose tables say that they have no length', () => {
    expect(
      pictureSize(bytes([0xff, 0xd8], ...Array.from({ length: 50 }, () => [0xff, 0xe0, 0, 0]))),
    ).toBeUndefined()
  })
})
