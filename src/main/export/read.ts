import type { RecordColumn } from '../../domain/records'
import type { Database, Statement } from '../records/libsql'
import type { Integrity } from '../records/seal'
import { CELL, ROW_TEXT } from './packed'
import { checkEach, type SealChecker } from './seal-check'
import type { Piece, Source } from './source'

const CELL_SQL = `char(${CELL})`

/** Records as they were read, in order. The last column is what each row's integrity is. */
export interface Rows {
  readonly count: number
  /** All cells, `CELL` and `ROW` between them. A value may hold these itself: compare the counts. */
  readonly packed: Buffer
  /** One text a cell, an empty one is `''`; taken apart from `packed` where that can be done. */
  cells(): string[][]
  /** The same, read from the database value by value. */
  values(): string[][]
  /** Rows that are not what was presumed of them; the texts already say so, `packed` does not. */
  readonly corrected: ReadonlyMap<number, Integrity>
}

export interface JsonRows {
  readonly count: number
  /** One object a row, without line breaks in it. */
  readonly lines: readonly string[]
}

const select = (what: string, { from, condition, order }: Piece) =>
  `SELECT ${what} FROM ${from} WHERE ${condition.where} ORDER BY ${order}`

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

interface Joined {
  readonly n: number
  readonly t: Buffer | null
  readonly k: Buffer | null
}

/**
 * Reads pieces of a source. SQL joins the cells of thousands of rows, so that one value crosses into JavaScript
 * instead of a hundred thousand; a piece whose values hold the separators is read value by value.
 */
export class Reader {
  readonly #db: Database
  readonly #source: Source
  readonly #checker: SealChecker | undefined
  readonly #prepared = new Map<string, Statement>()
  /** How many of the rows so far were whole, altered and so on. */
  readonly integrity: Record<Integrity, number> = { whole: 0, altered: 0, unsealed: 0, open: 0 }

  /** @param checker checks each row of a source that is sealed */
  constructor(db: Database, source: Source, checker: SealChecker) {
    this.#db = db
    this.#source = source
    this.#checker = source.sealing && checker
  }

  #statement(sql: string): Statement {
    const known = this.#prepared.get(sql) ?? this.#db.prepare(sql)
    this.#prepared.set(sql, known)
    return known
  }

  /** What the integrity of a row is told from: presumed, seal, end, sealed text. */
  get #keySql(): string {
    const { sealing } = this.#source
    if (!sealing) return 'NULL'
    const { presumed, seal, endedAt, text } = sealing
    return [presumed, `ifnull(${seal}, '')`, `ifnull(${endedAt}, '')`, text].join(` || ${CELL_SQL} || `)
  }

  #joined(row: string, piece: Piece): Joined {
    const inner = select(`${row} AS t, ${this.#keySql} AS k`, piece)
    const join = (column: string) => `CAST(group_concat(${column}, ${literal(ROW_TEXT)}) AS BLOB)`
    const sql = `SELECT count(*) AS n, ${join('t')} AS t, ${this.#checker ? join('k') : 'NULL'} AS k FROM (${inner})`
    return this.#statement(sql).get(...piece.condition.params) as Joined
  }

  /** Which rows are not what was presumed of them. */
  async #check({ n, k }: Joined, piece: Piece): Promise<ReadonlyMap<number, Integrity>> {
    if (!this.#checker || n === 0) return new Map()
    const { corrected, counts } =
      (await this.#checker.check(k!, n)) ?? checkEach(this.#keys(piece), this.#checker.seals)
    for (const [name, count] of Object.entries(counts)) this.integrity[name as Integrity] += count
    return corrected
  }

  /** The keys row by row, where a value holds a separator. */
  #keys(piece: Piece): Buffer[] {
    const read = this.#statement(select(`CAST(${this.#keySql} AS BLOB) AS k`, piece))
    return (read.all(...piece.condition.params) as { k: Buffer }[]).map(({ k }) => k)
  }

  /** Reads at once; what it promises comes when the seals are checked. */
  async rows(piece: Piece): Promise<Rows> {
    const { columns } = this.#source
    const cell = (column: RecordColumn) => `ifnull(${this.#source.sql(column)}, '')`
    const joined = this.#joined(columns.map(cell).join(` || ${CELL_SQL} || `), piece)
    const { n, t } = joined
    const corrected = await this.#check(joined, piece)
    const packed = t ?? Buffer.alloc(0)
    const correct = (texts: string[][]) => {
      for (const [row, found] of corrected) texts[row]![columns.length - 1] = found
      return texts
    }
    const values = () => {
      const each = columns.map((column, i) => `${cell(column)} AS c${i}`).join(', ')
      const read = this.#statement(select(each, piece)).all(...piece.condition.params)
      const rows = read as Record<string, unknown>[]
      return correct(rows.map((row) => columns.map((_, i) => String(row[`c${i}`]))))
    }
    const cells = () => {
      if (n === 0) return []
      const rows = packed.toString('utf8').split(ROW_TEXT)
      const texts = rows.map((row) => row.split(String.fromCharCode(CELL)))
      const fits = texts.length === n && texts.every((row) => row.length === columns.length)
      return fits ? correct(texts) : values()
    }
    return { count: n, packed, cells, values, corrected }
  }

  /** As above. */
  async json(piece: Piece): Promise<JsonRows> {
    const { columns } = this.#source
    const value = (column: RecordColumn) => this.#source.json(column) ?? this.#source.sql(column)
    const members = columns.map((column) => `${literal(column.name)}, ${value(column)}`)
    const joined = this.#joined(`json_object(${members.join(', ')})`, piece)
    const corrected = await this.#check(joined, piece)
    // JSON escapes every control character, so that the separator is in no value.
    const lines = joined.n === 0 ? [] : joined.t!.toString('utf8').split(ROW_TEXT)
    for (const [row, integrity] of corrected) {
      lines[row] = JSON.stringify({ ...(JSON.parse(lines[row]!) as object), integrity })
    }
    return { count: joined.n, lines }
  }
}
