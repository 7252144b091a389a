import { CSV_BYTE_ORDER_MARK, csvLine } from '../../domain/records'
import type { Database } from '../records/libsql'
import { csvParts } from './csv'
import type { JsonRows, Reader, Rows } from './read'
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
  parts(): Iterable<Part> | AsyncIterable<Part>
}

/** A table: a beginning, what becomes of each piece of a source, an end. */
export interface TableWriter<R> {
  begin(): readonly (string | Uint8Array)[]
  read(piece: Piece): Promise<R>
  write(read: R): Pick<Part, 'bytes' | 'rows'>
  end(): readonly (string | Uint8Array)[]
}

/** Reads one piece ahead, so that its seals are checked in their thread while the last one is written in this. */
export function growing<R>(db: Database, source: Source, writer: TableWriter<R>): Growing {
  const { total } = source
  return {
    total,
    async *parts() {
      yield { bytes: writer.begin(), rows: 0, done: 0 }
      let last: { read: Promise<R>; done: number } | undefined
      for (const piece of source.pieces(db)) {
        const read = writer.read(piece)
        // Whoever stops listening has no use for its failure.
        read.catch(() => {})
        if (last) yield { ...writer.write(await last.read), done: last.done }
        last = { read, done: piece.done }
      }
      if (last) yield { ...writer.write(await last.read), done: last.done }
      yield { bytes: writer.end(), rows: 0, done: total }
    },
  }
}

/** RFC 4180 in UTF-8 with a byte-order mark, without which Excel garbles accents. */
export function csvWriter(source: Source, reader: Reader): TableWriter<Rows> {
  const names = source.columns.map(({ name }) => name)
  return {
    begin: () => [CSV_BYTE_ORDER_MARK + csvLine(names)],
    read: (piece) => reader.rows(piece),
    write: (rows) => ({ bytes: csvParts(rows, names.length), rows: rows.count }),
    end: () => [],
  }
}

/** One JSON object a line, with the names of the columns. */
export function jsonLinesWriter(reader: Reader): TableWriter<JsonRows> {
  return {
    begin: () => [],
    read: (piece) => reader.json(piece),
    write: ({ lines, count }) => ({ bytes: count === 0 ? [] : [`${lines.join('\n')}\n`], rows: count }),
    end: () => [],
  }
}
