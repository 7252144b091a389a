import { csvLine, type RecordColumn } from '../../domain/records'
import type { Database, Statement } from '../store/libsql'
import type { Integrity } from '../evidence/seal'
import { CELL, ROW_TEXT } from './packed'
import type { PackedRows, RowWork } from './row-work'
import { checkEach, type Checked } from './seal-check'
import type { Piece, Source } from './source'

const CELL_TEXT = String.fromCharCode(CELL)

/** Records as they were read, in order. The last column is what each row's integrity is. */
export interface Rows {
  readonly count: number
  /** One text a cell, an empty one is `''`. */
  cells(): string[][]
}

export interface CsvRows {
  readonly count: number
  /** Their lines. */
  readonly bytes: readonly (string | Uint8Array)[]
}

export interface JsonRows {
  readonly count: number
  /** One object a row, without line breaks in it. */
  readonly lines: readonly string[]
}

const select = (what: string, { from, condition, order }: Piece) =>
  `SELECT ${what} FROM ${from} WHERE ${condition.where} ORDER BY ${order}`

/** One value of several, joined with a separator; NULL is empty. Faster than `||`, which copies at each step. */
const joinedSql = (values: readonly string[], between: string) =>
  `format(${literal(values.map(() => '%s').join(between))}, ${values.join(', ')})`

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/**
 * Reads pieces of a source. SQL joins the cells of thousands of rows, so that one value crosses into JavaScript
 * instead of a hundred thousand; a piece whose values hold the separators is read value by value.
 */
export class Reader {
  readonly #db: Database
  readonly #source: Source
  readonly #work: RowWork
  readonly #prepared = new Map<string, Statement>()
  /** How many of the rows so far were whole, altered and so on. */
  readonly integrity: Record<Integrity, number> = { whole: 0, altered: 0, unsealed: 0, open: 0 }

  /** @param work checks the seals of a source that has them */
  constructor(db: Database, source: Source, work: RowWork) {
    this.#db = db
    this.#source = source
    this.#work = work
  }

  #statement(sql: string): Statement {
    const known = this.#prepared.get(sql) ?? this.#db.prepare(sql)
    this.#prepared.set(sql, known)
    return known
  }

  /** What the integrity of a row is told from: sealed text and seal. */
  get #keySql(): string {
    const { sealing } = this.#source
    return sealing ? joinedSql([sealing.text, sealing.seal], '') : 'NULL'
  }

  #joined(row: string, piece: Piece): PackedRows {
    const inner = select(`${row} AS cells, ${this.#keySql} AS keys`, piece)
    const join = (column: string) =>
      `CAST(group_concat(${column}, ${literal(ROW_TEXT)}) AS BLOB) AS ${column}`
    const keys = this.#source.sealing ? join('keys') : 'NULL AS keys'
    const sql = `SELECT count(*) AS count, ${join('cells')}, ${keys} FROM (${inner})`
    return this.#statement(sql).get<PackedRows>(...piece.condition.params)!
  }

  /** Row by row when a value holds a separator. Counts what was found. */
  #found(checked: Checked | null, piece: Piece): ReadonlyMap<number, Integrity> {
    const { corrected, counts } = checked ?? checkEach(this.#keys(piece), this.#work.seals)
    for (const [name, count] of Object.entries(counts)) this.integrity[name as Integrity] += count
    return corrected
  }

  #keys(piece: Piece): Buffer[] {
    const read = this.#statement(select(`CAST(${this.#keySql} AS BLOB) AS k`, piece))
    return read.all<{ k: ArrayBuffer }>(...piece.condition.params).map(({ k }) => Buffer.from(k))
  }

  get #cells(): readonly string[] {
    return this.#source.columns.map((column) => this.#source.sql(column))
  }

  #packed(piece: Piece): PackedRows {
    return this.#joined(joinedSql(this.#cells, CELL_TEXT), piece)
  }

  /** The texts of a piece, read value by value. */
  #values(piece: Piece): string[][] {
    const cells = this.#cells
    const each = cells.map((sql, i) => `${sql} AS c${i}`).join(', ')
    const rows = this.#statement(select(each, piece)).all<Record<string, unknown>>(...piece.condition.params)
    return rows.map((row) => cells.map((_, i) => String(row[`c${i}`] ?? '')))
  }

  #correct(texts: string[][], corrected: ReadonlyMap<number, Integrity>): string[][] {
    for (const [row, found] of corrected) texts[row]![this.#source.columns.length - 1] = found
    return texts
  }

  /** Reads at once; what it promises comes when the seals are checked. */
  async rows(piece: Piece): Promise<Rows> {
    const { count, keys, cells } = this.#packed(piece)
    const { checked } = await this.#work.do({ count, keys, cells: null }, null)
    const corrected = this.#found(checked, piece)
    return {
      count,
      cells: () => {
        if (count === 0) return []
        const rows = cells!.toString('utf8').split(ROW_TEXT)
        const texts = rows.map((row) => row.split(CELL_TEXT))
        const fits =
          texts.length === count && texts.every((row) => row.length === this.#source.columns.length)
        return this.#correct(fits ? texts : this.#values(piece), corrected)
      },
    }
  }

  /** As above, as lines of CSV. */
  async csv(piece: Piece): Promise<CsvRows> {
    const packed = this.#packed(piece)
    const { checked, csv } = await this.#work.do(packed, this.#source.columns.length)
    const corrected = this.#found(checked, piece)
    return {
      count: packed.count,
      bytes: csv ?? this.#correct(this.#values(piece), corrected).map(csvLine),
    }
  }

  /** As above. */
  async json(piece: Piece): Promise<JsonRows> {
    const { columns } = this.#source
    const value = (column: RecordColumn) => this.#source.json(column) ?? this.#source.sql(column)
    const members = columns.map((column) => `${literal(column.name)}, ${value(column)}`)
    const joined = this.#joined(`json_object(${members.join(', ')})`, piece)
    const { checked } = await this.#work.do({ ...joined, cells: null }, null)
    const corrected = this.#found(checked, piece)
    // JSON escapes every control character, so that the separator is in no value.
    const lines = joined.count === 0 ? [] : joined.cells!.toString('utf8').split(ROW_TEXT)
    for (const [row, integrity] of corrected) {
      lines[row] = JSON.stringify({ ...(JSON.parse(lines[row]!) as object), integrity })
    }
    return { count: joined.count, lines }
  }
}
