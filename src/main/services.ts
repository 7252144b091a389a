import type { AppState } from '../bridge/channels'
import type { Attempts, Surroundings } from './learn/attempts'
import type { SigningKey } from './credentials/signing-key'
import type { Library } from './library/library'
import type { PersonRecords } from './records/person-records'
import type { Database } from './records/libsql'
import type { Seals } from './records/seal'
import type { Exchange } from './exchange/exchange'
import type { Lrs } from './lrs/lrs'
import type { Wrapper } from './records/secret-file'
import type { OrganisationStore } from './people/organisation'
import type { Standings } from './records/standings'
import type { Person, RecordStore } from './records/store'
import type { RecordWorker } from './worker/client'

/** Who sits at this computer now. */
export class SignedIn {
  current: { readonly session: string; readonly person: Person } | undefined

  constructor(
    private readonly store: RecordStore,
    private readonly around: Surroundings,
    /** Signs the audit log, so that who came and went can't be written anew later. */
    private readonly signLog: () => void = () => {},
  ) {
    // After a crash or a power cut the same person goes on; a session of another shift does not.
    const since = new Date(around.now().getTime() - 12 * 3_600_000).toISOString()
    this.current = store.openSession(since)
  }

  open(person: Person): void {
    const session = this.around.uuid()
    this.store.openNewSession(session, person, this.around.now().toISOString())
    this.current = { session, person }
    this.signLog()
  }

  close(): void {
    if (!this.current) return
    this.store.closeSession(this.current.session, this.current.person, this.around.now().toISOString())
    this.current = undefined
    this.signLog()
  }
}

/** What the handlers work with, made once at boot. */
export interface Services {
  readonly db: Database
  readonly store: RecordStore
  /** Opens the secret of the seals when it is first needed. */
  readonly seals: () => Seals
  /** This installation's key pair that signs attempts; opened when it is first needed. */
  readonly deviceKey: () => SigningKey
  /** The key pair that signs for the organisation; opened when it is first needed. */
  readonly issuerKey: () => SigningKey
  /** The key that signs this installation's audit log: the issuer's, or on an enrolled device the device's. */
  readonly logKey: () => SigningKey
  readonly organisation: OrganisationStore
  readonly personRecords: PersonRecords
  readonly library: Library
  /** The way to the organisation's learning record store. */
  readonly lrs: Lrs
  readonly exchange: Exchange
  readonly standings: Standings
  readonly attempts: Attempts
  readonly around: Surroundings
  readonly signedIn: SignedIn
  /** Reads the records beside main, for exports and for figures over many rows. */
  readonly worker: RecordWorker
  /** Where the records and their keys lie. */
  readonly dataFolder: string
  /** 64 hexadecimal digits; for a second, reading connection. */
  readonly databaseKey: string
  readonly keychain: Wrapper
  readonly rendererFolder: string
  readonly madePages: Map<string, string>
  notices(): AppState['notices']
}
