/** Reads and tells apart encodings with one byte for each character. */
import { UPPER_HALVES } from '../../../domain/records'

/**
 * The upper halves of encodings that `TextDecoder` does not know, or not everywhere: the code pages of DOS, and
 * Windows-1252, of which some versions of Node make Latin-1.
 */
export const CODE_PAGES = {
  'Windows-1252': UPPER_HALVES['Windows-1252'],
  IBM437: UPPER_HALVES.IBM437,
  IBM850: UPPER_HALVES.IBM850,
  IBM852: UPPER_HALVES.IBM852,
} as const

/** Decodes bytes by a table of the upper half. */
export function decodeCodePage(bytes: Uint8Array, page: keyof typeof CODE_PAGES): string {
  const units = Uint16Array.from({ length: 256 }, (_, byte) =>
    byte < 128 ? byte : CODE_PAGES[page].charCodeAt(byte - 128),
  )
  const text = Buffer.alloc(bytes.length * 2)
  for (let at = 0; at < bytes.length; at += 1) text.writeUInt16LE(units[bytes[at]!]!, at * 2)
  return text.toString('utf16le')
}
