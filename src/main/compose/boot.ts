import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, powerMonitor, safeStorage } from 'electron'
import type { AppState } from '../../bridge/channels'
import { Issuer } from '../credentials/issuer'
import { IssuerKey } from '../credentials/issuer-key'
import { IssuerProfiles } from '../credentials/issuer-profile'
import { Jobs } from '../credentials/jobs'
import { openSigningKey } from '../keys/signing-key'
import { StatusListFile } from '../credentials/status-list-file'
import { writeOrRefuse } from '../files/atomic-write'
import { enrolledLibrary } from '../exchange/enrolment'
import { Exchange } from '../exchange/exchange'
import { openExchangeKey } from '../exchange/sealed-box'
import { Attempts } from '../learn/attempts'
import type { Surroundings } from '../surroundings'
import { Dialogs } from '../files/dialogs'
import { Library } from '../library/library'
import { electronFetch } from '../record-store/electron-fetch'
import { Lrs } from '../record-store/record-store'
import { StatementSource } from '../record-store/source'
import { interfaceLocale } from '../windows/locale'
import { clockNotices, openingNotices, type Opened } from './opened'
import { signAuditLog } from '../audit/audit-log'
import { lockNow } from '../people/lock-now'
import { Access } from '../people/access'
import { Assignments } from '../people/assignments'
import { EarlierResults } from '../people/earlier-results'
import { AutoLock } from '../people/auto-lock'
import { OrganisationStore } from '../people/organisation'
import { OnePerson } from '../people/one-person'
import { PeopleStore } from '../people/people'
import { Register } from '../people/register'
import { Recovery } from '../people/recovery'
import { SecretStore } from '../people/secret-store'
import { SessionStore } from '../people/sessions'
import { SignedIn } from '../people/signed-in'
import { Tries } from '../people/tries'
import { CredentialStore } from '../store/tables/credentials'
import { backUpDaily, LOCAL_STATE } from '../store/backups'
import { ClockWatch } from '../store/clock'
import { databasePath } from '../store/database'
import { Restore, type Restored } from '../store/restore'
import { PersonRecords } from '../people/person-records'
import { ReleaseKeeper } from '../reporting/release-keeper'
import { attemptIntegrity, beganSealing, openSealSecret, Seals } from '../evidence/seal'
import { signAndSeal } from '../evidence/signed-attempt'
import { settleFiles } from '../store/recorded-file'
import { Standings } from '../learn/standings'
import { RecordStore } from '../store/records'
import type { Services } from './services'
import { RecordWorker } from '../worker/client'
import { orRefuse } from '../refused'

const around: Surroundings = {
  now: () => new Date(),
  ticks: () => performance.now(),
  uuid: randomUUID,
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
}

/** On Windows Chromium wraps the key with which ours are wrapped, and keeps it in this file. */
const localState = process.platform === 'win32' ? join(app.getPath('userData'), LOCAL_STATE) : undefined

function scenarioFolder(): string {
  return app.isPackaged ? join(process.resourcesPath, 'scenarios') : join(app.getAppPath(), 'scenarios')
}

/** Keys are opened when they are first needed: the first screen has no use for them. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** A look at a shared folder that has nothing new costs a list of its files. */
const LOOK_EVERY_MS = 60_000

export interface Booted {
  readonly services: Services
  /** Work that may wait until the first screen is there. */
  afterFirstScreen(): void
  /** Ends what still runs, then closes the records. */
  close(): Promise<void>
}

/** Makes what works on the records, and opens the library. Throws what the person must be told. */
export function boot(
  opened: Opened,
  madePages: Map<string, string>,
  rendererFolder: string,
  report: (error: unknown) => void,
  reopen: (work: () => Promise<Restored>) => Promise<Restored>,
): Booted {
  const { folder, key, db, setAside } = opened
  settleFiles(db, around.now().toISOString())
  const store = new RecordStore(db)
  const personRecords = new PersonRecords(db, key.key)
  const organisation = new OrganisationStore(db)
  const library = new Library(enrolledLibrary(db, folder) ?? scenarioFolder())
  const sealedSince = beganSealing(db, around.now().toISOString())
  const seals = once(() => new Seals(openSealSecret(folder, safeStorage), sealedSince))
  const deviceKey = once(() => openSigningKey(folder, 'device', safeStorage))
  const issuers = new IssuerKey(folder, safeStorage, store)
  const issuerKey = issuers.open
  const issuerProfiles = new IssuerProfiles(db)
  const logKey = () => (organisation.settings().installation === 'device' ? deviceKey() : issuerKey())
  /** Never in the way of the work: the next signature covers what this one could not. */
  const signLog = () => {
    try {
      signAuditLog(db, logKey(), around.now().toISOString())
    } catch (error) {
      report(error)
    }
  }
  const lrs = new Lrs({
    db,
    source: new StatementSource(db, (id) => library.course(id)),
    organisation,
    folder,
    keychain: safeStorage,
    isAltered: (id) => attemptIntegrity(db, seals(), id) === 'altered',
    fetch: electronFetch,
    clock: {
      now: around.now,
      random: Math.random,
      later: (call, ms) => {
        const timer = setTimeout(call, ms)
        return () => clearTimeout(timer)
      },
    },
    report,
  })
  const standings = new Standings(db, library)
  const sessions = new SessionStore(db)
  const secrets = new SecretStore(db)
  const recovery = new Recovery(db)
  const signedIn = new SignedIn(sessions, secrets, organisation, around, signLog)
  const assignments = new Assignments(db, library, around.uuid)
  const access = new Access({
    assignments,
    db,
    store,
    organisation,
    sessions,
    secrets,
    recovery,
    signedIn,
    around,
    tries: new Tries(db),
  })
  const credentials = new CredentialStore(db)
  const issuer = new Issuer({
    db,
    store,
    credentials,
    library,
    organisation,
    profiles: issuerProfiles,
    around,
    key: issuerKey,
    changed: (person, course, ids) => {
      standings.refresh(person, course)
      for (const id of ids) lrs.noteCertificate(id, person)
    },
    report,
  })
  const earlier = new EarlierResults({ db, organisation, secrets, tries: new Tries(db), around })
  const statusList = new StatusListFile({
    db,
    store,
    credentials,
    profiles: issuerProfiles,
    key: issuerKey,
    now: around.now,
    write: writeOrRefuse,
    report,
  })
  const attempts = new Attempts(
    store,
    library,
    around,
    () => organisation.name() ?? '',
    () => store.setting('locale') ?? 'en',
    // The standing comes last: it takes in what the others write.
    [
      signAndSeal(db, seals, deviceKey),
      issuer.afterEnd,
      lrs.afterEnd,
      ({ attempt }) => standings.refresh(attempt.personId, attempt.course),
    ],
    (attempt) => standings.refresh(attempt.personId, attempt.course),
    earlier,
  )
  const people = new PeopleStore(db)
  const register = new Register({
    db,
    store,
    people,
    assignments,
    access,
    organisation,
    around,
    nameCorrected: (person, before) => issuer.afterName(person, before),
  })
  const exchangeKey = once(() => openExchangeKey(folder, safeStorage))
  const exchange = new Exchange({
    db,
    dataFolder: folder,
    library,
    organisationStore: organisation,
    seals,
    deviceKey,
    issuerKey,
    exchangeKey,
    organisations: () => [issuerKey().did, ...issuers.trusted()],
    trustIssuer: (did) => issuers.trust(did),
    now: () => around.now().toISOString(),
    wasErased: (number, endedAt) => personRecords.wasErased(number, endedAt),
    afterImport: (person, course, ids) => {
      for (const id of ids) lrs.noteAttempt(id, person)
      standings.refresh(person, course)
      issuer.afterImport(person, course)
    },
    coursesChanged: () => standings.takeCourses(library),
  })
  const autoLock = new AutoLock({
    organisation,
    around,
    systemIdleSeconds: () => powerMonitor.getSystemIdleTime(),
    lock: () => lockNow({ signedIn, attempts }),
  })
  const timers: NodeJS.Timeout[] = []
  const clock = new ClockWatch(db)
  clock.look(around.now())
  const worker = new RecordWorker(
    join(__dirname, 'worker.cjs'),
    { databasePath: databasePath(folder), databaseKey: key.key },
    report,
  )
  const releases = new ReleaseKeeper({
    db,
    organisation,
    around,
    make: (now, smallestGroup) =>
      worker.run('make-releases', {
        databasePath: databasePath(folder),
        databaseKey: key.key,
        now,
        smallestGroup,
      }),
  })
  if (setAside) store.writeAudit('database-set-aside', around.now().toISOString(), null, { file: setAside })
  const notices = (): AppState['notices'] => [
    ...openingNotices(opened),
    ...library.refusals.map(({ kind, file }) => ({ code: `${kind}-refused` as const, detail: file })),
    ...clockNotices(clock, around.now(), signedIn.person?.role),
  ]
  const copy = async (target: string) => void orRefuse(await worker.run('back-up', { target }))
  const daily = async () => {
    try {
      const now = around.now()
      const clockIsOdd = clock.look(now) !== undefined
      if (!(await backUpDaily(folder, now, { copy, clockIsOdd, localState }))) return
      signLog()
      const { retentionMonths } = organisation.settings()
      if (retentionMonths === null) return
      if (personRecords.applyRetention(retentionMonths, around.now())) await standings.catchUp()
    } catch (error) {
      report(error)
    }
  }
  return {
    services: {
      db,
      store,
      personRecords,
      releases,
      seals,
      deviceKey,
      issuerKey,
      issuers,
      issuer,
      issuerProfiles,
      statusList,
      credentials,
      jobs: new Jobs(around.uuid, report),
      logKey,
      organisation,
      library,
      lrs,
      dialogs: new Dialogs(() => interfaceLocale(store.setting('locale'))),
      standings,
      exchange,
      attempts,
      around,
      signedIn,
      access,
      earlier,
      clock,
      restore: new Restore({ folder, keychain: safeStorage, now: around.now, reopen }),
      people,
      register,
      onePerson: new OnePerson({ store, personRecords, organisation, earlier }),
      assignments,
      recovery,
      autoLock,
      worker,
      dataFolder: folder,
      databaseKey: key.key,
      keychain: safeStorage,
      rendererFolder,
      madePages,
      notices,
    },
    afterFirstScreen: () => {
      void daily()
      // Groups are taken as they stand on the day after an attempt, whether anybody asks or not.
      const release = () => void releases.ready().catch(report)
      release()
      standings.catchUp().catch(report)
      // Those that were issued when the program died before it could sign them.
      issuer.signWaiting().catch(report)
      lrs.start()
      const look = () => void exchange.look().catch(report)
      look()
      timers.push(setInterval(look, LOOK_EVERY_MS).unref())
      // A computer on a call floor may run for weeks.
      timers.push(setInterval(() => void daily(), 3_600_000).unref())
      timers.push(setInterval(release, 3_600_000).unref())
    },
    close: () => {
      for (const timer of timers) clearInterval(timer)
      signLog()
      standings.stop()
      return Promise.all([worker.close(), lrs.stop(), exchange.stop()])
        .then(() => undefined)
        .finally(() => store.close())
    },
  }
}
