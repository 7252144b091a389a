import { utf8 } from '@scure/base'

/** UTF-16 by its mark, or by the zero bytes that plain text has in every other place. */
function utf16Order(bytes: Uint8Array): 'little' | 'big' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big'
  const looked = Math.min(bytes.length, 4000) & ~1
  if (looked < 4) return undefined
  const zeros = [0, 0]
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2]! += 1
  const [even = 0, odd = 0] = zeros
  const most = looked / 2
  if (odd > most * 0.6 && even < most * 0.1) return 'little'
  if (even > most * 0.6 && odd < most * 0.1) return 'big'
  return undefined
}

function utf16(bytes: Uint8Array, order: 'little' | 'big'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: string[] = []
  for (let at = 0; at + 1 < bytes.length;) {
    const units: number[] = []
    for (; at + 1 < bytes.length && units.length < 8192; at += 2)
      units.push(view.getUint16(at, order === 'little'))
    pieces.push(String.fromCharCode(...units))
  }
  return pieces.join('')
}

/**
 * Bytes as text: UTF-8, or UTF-16 as some editors save it; without a byte order mark.
 * @returns `undefined` for bytes that are neither
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const order = utf16Order(bytes)
  if (order) return utf16(bytes, order).replace(/^\ufeff/, '')
  return utf8Text(bytes) ?? utf8Text(withoutHalfLetter(bytes))
}

function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return utf8.encode(bytes).replace(/^\ufeff/, '')
  } catch {
    return undefined
  }
}

/** Without the beginning of a letter at the end, which a file that was cut off may have there. */
function withoutHalfLetter(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  for (let at = end - 1; at >= 0 && at >= end - 3; at -= 1) {
    const byte = bytes[at]!
    if (byte >= 0xc2 && byte <= 0xf4) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return end - at < length ? bytes.subarray(0, at) : bytes
    }
    if (byte < 0x80 || byte >= 0xc0) break
  }
  return bytes
}

/** Each byte as a letter, for finding a trace in bytes that are no text any more. */
export function asLatin(bytes: Uint8Array, most: number): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length && at < most; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, most))))
  }
  return pieces.join('')
}

/** What the programs of mail put into a line: quote marks before it, a soft break at its end. */
const lines = (text: string, quoted: boolean): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => (quoted ? line.replace(/^[\s>|]+/, '') : line).replace(/[ \t]*=?[ \t]*$/, ''))
    .join('')

const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g

/** A text without all that a mail, a chat or a web page puts into a long word: breaks, spaces, marks, tags. */
export function unfolded(text: string): string[] {
  const bare = (joined: string) =>
    joined
      .replaceAll(/=2E|%2E/gi, '.')
      .replaceAll(/%0[AD]|%20|%C2%A0/gi, '')
      .replaceAll(INVISIBLE, '')
  const views = [bare(lines(text, true))]
  if (text.includes('<') || text.includes('&')) {
    const plain = lines(text, false)
      .replaceAll(/<[^<>]*>/g, '')
      .replaceAll(/&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/gi, '')
    views.push(bare(plain))
  }
  return views
}
