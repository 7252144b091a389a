import { csvLine } from '../../domain/records'
import type { Integrity } from '../evidence/seal'
import { ExportRows } from '../store/export-rows'
import type { Piece, Source } from '../store/export-source'
import type { Database } from '../store/libsql'
import { CELL, ROW_TEXT } from '../store/packed'
import type { RowWork } from './row-work'
import { checkEach, type Checked } from './seal-check'

const CELL_TEXT = String.fromCharCode(CELL)

/** Records in the order in which they were read. The last column is the integrity of the row. */
export interface Rows {
  readonly count: number
  /** Returns one text for each cell; an empty cell is `''`. */
  cells(): string[][]
}

export interface CsvRows {
  readonly count: number
  /** The lines of CSV. */
  readonly bytes: readonly (string | Uint8Array)[]
}

export interface JsonRows {
  readonly count: number
  /** One object for each row, without line breaks. */
  readonly lines: readonly string[]
}

/** Reads pieces of a source, checks their seals and returns them as texts, CSV or JSON. */
export class Reader {
  readonly #rows: ExportRows
  readonly #source: Source
  readonly #work: RowWork
  /** Counts the rows read so far by their integrity. */
  readonly integrity: Record<Integrity, number> = { whole: 0, altered: 0, unsealed: 0, open: 0 }

  /** @param work checks the seals if the source has any */
  constructor(db: Database, source: Source, work: RowWork) {
    this.#rows = new ExportRows(db, source)
    this.#source = source
    this.#work = work
  }

  /**
   * Adds up how many rows have which integrity. Rows are checked one by one if a value holds a separator.
   * @returns the rows whose integrity is not the presumed one
   */
  #found(checked: Checked | null, piece: Piece): ReadonlyMap<number, Integrity> {
    const { corrected, counts } = checked ?? checkEach(this.#rows.keys(piece), this.#work.seals)
    for (const [name, count] of Object.entries(counts)) this.integrity[name as Integrity] += count
    return corrected
  }

  #correct(texts: string[][], corrected: ReadonlyMap<number, Integrity>): string[][] {
    for (const [row, found] of corrected) texts[row]![this.#source.columns.length - 1] = found
    return texts
  }

  /** Reads the piece at once; the promise resolves when its seals are checked. */
  async rows(piece: Piece): Promise<Rows> {
    const { count, keys, cells } = this.#rows.packed(piece)
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
        return this.#correct(fits ? texts : this.#rows.values(piece), corrected)
      },
    }
  }

  /** Does the same as `rows`, but returns lines of CSV. */
  async csv(piece: Piece): Promise<CsvRows> {
    const packed = this.#rows.packed(piece)
    const { checked, csv } = await this.#work.do(packed, this.#source.columns.length)
    const corrected = this.#found(checked, piece)
    return {
      count: packed.count,
      bytes: csv ?? this.#correct(this.#rows.values(piece), corrected).map(csvLine),
    }
  }

  /** Does the same as `rows`, but returns JSON. */
  async json(piece: Piece): Promise<JsonRows> {
    const joined = this.#rows.objects(piece)
    const { checked } = await this.#work.do({ ...joined, cells: null }, null)
    const corrected = this.#found(checked, piece)
    const lines = joined.count === 0 ? [] : joined.cells!.toString('utf8').split(ROW_TEXT)
    for (const [row, integrity] of corrected) {
      lines[row] = JSON.stringify({ ...(JSON.parse(lines[row]!) as object), integrity })
    }
    return { count: joined.count, lines }
  }
}
