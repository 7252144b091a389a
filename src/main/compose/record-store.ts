import { attemptIntegrity } from '../evidence/seal'
import type { PageEvents } from '../ipc/events'
import type { Library } from '../library/library'
import type { OrganisationStore } from '../people/organisation'
import { electronFetch } from '../record-store/electron-fetch'
import { RecordStore } from '../record-store/record-store'
import { StatementSource } from '../record-store/source'
import type { Base } from './base'
import type { ComposedEvidence } from './evidence'

interface Needs {
  readonly library: Library
  readonly organisation: OrganisationStore
  readonly seals: ComposedEvidence['seals']
  readonly events: Pick<PageEvents, 'changed'>
}

/** Makes the queue of statements for the organisation's learning record store. */
export function composeRecordStore(base: Base, { library, organisation, seals, events }: Needs) {
  const { records, system, keychain, report } = base
  const { folder, db } = records
  const recordStore = new RecordStore({
    db,
    source: new StatementSource(db, (id) => library.course(id)),
    organisation,
    folder,
    keychain,
    isAltered: (id) => attemptIntegrity(db, seals(), id) === 'altered',
    fetch: electronFetch,
    clock: {
      now: system.now,
      random: Math.random,
      later: (call, ms) => {
        const timer = setTimeout(call, ms)
        return () => clearTimeout(timer)
      },
    },
    report,
    onChange: () => events.changed('recordStore.changed'),
  })
  return { recordStore, start: () => recordStore.start(), stop: () => recordStore.stop() }
}
