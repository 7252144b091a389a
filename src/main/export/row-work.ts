import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Seals } from '../evidence/seal'
import type { PackedRows } from '../store/export-rows'
import { csvParts } from './csv'
import { checkSeals, type Checked } from './seal-check'

export interface WorkDone {
  /** `null` when the keys can't be told apart. */
  readonly checked: Checked | null
  /** Parts of the lines of CSV; `null` when none were asked for or the cells can't be told apart. */
  readonly csv: readonly Uint8Array[] | null
}

/** Works on the rows of an export once they are read. */
export interface RowWork {
  readonly seals: Seals
  /**
   * Checks seals and writes lines of CSV.
   * @param rows their bytes are gone afterwards
   * @param csvColumns how many cells a row has; `null` when CSV is not wanted
   */
  do(rows: PackedRows, csvColumns: number | null): Promise<WorkDone>
  close(): Promise<unknown>
}

const UNSEALED: Checked = { corrected: new Map(), counts: { whole: 0, altered: 0, unsealed: 0, open: 0 } }

function work({ count, keys, cells }: PackedRows, csvColumns: number | null, seals: Seals): WorkDone {
  const checked = keys ? checkSeals(keys, count, seals) : UNSEALED
  if (!checked) return { checked: null, csv: null }
  const csv = cells && csvColumns !== null ? csvParts(cells, count, csvColumns, checked.corrected) : undefined
  return { checked, csv: csv ?? null }
}

/** In the thread that asks. */
export const rowsHere = (seals: Seals): RowWork => ({
  seals,
  do: (rows, csvColumns) => Promise.resolve(work(rows, csvColumns, seals)),
  close: () => Promise.resolve(),
})

/** The memory that can be handed to another thread without copying: that of bytes which have it to themselves. */
export const wholly = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []

/** In a thread beside, which works while the next rows are read; it answers in the order in which it is asked. */
function rowsBeside(file: string, secret: string, since: string): RowWork {
  const thread = new Worker(file, { workerData: { secret, since } })
  const asked: { resolve: (done: WorkDone) => void; reject: (error: Error) => void }[] = []
  thread.on('message', (done: WorkDone) => asked.shift()?.resolve(done))
  thread.on('error', (error) => {
    for (const { reject } of asked.splice(0)) reject(error)
  })
  return {
    seals: new Seals(secret, since),
    do: (rows, csvColumns) =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject })
        const given = [rows.keys, rows.cells].flatMap((bytes) => (bytes ? wholly(bytes) : []))
        thread.postMessage({ rows, csvColumns }, given)
      }),
    close: () => thread.terminate(),
  }
}

/**
 * @param secret 64 hexadecimal digits
 * @param since when records began to be sealed
 */
export function openRowWork(secret: string, since: string): RowWork {
  const file = join(__dirname, 'row-thread.cjs')
  // It is there once the program is built.
  return existsSync(file) ? rowsBeside(file, secret, since) : rowsHere(new Seals(secret, since))
}
