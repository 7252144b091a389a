import type { AppState } from '../../bridge/channels'
import type { Attempts } from '../learn/attempts'
import type { Surroundings } from '../surroundings'
import type { Issuer } from '../credentials/issuer'
import type { IssuerKey } from '../credentials/issuer-key'
import type { IssuerProfiles } from '../credentials/issuer-profile'
import type { Jobs } from '../credentials/jobs'
import type { StatusListFile } from '../credentials/status-list-file'
import type { SigningKey } from '../keys/signing-key'
import type { Dialogs } from '../files/dialogs'
import type { Library } from '../library/library'
import type { CredentialStore } from '../store/tables/credentials'
import type { ClockWatch } from '../store/clock'
import type { Restore } from '../store/restore'
import type { PersonRecords } from '../people/person-records'
import type { ReleaseKeeper } from '../reporting/release-keeper'
import type { Database } from '../store/libsql'
import type { Seals } from '../evidence/seal'
import type { Exchange } from '../exchange/exchange'
import type { Lrs } from '../record-store/record-store'
import type { Wrapper } from '../keys/secret-file'
import type { OrganisationStore } from '../people/organisation'
import type { Standings } from '../learn/standings'
import type { RecordStore } from '../store/records'
import type { Access } from '../people/access'
import type { AutoLock } from '../people/auto-lock'
import type { EarlierResults } from '../people/earlier-results'
import type { Assignments } from '../people/assignments'
import type { OnePerson } from '../people/one-person'
import type { PeopleStore } from '../people/people'
import type { Register } from '../people/register'
import type { Recovery } from '../people/recovery'
import type { SignedIn } from '../people/signed-in'
import type { RecordWorker } from '../worker/client'

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
  /** Whose certificates this installation takes, and the key that signs its own. */
  readonly issuers: IssuerKey
  readonly issuer: Issuer
  /** What the organisation shows of itself on its certificates. */
  readonly issuerProfiles: IssuerProfiles
  /** The published list of revoked certificates. */
  readonly statusList: StatusListFile
  readonly credentials: CredentialStore
  /** Long work on certificates. */
  readonly jobs: Jobs
  readonly organisation: OrganisationStore
  readonly personRecords: PersonRecords
  /** What pseudonymous mode shows of results. */
  readonly releases: ReleaseKeeper
  readonly library: Library
  /** The way to the organisation's learning record store. */
  readonly lrs: Lrs
  /** Where somebody chooses a file or a folder. */
  readonly dialogs: Dialogs
  readonly exchange: Exchange
  readonly standings: Standings
  readonly attempts: Attempts
  readonly around: Surroundings
  readonly signedIn: SignedIn
  readonly access: Access
  /** What is closed to whoever came in with a secret that somebody else gave. */
  readonly earlier: EarlierResults
  /** Puts a backup in the place of the records. */
  readonly restore: Restore
  /** Whether this computer's clock can be believed. */
  readonly clock: ClockWatch
  readonly people: PeopleStore
  readonly register: Register
  readonly onePerson: OnePerson
  readonly assignments: Assignments
  readonly recovery: Recovery
  readonly autoLock: AutoLock
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
