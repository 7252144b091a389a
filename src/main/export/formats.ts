import { CSV_BYTE_ORDER_MARK, csvLine } from '../../domain/records'
import type { Database } from '../store/libsql'
import type { CsvRows, JsonRows, Reader } from './read'
import type { Piece, Source } from '../store/export-source'

/** Some of a file, and how far it is then. */
export interface Part {
  readonly bytes: readonly (string | Uint8Array)[]
  /** The number of records in this part. */
  readonly rows: number
  /** The number of records that were looked at so far. */
  readonly done: number
}

/** A file that is written part by part, with the number of records that will be looked at. */
export interface Growing {
  readonly total: number
  parts(): Iterable<Part> | AsyncIterable<Part>
}

/** Writes a table: the beginning, each piece of a source, and the end. */
export interface TableWriter<R> {
  begin(): readonly (string | Uint8Array)[]
  read(piece: Piece): Promise<R>
  write(read: R): Pick<Part, 'bytes' | 'rows'>
  end(): readonly (string | Uint8Array)[]
}

/** Pieces that are read and not yet written: enough that neither thread waits for the other. */
const AHEAD = 3

/** Reads some pieces ahead, so that their seals are checked in a thread beside while this one reads on. */
export function growing<R>(db: Database, source: Source, writer: TableWriter<R>): Growing {
  const { total } = source
  return {
    total,
    async *parts() {
      yield { bytes: writer.begin(), rows: 0, done: 0 }
      const ahead: { read: Promise<R>; done: number }[] = []
      const next = async (): Promise<Part> => {
        const { read, done } = ahead.shift()!
        return { ...writer.write(await read), done }
      }
      for (const piece of source.pieces(db)) {
        const read = writer.read(piece)
        // Whoever stops listening has no use for its failure.
        read.catch(() => {})
        ahead.push({ read, done: piece.done })
        if (ahead.length > AHEAD) yield await next()
      }
      while (ahead.length > 0) yield await next()
      yield { bytes: writer.end(), rows: 0, done: total }
    },
  }
}

/** RFC 4180 in UTF-8 with a byte-order mark, without which Excel garbles accents. */
export function csvWriter(source: Source, reader: Reader): TableWriter<CsvRows> {
  const names = source.columns.map(({ name }) => name)
  return {
    begin: () => [CSV_BYTE_ORDER_MARK + csvLine(names)],
    read: (piece) => reader.csv(piece),
    write: ({ bytes, count }) => ({ bytes, rows: count }),
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
