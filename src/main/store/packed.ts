/** Between cells. */
export const CELL = 0x1f
/** Between rows, with a line feed behind it: two bytes, as a line end of CSV has. */
export const ROW = 0x1d

export const ROW_TEXT = `${String.fromCharCode(ROW)}\n`
const ROW_BYTES = Buffer.from(ROW_TEXT)

/** The parts of a joined text, between `ROW` and line feed. */
export function parts(joined: Buffer): Buffer[] {
  const found: Buffer[] = []
  let from = 0
  for (let at = joined.indexOf(ROW_BYTES); at >= 0; at = joined.indexOf(ROW_BYTES, from)) {
    found.push(joined.subarray(from, at))
    from = at + ROW_BYTES.length
  }
  return [...found, joined.subarray(from)]
}
