import { utf8 } from '@scure/base'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
/** The keyword of the text chunk that holds a credential (Open Badges 3.0, baked badges). */
const KEYWORD = 'openbadgecredential'

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** Computes the CRC-32 that PNG uses (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** The reasons for which a PNG can't be read. */
export type PngFault = 'not-png' | 'torn' | 'checksum'

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  readonly end: number
}

/** Returns true if bytes begin with the signature of a PNG. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte)
}

function chunks(png: Uint8Array): Chunk[] | PngFault {
  const found = chunksIn(png)
  if (found !== 'checksum') return found
  // A broken download may leave zeros for its rest. A whole PNG does not end in zeros.
  let end = png.length
  while (png[end - 1] === 0) end -= 1
  return end < png.length ? (chunksIn(png.subarray(0, end)) as PngFault) : found
}

function chunksIn(png: Uint8Array): Chunk[] | PngFault {
  if (!isPng(png)) return 'not-png'
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const found: Chunk[] = []
  let at: number = SIGNATURE.length
  while (at < png.length) {
    if (at + 12 > png.length) return 'torn'
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > png.length) return 'torn'
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    if (crc32(png.subarray(at + 4, at + 8 + length)) !== view.getUint32(end - 4)) return 'checksum'
    found.push({ type, data: png.subarray(at + 8, at + 8 + length), end })
    // Some programs leave bytes behind the end of the picture. They are no part of it.
    if (type === 'IEND') return found
    at = end
  }
  return 'torn'
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(utf8.decode(type), 4)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}

const join = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/**
 * Bakes a credential into a picture as an uncompressed iTXt chunk after the header.
 * @param png a whole PNG
 * @param credential the JSON of the credential
 * @throws RangeError when the picture is no whole PNG
 */
export function bake(png: Uint8Array, credential: string): Uint8Array {
  const found = chunks(png)
  if (typeof found === 'string') throw new RangeError(`Not a whole PNG: ${found}`)
  const header = found[0]!
  // The keyword, a zero that ends it, not compressed, method 0, no language, no translated keyword.
  const text = join(utf8.decode(KEYWORD), Uint8Array.of(0, 0, 0, 0, 0), utf8.decode(credential))
  return join(png.subarray(0, header.end), chunk('iTXt', text), png.subarray(header.end))
}

/** Returns the text of an iTXt chunk and whether it is compressed (PNG 1.2, 11.3.3.4). */
function internationalText(
  data: Uint8Array,
  from: number,
): { text: Uint8Array; packed: boolean } | undefined {
  const language = data.indexOf(0, from + 2)
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1)
  return translated < 0 ? undefined : { text: data.subarray(translated + 1), packed: data[from] === 1 }
}

/**
 * Reads what is baked into a PNG under the keyword of Open Badges. Besides the chunk that this program writes, it reads
 * those of picture programs that save it compressed or as another kind of text.
 * @param unpack unpacks a zlib stream; throws for one that is broken or too large
 */
export function unbake(
  png: Uint8Array,
  unpack: (packed: Uint8Array) => Uint8Array,
): { readonly baked: readonly Uint8Array[] } | { readonly fault: PngFault } {
  const found = chunks(png)
  if (typeof found === 'string') return { fault: found }
  const keyword = utf8.decode(`${KEYWORD}\0`)
  const baked: Uint8Array[] = []
  for (const { type, data } of found) {
    if (!keyword.every((byte, index) => data[index] === byte)) continue
    const rest = data.subarray(keyword.length)
    const text =
      type === 'iTXt'
        ? internationalText(data, keyword.length)
        : type === 'zTXt'
          ? { text: rest.subarray(1), packed: true }
          : type === 'tEXt'
            ? { text: rest, packed: false }
            : undefined
    if (!text) continue
    try {
      baked.push(text.packed ? unpack(text.text) : text.text)
    } catch {
      // No other reader could unpack it either.
    }
  }
  return { baked }
}
