import type { RecordColumn } from '../../domain/records'
import type { Piece, Source } from './export-source'
import { keepingStatements, type Database } from './libsql'
import { CELL, ROW_TEXT } from './packed'

const CELL_TEXT = String.fromCharCode(CELL)

/** Rows as SQL returns them, separated by `ROW_TEXT`. */
export interface PackedRows {
  readonly count: number
  /** For each row its sealed text and its seal; `null` if rows are not sealed. */
  readonly keys: Buffer | null
  /** The cells of each row, separated by `CELL`, or one JSON object for each row. */
  readonly cells: Buffer | null
}

const select = (what: string, { from, condition, order }: Piece) =>
  `SELECT ${what} FROM ${from} WHERE ${condition.where} ORDER BY ${order}`

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Joins values with a separator; NULL becomes empty. `||` would be slower, because it copies at each step. */
const joinedSql = (values: readonly string[], between: string) =>
  `format(${literal(values.map(() => '%s').join(between))}, ${values.join(', ')})`

/**
 * Reads pieces of a source. SQL joins the cells of thousands of rows, so that one value is handed to JavaScript instead
 * of a hundred thousand.
 */
export class ExportRows {
  readonly #db: Pick<Database, 'prepare'>
  readonly #source: Source

  constructor(db: Database, source: Source) {
    this.#db = keepingStatements(db)
    this.#source = source
  }

  /** Returns the SQL of a row's sealed text with its seal, by which its integrity is checked. */
  get #keySql(): string {
    const { sealing } = this.#source
    return sealing ? joinedSql([sealing.text, sealing.seal], '') : 'NULL'
  }

  get #cells(): readonly string[] {
    return this.#source.columns.map((column) => this.#source.sql(column))
  }

  #joined(row: string, piece: Piece): PackedRows {
    const inner = select(`${row} AS cells, ${this.#keySql} AS keys`, piece)
    const join = (column: string) =>
      `CAST(group_concat(${column}, ${literal(ROW_TEXT)}) AS BLOB) AS ${column}`
    const keys = this.#source.sealing ? join('keys') : 'NULL AS keys'
    const sql = `SELECT count(*) AS count, ${join('cells')}, ${keys} FROM (${inner})`
    return this.#db.prepare(sql).get<PackedRows>(...piece.condition.params)!
  }

  packed(piece: Piece): PackedRows {
    return this.#joined(joinedSql(this.#cells, CELL_TEXT), piece)
  }

  /** Reads one JSON object for each row. JSON escapes control characters, so no value can contain the separator. */
  objects(piece: Piece): PackedRows {
    const { columns } = this.#source
    const value = (column: RecordColumn) => this.#source.json(column) ?? this.#source.sql(column)
    const members = columns.map((column) => `${literal(column.name)}, ${value(column)}`)
    return this.#joined(`json_object(${members.join(', ')})`, piece)
  }

  /** Reads the keys of a piece row by row; needed if a value contains a separator. */
  keys(piece: Piece): Buffer[] {
    const read = this.#db.prepare(select(`CAST(${this.#keySql} AS BLOB) AS k`, piece))
    return read.all<{ k: ArrayBuffer }>(...piece.condition.params).map(({ k }) => Buffer.from(k))
  }

  /** Reads the texts of a piece value by value; needed if a value contains a separator. */
  values(piece: Piece): string[][] {
    const cells = this.#cells
    const each = cells.map((sql, i) => `${sql} AS c${i}`).join(', ')
    const read = this.#db.prepare(select(each, piece))
    const rows = read.all<Record<string, unknown>>(...piece.condition.params)
    return rows.map((row) => cells.map((_, i) => String(row[`c${i}`] ?? '')))
  }
}
