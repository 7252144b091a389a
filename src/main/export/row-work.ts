import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Seals } from '../evidence/seal'
import type { PackedRows } from '../store/export-rows'
import { csvParts } from './csv'
import { checkSeals, type Checked } from './seal-check'

export interface WorkDone {
  /** `null` if the keys can't be told apart. */
  readonly checked: Checked | null
  /** Parts of the CSV; `null` if none was asked for or the cells can't be told apart. */
  readonly csv: readonly Uint8Array[] | null
}

/** Processes the rows of an export after they were read. */
export interface RowWork {
  readonly seals: Seals
  /**
   * Checks seals and writes lines of CSV.
   * @param rows their bytes can't be used afterwards
   * @param csvColumns the number of cells in a row; `null` if CSV is not wanted
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

/** Does the work in the calling thread. */
export const rowsHere = (seals: Seals): RowWork => ({
  seals,
  do: (rows, csvColumns) => Promise.resolve(work(rows, csvColumns, seals)),
  close: () => Promise.resolve(),
})

/** Returns the memory that can be handed to another thread without copying: that of bytes which don't share it. */
export const wholly = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []

/** Does the work in a thread of its own while the next rows are read. Answers come in the order of the requests. */
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
 * Uses a second thread if its file exists.
 * @param secret 64 hexadecimal digits
 * @param since the time from which records are sealed
 */
export function openRowWork(secret: string, since: string): RowWork {
  const file = join(__dirname, 'row-thread.cjs')
  // The file only exists in a built program.
  return existsSync(file) ? rowsBeside(file, secret, since) : rowsHere(new Seals(secret, since))
}
