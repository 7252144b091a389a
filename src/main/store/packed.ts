/** Separates cells. */
export const CELL = 0x1f
/** Separates rows, together with a line feed: two bytes, as the end of a line in CSV has. */
export const ROW = 0x1d

export const ROW_TEXT = `${String.fromCharCode(ROW)}\n`
const ROW_BYTES = Buffer.from(ROW_TEXT)

/**
 * Returns where the row that begins at `from` ends in a joined text. The next one begins `ROW_TEXT.length` bytes later.
 */
export function endOfRow(joined: Buffer, from: number): number {
  const at = joined.indexOf(ROW_BYTES, from)
  return at < 0 ? joined.length : at
}
