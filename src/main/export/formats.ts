import { CSV_BYTE_ORDER_MARK, csvLine } from '../../domain/records'
import type { Database } from '../store/libsql'
import type { CsvRows, JsonRows, Reader } from './read'
import type { Piece, Source } from '../store/export-source'

/** A part of a file, with the progress at its end. */
export interface Part {
  readonly bytes: readonly (string | Uint8Array)[]
  /** The number of records in this part. */
  readonly rows: number
  /** The number of records that were looked at so far. */
  readonly done: number
  /** Set where something could not be written. */
  readonly leftOut?: LeftOut
}

/** What a file does not hold because it can't be read or must not be told. */
export interface LeftOut {
  /** The number of records that were left out. */
  readonly records: number
  /** The ids of what they are of: scenarios, certificates, and courses for a round. */
  readonly of: readonly string[]
  /** The ids of courses that are not here, whose rounds therefore can't be told. */
  readonly courses: readonly string[]
  /** The number of attempts that were changed outside the program, of which nothing is told. */
  readonly altered: number
}

export const NOTHING_LEFT_OUT: LeftOut = { records: 0, of: [], courses: [], altered: 0 }

/** A list of ids has this many at most; whoever reads it has enough to look for. */
const MOST_NAMED = 20

/** Adds up what parts of a file left out. Each id is named once. */
export function addLeftOut(a: LeftOut, b: LeftOut | undefined): LeftOut {
  if (!b) return a
  const both = (key: 'of' | 'courses') => [...new Set([...a[key], ...b[key]])].slice(0, MOST_NAMED)
  return {
    records: a.records + b.records,
    of: both('of'),
    courses: both('courses'),
    altered: a.altered + b.altered,
  }
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

/** This many pieces are read ahead of writing, so that neither thread waits for the other. */
const AHEAD = 3

/** Reads some pieces ahead, so that another thread checks their seals while this one reads on. */
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
        // A failure is only reported to a caller that still waits for this piece.
        read.catch(() => {})
        ahead.push({ read, done: piece.done })
        if (ahead.length > AHEAD) yield await next()
      }
      while (ahead.length > 0) yield await next()
      yield { bytes: writer.end(), rows: 0, done: total }
    },
  }
}

/** Writes RFC 4180 in UTF-8 with a byte-order mark, without which Excel garbles accents. */
export function csvWriter(source: Source, reader: Reader): TableWriter<CsvRows> {
  const names = source.columns.map(({ name }) => name)
  return {
    begin: () => [CSV_BYTE_ORDER_MARK + csvLine(names)],
    read: (piece) => reader.csv(piece),
    write: ({ bytes, count }) => ({ bytes, rows: count }),
    end: () => [],
  }
}

/** Writes one JSON object per line, with the names of the columns. */
export function jsonLinesWriter(reader: Reader): TableWriter<JsonRows> {
  return {
    begin: () => [],
    read: (piece) => reader.json(piece),
    write: ({ lines, count }) => ({ bytes: count === 0 ? [] : [`${lines.join('\n')}\n`], rows: count }),
    end: () => [],
  }
}
