/** Separates cells. */
export const CELL = 0x1f
/** Separates rows, together with a line feed: two bytes, as the end of a line in CSV has. */
export const ROW = 0x1d

export const ROW_TEXT = `${String.fromCharCode(ROW)}\n`
const ROW_BYTES = Buffer.from(ROW_TEXT)

/** Splits a joined text at each `ROW` with a line feed. */
export function parts(joined: Buffer): Buffer[] {
  const found: Buffer[] = []
  let from = 0
  for (let at = joined.indexOf(ROW_BYTES); at >= 0; at = joined.indexOf(ROW_BYTES, from)) {
    found.push(joined.subarray(from, at))
    from = at + ROW_BYTES.length
  }
  return [...found, joined.subarray(from)]
}
