/** Runs one export in a process of its own, to measure its own peak of memory: FOLDER KEY FILE. Prints JSON. */
import path from 'node:path'
import { EVERYTHING } from '../../src/domain/records'
import { databasePath } from '../../src/main/store/database'
import { RecordWorker } from '../../src/main/worker/client'
import { orRefuse } from '../../src/main/refused'

export interface Once {
  readonly ms: number
  /** The processor's time of all threads, in milliseconds. */
  readonly processorMs: number
  readonly rows: number
  /** The peak of the whole process, in megabytes. */
  readonly peakMb: number
  readonly progress: number
}

async function main([folder, key, file]: readonly string[]): Promise<Once> {
  const worker = new RecordWorker(
    path.join(__dirname, '../../out/main/worker.cjs'),
    { databasePath: databasePath(folder!), databaseKey: key! },
    (error) => console.error(error),
  )
  const now = new Date().toISOString()
  const scope = {
    subject: 'attempts',
    filter: EVERYTHING,
    now,
    scoresByPerson: true,
    sealedSince: now,
  } as const
  const request = { scope, format: 'csv', path: file!, sealSecret: key! } as const
  let progress = 0
  const used = process.cpuUsage()
  const started = performance.now()
  const { rows } = orRefuse(
    await worker.run('export-records', request, { onProgress: () => (progress += 1) }),
  )
  const ms = performance.now() - started
  const { user, system } = process.cpuUsage(used)
  await worker.close()
  return {
    ms,
    processorMs: (user + system) / 1000,
    rows,
    peakMb: process.resourceUsage().maxRSS / 1024,
    progress,
  }
}

void main(process.argv.slice(2)).then((once) => console.log(JSON.stringify(once)))
