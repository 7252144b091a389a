import { Decompress, Inflate, type FlateStreamHandler } from 'fflate'

interface Stream {
  push(piece: Uint8Array, last: boolean): void
}

/**
 * Unpacks data that was compressed with gzip or zlib.
 * @param most the most bytes of the result
 * @throws for data in another format, or with a larger result
 */
export const unpack = (packed: Uint8Array, most: number): Uint8Array =>
  piecewise((take) => new Decompress(take), packed, most)

/**
 * Unpacks data that was compressed with DEFLATE and has no header, as in archives.
 * @param most the most bytes of the result
 * @throws RangeError for a larger result, and another error for data in another format
 */
export const inflate = (packed: Uint8Array, most: number): Uint8Array =>
  piecewise((take) => new Inflate(take), packed, most)

function piecewise(
  streamTo: (take: FlateStreamHandler) => Stream,
  packed: Uint8Array,
  most: number,
): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  const stream = streamTo((piece) => {
    length += piece.length
    if (length > most) throw new RangeError('It unpacks to too much.')
    pieces.push(piece)
  })
  // The data is unpacked in pieces, so that a small input with a huge result is noticed early.
  for (let at = 0; at < packed.length; at += 1024) {
    stream.push(packed.subarray(at, at + 1024), at + 1024 >= packed.length)
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
