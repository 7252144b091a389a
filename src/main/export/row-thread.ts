/** The second thread of an export. It checks seals and writes CSV while the first one reads on. See `openRowWork`. */
import { parentPort, workerData } from 'node:worker_threads'
import { Seals } from '../evidence/seal'
import { rowsHere, wholly } from './row-work'
import type { PackedRows } from '../store/export-rows'

export interface RowThreadData {
  readonly secret: string
  readonly since: string
}

const { secret, since } = workerData as RowThreadData
const work = rowsHere(new Seals(secret, since))

/** Bytes arrive from the other thread as a plain `Uint8Array`. */
const buffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

parentPort!.on('message', async ({ rows, csvColumns }: { rows: PackedRows; csvColumns: number | null }) => {
  const cells = rows.cells && buffer(rows.cells)
  const done = await work.do({ ...rows, keys: rows.keys && buffer(rows.keys), cells }, csvColumns)
  parentPort!.postMessage(done, done.csv && cells ? wholly(cells) : [])
})
