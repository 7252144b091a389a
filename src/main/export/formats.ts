import { CSV_BYTE_ORDER_MARK, csvLine } from '../../domain/records'
import { csvParts } from './csv'
import type { Reader } from './read'
import type { Piece, Source } from './source'

/** Writes one format: a beginning, the pieces in their order, an end. */
export interface FormatWriter {
  begin(): readonly (string | Uint8Array)[]
  /** @returns what to write, and how many records that is */
  piece(piece: Piece): { readonly parts: readonly (string | Uint8Array)[]; readonly rows: number }
  end(): readonly (string | Uint8Array)[]
}

/** RFC 4180 in UTF-8 with a byte-order mark, without which Excel garbles accents. */
export function csvWriter(source: Source, reader: Reader): FormatWriter {
  const names = source.columns.map(({ name }) => name)
  return {
    begin: () => [CSV_BYTE_ORDER_MARK + csvLine(names)],
    piece: (piece) => {
      const rows = reader.rows(piece)
      return { parts: csvParts(rows, names.length), rows: rows.count }
    },
    end: () => [],
  }
}

/** One JSON object a line, with the names of the columns. */
export function jsonLinesWriter(reader: Reader): FormatWriter {
  return {
    begin: () => [],
    piece: (piece) => {
      const { lines, count } = reader.json(piece)
      return { parts: count === 0 ? [] : [`${lines.join('\n')}\n`], rows: count }
    },
    end: () => [],
  }
}
