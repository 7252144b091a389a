import type { RecordColumn } from '../../domain/records'
import type { Piece, Source } from './export-source'
import { keepingStatements, type Database } from './libsql'
import { CELL, ROW_TEXT } from './packed'

const CELL_TEXT = String.fromCharCode(CELL)

/** Rows as SQL gave them, between each and the next `ROW_TEXT`. */
export interface PackedRows {
  readonly count: number
  /** Of each row its sealed text and its seal, where rows are sealed. */
  readonly keys: Buffer | null
  /** Their cells, `CELL` between them, or a JSON object each. */
  readonly cells: Buffer | null
}

const select = (what: string, { from, condition, order }: Piece) =>
  `SELECT ${what} FROM ${from} WHERE ${condition.where} ORDER BY ${order}`

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** One value of several, joined with a separator; NULL is empty. Faster than `||`, which copies at each step. */
const joinedSql = (values: readonly string[], between: string) =>
  `format(${literal(values.map(() => '%s').join(between))}, ${values.join(', ')})`

/**
 * Reads pieces of a source. SQL joins the cells of thousands of rows, so that one value crosses into JavaScript
 * instead of a hundred thousand.
 */
export class ExportRows {
  readonly #db: Pick<Database, 'prepare'>
  readonly #source: Source

  constructor(db: Database, source: Source) {
    this.#db = keepingStatements(db)
    this.#source = source
  }

  /** The integrity of a row is told from its sealed text and its seal. */
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

  /** With one JSON object a row. JSON escapes every control character, so that the separator is in no value. */
  objects(piece: Piece): PackedRows {
    const { columns } = this.#source
    const value = (column: RecordColumn) => this.#source.json(column) ?? this.#source.sql(column)
    const members = columns.map((column) => `${literal(column.name)}, ${value(column)}`)
    return this.#joined(`json_object(${members.join(', ')})`, piece)
  }

  /** The keys of a piece, read row by row: for one whose values hold a separator. */
  keys(piece: Piece): Buffer[] {
    const read = this.#db.prepare(select(`CAST(${this.#keySql} AS BLOB) AS k`, piece))
    return read.all<{ k: ArrayBuffer }>(...piece.condition.params).map(({ k }) => Buffer.from(k))
  }

  /** The texts of a piece, read value by value: for one whose values hold a separator. */
  values(piece: Piece): string[][] {
    const cells = this.#cells
    const each = cells.map((sql, i) => `${sql} AS c${i}`).join(', ')
    const read = this.#db.prepare(select(each, piece))
    const rows = read.all<Record<string, unknown>>(...piece.condition.params)
    return rows.map((row) => cells.map((_, i) => String(row[`c${i}`] ?? '')))
  }
}
