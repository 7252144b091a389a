/** How many pixels a picture has, read from the head of its file: what unpacks to a picture is never decoded here. */

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Pixels on a side that a picture may have: one that is small on the disk may fill the memory of a slow computer. */
export const LONGEST_SIDE = 4096

const letters = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

const big = (bytes: Uint8Array, at: number, length: number): number =>
  bytes.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0)

const little = (bytes: Uint8Array, at: number, length: number): number =>
  bytes.subarray(at, at + length).reduceRight((sum, byte) => sum * 256 + byte, 0)

function pngSize(bytes: Uint8Array): PictureSize | undefined {
  if (letters(bytes, 12, 16) !== 'IHDR' || bytes.length < 24) return undefined
  return { width: big(bytes, 16, 4), height: big(bytes, 20, 4) }
}

/** Segments of a JPEG that begin a frame; the others between them are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function jpegSize(bytes: Uint8Array): PictureSize | undefined {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (marker === 0xff) at += 1
    else if (isFrame(marker)) return { height: big(bytes, at + 5, 2), width: big(bytes, at + 7, 2) }
    else at += 2 + Math.max(2, big(bytes, at + 2, 2))
  }
  return undefined
}

function webpSize(bytes: Uint8Array): PictureSize | undefined {
  if (bytes.length < 30) return undefined
  switch (letters(bytes, 12, 16)) {
    case 'VP8 ':
      return { width: little(bytes, 26, 2) & 0x3fff, height: little(bytes, 28, 2) & 0x3fff }
    case 'VP8L': {
      const packed = little(bytes, 21, 4)
      return { width: (packed & 0x3fff) + 1, height: (Math.floor(packed / 0x4000) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: little(bytes, 24, 3) + 1, height: little(bytes, 27, 3) + 1 }
    default:
      return undefined
  }
}

/**
 * Reads the size of a PNG, JPEG or WebP.
 * @param bytes a file that begins as one of them
 * @returns pixels; `undefined` where the file does not say its size, as one that was cut off
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const found =
    bytes[0] === 0x89
      ? pngSize(bytes)
      : bytes[0] === 0xff
        ? jpegSize(bytes)
        : letters(bytes, 0, 4) === 'RIFF'
          ? webpSize(bytes)
          : undefined
  return found && found.width > 0 && found.height > 0 ? found : undefined
}
