/** Reads the files of a ZIP archive (APPNOTE 6.3), which documents of office programs are too, within limits. */
import { inflate } from './unpack'

/** What a file and the files in it may still unpack together, in bytes. */
export interface Unpacks {
  left: number
}

/** The signatures and lengths of the records of an archive. */
const END = { signature: 0x06054b50, length: 22 }
const ENTRY = { signature: 0x02014b50, length: 46 }
const LOCAL = { signature: 0x04034b50, length: 30 }
const LONGEST_COMMENT = 65_535

/** A real archive of this size has fewer files; the time that each takes must not add up. */
const MOST_FILES = 1000
/** The most bytes that are unpacked before anybody notices that they are too many. */
const STEP = 1_000_000

export interface Unzipped {
  readonly files: readonly Uint8Array[]
  /** True if it holds more than was unpacked. */
  readonly tooMuch: boolean
}

/**
 * Unpacks an archive. Files that are locked, broken or packed in another way are left out.
 * @param wanted selects files by their names
 * @param largest the most bytes of one file; larger ones are left out
 * @param unpacks what all of them may need; what they needed is taken from it
 */
export function unzip(
  zip: Uint8Array,
  wanted: (name: string) => boolean,
  largest: number,
  unpacks: Unpacks,
): Unzipped {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const files: Uint8Array[] = []
  const starts = new Set<number>()
  for (const { name, packed, size, method, start } of entriesIn(zip, view)) {
    // A file that the directory lists twice is one file.
    if (!wanted(name) || size > largest || starts.has(start)) continue
    starts.add(start)
    if (starts.size > MOST_FILES || packed.length > unpacks.left) return { files, tooMuch: true }
    unpacks.left -= packed.length
    if (method === 0) files.push(packed)
    if (method !== 8) continue
    const most = Math.min(size, unpacks.left)
    try {
      const file = inflate(packed, most)
      unpacks.left -= file.length
      files.push(file)
    } catch (error) {
      // It is broken, or has more than it says. What that took counts too.
      const larger = error instanceof RangeError
      unpacks.left = Math.max(0, unpacks.left - most - (larger ? STEP : 0))
      if (larger && most < size) return { files, tooMuch: true }
    }
  }
  return { files, tooMuch: false }
}

interface Entry {
  readonly name: string
  readonly packed: Uint8Array
  /** The number of bytes that it says it has. */
  readonly size: number
  /** 0 for a file as it is, 8 for a packed one. */
  readonly method: number
  readonly start: number
}

/** Yields the files that the directory of an archive lists and that are not locked. */
function* entriesIn(zip: Uint8Array, view: DataView): Generator<Entry> {
  let end = zip.length - END.length
  const first = Math.max(0, end - LONGEST_COMMENT)
  while (end >= first && view.getUint32(end, true) !== END.signature) end -= 1
  if (end < first) return
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY.length > zip.length || view.getUint32(at, true) !== ENTRY.signature) return
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    const [length, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true))
    const local = view.getUint32(at + 42, true)
    const name = String.fromCharCode(...zip.subarray(at + ENTRY.length, at + ENTRY.length + lengths[0]!))
    at += ENTRY.length + lengths.reduce((sum, part) => sum + part, 0)
    if (local + LOCAL.length > zip.length || view.getUint32(local, true) !== LOCAL.signature) continue
    const start = local + LOCAL.length + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (flags & 1 || start + length > zip.length) continue
    yield { name, packed: zip.subarray(start, start + length), size, method, start }
  }
}
