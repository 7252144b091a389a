import { CSV_BYTE_ORDER_MARK, csvLine } from '../../domain/records'
import type { Database } from '../records/libsql'
import { csvParts } from './csv'
import type { Reader } from './read'
import type { Piece, Source } from './source'

/** Some of a file, and how far it is then. */
export interface Part {
  readonly bytes: readonly (string | Uint8Array)[]
  /** Records that are in it. */
  readonly rows: number
  /** How many records of the whole were looked at by now. */
  readonly done: number
}

/** A file as it grows, and how many records will have been looked at in the end. */
export interface Growing {
  readonly total: number
  parts(): Iterable<Part>
}

/** A table: a beginning, what becomes of each piece of a source, an end. */
export interface TableWriter {
  begin(): readonly (string | Uint8Array)[]
  piece(piece: Piece): Pick<Part, 'bytes' | 'rows'>
  end(): readonly (string | Uint8Array)[]
}

export function growing(db: Database, source: Source, writer: TableWriter): Growing {
  const { total } = source
  return {
    total,
    *parts() {
      yield { bytes: writer.begin(), rows: 0, done: 0 }
      for (const piece of source.pieces(db)) yield { ...writer.piece(piece), done: piece.done }
      yield { bytes: writer.end(), rows: 0, done: total }
    },
  }
}

/** RFC 4180 in UTF-8 with a byte-order mark, without which Excel garbles accents. */
export function csvWriter(source: Source, reader: Reader): TableWriter {
  const names = source.columns.map(({ name }) => name)
  return {
    begin: () => [CSV_BYTE_ORDER_MARK + csvLine(names)],
    piece: (piece) => {
      const rows = reader.rows(piece)
      return { bytes: csvParts(rows, names.length), rows: rows.count }
    },
    end: () => [],
  }
}

/** One JSON object a line, with the names of the columns. */
export function jsonLinesWriter(reader: Reader): TableWriter {
  return {
    begin: () => [],
    piece: (piece) => {
      const { lines, count } = reader.json(piece)
      return { bytes: count === 0 ? [] : [`${lines.join('\n')}\n`], rows: count }
    },
    end: () => [],
  }
}
