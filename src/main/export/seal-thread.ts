/** A second thread of an export: it checks seals while the first one reads on. See `SealThread`. */
import { parentPort, workerData } from 'node:worker_threads'
import { Seals } from '../records/seal'
import { checkSeals } from './seal-check'

export interface SealThreadData {
  readonly secret: string
  readonly since: string
}

const { secret, since } = workerData as SealThreadData
const seals = new Seals(secret, since)

parentPort!.on('message', ({ keys, count }: { keys: Uint8Array; count: number }) => {
  const bytes = Buffer.from(keys.buffer, keys.byteOffset, keys.byteLength)
  parentPort!.postMessage(checkSeals(bytes, count, seals) ?? null)
})
