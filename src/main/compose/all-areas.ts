import type { AppState } from '../../bridge/channels'
import { IssuerKey } from '../credentials/issuer-key'
import { Standings } from '../learn/standings'
import { PageEvents } from '../ipc/events'
import { OrganisationStore } from '../people/organisation'
import type { Person } from '../store/records'
import type { AreaNeeds } from './handlers-by-area'
import { system, keychain, type Base } from './base'
import { whenAttemptEnds, whenAttemptsArrive } from './attempt-end'
import { composeCredentials } from './credentials'
import { composeEvidence } from './evidence'
import { composeExchange } from './exchange'
import { composeLearn } from './learn'
import { refusalNotice } from '../library/library'
import { composeLibrary } from './library'
import { clockNotices, openingNotices } from './open-records'
import type { Lifecycle } from './lifecycle'
import { composePeople } from './people'
import { composeRecordStore } from './record-store'
import { composeReporting } from './reporting'
import { composeStore } from './store'
import { composeStudio } from './studio'
import { systemAllowsMicrophone } from '../windows/microphone'
import { composeUpkeep } from './upkeep'

export interface AllAreas {
  /** The services that the handlers of calls use, from all areas. */
  readonly needs: AreaNeeds
  /** Locks the screen and stops the clocks of the attempts under way. */
  lock(): void
  /** Locks the screen when nobody has done anything for too long. */
  checkIdle(): void
  /** Does the work that can wait until the first screen is shown. */
  afterFirstScreen(): void
  /** Stops all work that still runs, then closes the records. */
  close(): Promise<void>
}

/** The part of `Base` that the startup provides; clock and keychain are always the same. */
export type ProgramNeeds = Omit<Base, 'system' | 'keychain'>

/**
 * Makes all services, area by area.
 * @throws errors that the person must be told of
 */
export function composeAllAreas(given: ProgramNeeds): AllAreas {
  const base: Base = { ...given, system, keychain }
  const { records } = base
  const { folder, key, db, setAside } = records

  const stored = composeStore(base)
  const { store, clock } = stored
  const organisation = new OrganisationStore(db)
  const library = composeLibrary(base)
  const issuers = new IssuerKey(folder, keychain, store)
  const evidence = composeEvidence(base, {
    isDevice: () => organisation.settings().installation === 'device',
    issuerKey: issuers.open,
  })
  const events = new PageEvents({
    caller: () => ({ person: people.signedIn.person, blockedBy: people.signedIn.blockedBy }),
    send: base.send,
    report: base.report,
  })
  const statements = composeRecordStore(base, { library, organisation, seals: evidence.seals, events })
  const standings = new Standings(db, library)
  const people = composePeople(base, {
    store,
    library,
    organisation,
    signLog: evidence.signLog,
    stopClocks: () => learn.attempts.stopClocks(),
    locked: () => events.changed('app.changed'),
    nameCorrected: (person, before) => credentials.issuer.afterName(person, before),
  })
  const credentials = composeCredentials(base, {
    store,
    library,
    organisation,
    issuers,
    events,
    changed: (person, course, ids) => {
      standings.refresh(person, course)
      for (const id of ids) statements.recordStore.noteCertificate(id, person)
    },
  })
  const writers = { issuer: credentials.issuer, recordStore: statements.recordStore, standings }
  const learn = composeLearn(base, {
    store,
    library,
    organisation,
    earlier: people.earlier,
    standings,
    afterEnd: whenAttemptEnds({ db, store, organisation, evidence, ...writers }),
  })
  const exchange = composeExchange(base, {
    library,
    organisation,
    evidence,
    issuers,
    personRecords: people.personRecords,
    afterImport: whenAttemptsArrive(writers),
    coursesChanged: () => standings.takeCourses(library),
    events,
  })
  clock.look(system.now())
  const reporting = composeReporting(base, { organisation })
  const written = composeStudio(base, {
    library,
    standings,
    worker: reporting.worker,
    events,
    signedIn: people.signedIn,
  })
  const upkeep = composeUpkeep(base, {
    clock,
    worker: reporting.worker,
    organisation,
    personRecords: people.personRecords,
    standings,
    signLog: evidence.signLog,
  })
  if (setAside) store.writeAudit('database-set-aside', system.now().toISOString(), null, { file: setAside })

  /** Notices depend on the role: people who answer for the records get more of them. */
  const noticesFor = (person: Person | undefined): AppState['notices'] => [
    ...openingNotices(records),
    ...library.refusals.map(refusalNotice),
    ...clockNotices(clock, system.now(), person?.role),
  ]
  const parts: readonly Lifecycle[] = [
    evidence,
    upkeep,
    written,
    reporting,
    learn,
    credentials,
    statements,
    exchange,
    events,
  ]
  return {
    needs: {
      ...stored,
      ...evidence,
      ...people,
      ...credentials,
      ...learn,
      ...reporting,
      studio: written.studio,
      recording: written.recording,
      systemAllowsMicrophone,
      review: written.review,
      studioSettings: written.studioSettings,
      studioWatch: written.studioWatch,
      prover: written.prover,
      organisation,
      library,
      system,
      events,
      recordStore: statements.recordStore,
      exchange: exchange.exchange,
      issuerKey: issuers.open,
      dataFolder: folder,
      databaseKey: key.key,
      rendererFolder: base.rendererFolder,
      madePages: base.madePages,
      opened: base.opened,
      notices: () => noticesFor(people.signedIn.person),
    },
    lock: people.lock,
    checkIdle: () => people.autoLock.check(),
    afterFirstScreen: () => {
      for (const part of parts) part.start?.()
    },
    close: async () => {
      try {
        await Promise.all(parts.map((part) => part.stop?.()))
      } finally {
        stored.stop()
      }
    },
  }
}
