import type { Standings } from '../learn/standings'
import type { OrganisationStore } from '../people/organisation'
import type { PersonRecords } from '../store/person-records'
import { orRefuse } from '../refused'
import { backUpDaily } from '../store/backups'
import type { ClockWatch } from '../store/clock'
import type { RecordWorker } from '../worker/client'
import type { Base } from './base'
import { repeating } from './lifecycle'
import { localStateFile } from './open-records'

/** A computer on a call floor may run for weeks, so the day's work is looked for every hour. */
const HOUR_MS = 3_600_000

interface Needs {
  readonly clock: ClockWatch
  readonly worker: RecordWorker
  readonly organisation: OrganisationStore
  readonly personRecords: PersonRecords
  readonly standings: Standings
  readonly signLog: () => void
}

/** Does the work of each day: a backup, a signature under the audit log, and deleting records that are too old. */
export function composeUpkeep({ records, system, report }: Base, needs: Needs) {
  const { clock, worker, organisation, personRecords, standings, signLog } = needs
  const localState = localStateFile()
  const copy = async (target: string) => void orRefuse(await worker.run('back-up', { target }))
  const daily = async () => {
    const now = system.now()
    const clockIsOdd = clock.look(now) !== undefined
    if (!(await backUpDaily(records.folder, now, { copy, clockIsOdd, localState }))) return
    signLog()
    const { retentionMonths } = organisation.settings()
    if (retentionMonths === null) return
    if (personRecords.applyRetention(retentionMonths, system.now())) await standings.catchUp()
  }
  return repeating(HOUR_MS, () => void daily().catch(report))
}
