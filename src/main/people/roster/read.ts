import { setImmediate as nextTurn } from 'node:timers/promises'
import { Readable } from 'node:stream'
import type { RosterRow } from '../../../domain/records'
import { Refused } from '../../refused'

export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252'
export type Delimiter = ',' | ';' | '\t'

export interface RosterFile {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly headers: readonly string[]
  readonly rows: readonly RosterRow[]
}

const MOST_BYTES = 64 * 1024 * 1024
const MOST_ROWS = 500_000
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t']
const CHUNK = 64 * 1024

/** Zero bytes at every other place: text that was saved as UTF-16 without its mark. */
function looksLikeUtf16(bytes: Uint8Array, zeroAt: 0 | 1): boolean {
  const pairs = Math.min(200, Math.floor(bytes.length / 2))
  let zeros = 0
  for (let i = 0; i < pairs; i++) if (bytes[i * 2 + zeroAt] === 0) zeros += 1
  return pairs > 2 && zeros > pairs * 0.6
}

/** Text of a file whose encoding nobody said: by its mark, by its shape, else UTF-8, else what Excel writes. */
export function decodeRoster(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const starts = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte)
  const utf16 = (label: 'utf-16le' | 'utf-16be') =>
    ({ text: new TextDecoder(label).decode(bytes), encoding: 'UTF-16' }) as const
  if (starts(0xff, 0xfe) || looksLikeUtf16(bytes, 1)) return utf16('utf-16le')
  if (starts(0xfe, 0xff) || looksLikeUtf16(bytes, 0)) return utf16('utf-16be')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
  }
}

/** The sign that the first line has most of, outside quotation marks. */
export function delimiterOf(text: string): Delimiter {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]))
  let quoted = false
  for (const sign of text) {
    if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '\n' || sign === '\r')) {
      if ([...counts.values()].some((count) => count > 0)) break
    } else if (!quoted && counts.has(sign)) counts.set(sign, counts.get(sign)! + 1)
  }
  return DELIMITERS.reduce((best, next) => (counts.get(next)! > counts.get(best)! ? next : best))
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK)
}

/**
 * Reads a roster. The work is cut into pieces, so that the window answers meanwhile.
 * @throws Refused `roster-unreadable` with the line and what to do
 */
export async function readRoster(bytes: Uint8Array): Promise<RosterFile> {
  if (bytes.length > MOST_BYTES) throw new Refused('roster-unreadable', 'The file is larger than 64 MB.')
  const { text, encoding } = decodeRoster(bytes)
  const delimiter = delimiterOf(text)
  const { parse } = await import('csv-parse')
  const parser = Readable.from(pieces(text)).pipe(
    parse({ bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true }),
  )
  const read: RosterRow[] = []
  let before = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      // `lines` is the last line of a record; one with a line break in a cell began earlier.
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
      const line = Math.max(before + 1, info.lines - breaks)
      before = info.lines
      if (record.some((cell) => cell.trim() !== '')) read.push({ line, cells: record })
      if (read.length > MOST_ROWS + 1)
        throw new Refused('roster-unreadable', `There are more than ${MOST_ROWS} rows.`)
      if (read.length % 2000 === 0) await nextTurn()
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    const { lines, message } = error as { lines?: number; message: string }
    throw new Refused(
      'roster-unreadable',
      lines === undefined ? message : `Line ${lines}: ${message}`,
      undefined,
    )
  }
  const [first, ...rows] = read
  if (!first || rows.length === 0)
    throw new Refused('roster-empty', 'The file has no row below the first line.')
  return { encoding, delimiter, headers: first.cells, rows }
}
