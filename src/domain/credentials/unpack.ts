import { Decompress } from 'fflate'

/**
 * Unpacks what was packed with gzip or zlib.
 * @param most bytes that it may come to
 * @throws for what is neither, or more than that
 */
export function unpack(packed: Uint8Array, most: number): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  const stream = new Decompress((piece) => {
    length += piece.length
    if (length > most) throw new RangeError('It unpacks to too much.')
    pieces.push(piece)
  })
  // In pieces, so that what is packed tightly is noticed before all of it is unpacked.
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
