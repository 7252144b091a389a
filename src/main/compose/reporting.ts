import { join } from 'node:path'
import type { OrganisationStore } from '../people/organisation'
import { ReleaseKeeper } from '../reporting/release-keeper'
import { databasePath } from '../store/database'
import { RecordWorker } from '../worker/client'
import type { Base } from './base'
import { repeating } from './lifecycle'

const HOUR_MS = 3_600_000

/** Makes the worker thread and the releases of results in pseudonymous mode. */
export function composeReporting(base: Base, { organisation }: { readonly organisation: OrganisationStore }) {
  const { records, system, report } = base
  const { folder, key, db } = records
  const database = { databasePath: databasePath(folder), databaseKey: key.key }
  const worker = new RecordWorker(join(__dirname, 'worker.cjs'), database, report)
  const releases = new ReleaseKeeper({
    db,
    organisation,
    system,
    make: (now, smallestGroup) => worker.run('make-releases', { ...database, now, smallestGroup }),
  })
  // Groups are noted as they are on the day after an attempt, even if nobody looks at results.
  const releasing = repeating(HOUR_MS, () => void releases.ready().catch(report))
  return {
    worker,
    releases,
    start: releasing.start,
    stop: () => {
      void releasing.stop()
      return worker.close()
    },
  }
}
