/**
 * Reads the streams of a compound file (MS-CFB): a mail saved by Outlook, a document of an older office program, or a
 * file that was inserted into a newer one as an object.
 */
import type { Unpacks, Unzipped } from './unzip'

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const

/** Returns true if bytes begin as a compound file does. */
export const isCompound = (bytes: Uint8Array): boolean =>
  SIGNATURE.every((byte, index) => bytes[index] === byte) && bytes.length >= HEADER

const HEADER = 512
/** The header names the first sectors of the table, which are enough for the files that are examined. */
const TABLE = { at: 76, entries: 109 }
const ENTRY = 128
const KIND = { stream: 2, root: 5 }
/** A real file of this size has fewer streams; the time that each takes must not add up. */
const MOST_STREAMS = 1000

/**
 * Reads the streams of a compound file. Broken ones end where the file leads no further.
 * @param largest the most bytes of one stream; larger ones are left out
 * @param unpacks the bytes that all of them may have; what they have is taken from it
 */
export function streamsOf(file: Uint8Array, largest: number, unpacks: Unpacks): Unzipped {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const word = (at: number): number => (at + 4 <= file.length ? view.getUint32(at, true) : Infinity)
  const large = 1 << (view.getUint16(30, true) % 16)
  const small = 64
  const offset = (sector: number): number => (sector + 1) * large
  const next = (sector: number): number => {
    const place = Math.floor((sector * 4) / large)
    if (place >= TABLE.entries) return Infinity
    return word(offset(word(TABLE.at + place * 4)) + ((sector * 4) % large))
  }
  const take = (start: number, size: number): Uint8Array => gather(file, start, size, large, offset, next)
  const directory = take(word(48), file.length)
  const entries = new DataView(directory.buffer)
  const root = directory.length >= ENTRY && directory[66] === KIND.root
  if (!root) return { files: [], tooMuch: false }
  const shared = take(entries.getUint32(116, true), entries.getUint32(120, true))
  const table = take(word(60), file.length)
  const links = new DataView(table.buffer)
  const nextSmall = (sector: number): number =>
    sector * 4 + 4 <= table.length ? links.getUint32(sector * 4, true) : Infinity
  const files: Uint8Array[] = []
  for (let at = ENTRY; at + ENTRY <= directory.length; at += ENTRY) {
    const [start, size] = [entries.getUint32(at + 116, true), entries.getUint32(at + 120, true)]
    if (directory[at + 66] !== KIND.stream || size === 0 || size > largest) continue
    if (files.length >= MOST_STREAMS || size > unpacks.left) return { files, tooMuch: true }
    unpacks.left -= size
    const isSmall = size < word(56)
    files.push(
      isSmall ? gather(shared, start, size, small, (sector) => sector * small, nextSmall) : take(start, size),
    )
  }
  return { files, tooMuch: false }
}

/** Puts together the sectors of a stream, each of which leads to the next. */
function gather(
  from: Uint8Array,
  start: number,
  size: number,
  length: number,
  offset: (sector: number) => number,
  next: (sector: number) => number,
): Uint8Array {
  const all = new Uint8Array(Math.min(size, from.length))
  let filled = 0
  for (let sector = start; filled < all.length && offset(sector) < from.length; sector = next(sector)) {
    const at = offset(sector)
    const piece = from.subarray(at, Math.min(at + length, at + all.length - filled))
    all.set(piece, filled)
    filled += piece.length
  }
  return all.slice(0, filled)
}
