import type { Issuer } from '../credentials/issuer'
import { signAndSeal } from '../evidence/signed-attempt'
import type { AfterEnd } from '../learn/attempts'
import type { Standings } from '../learn/standings'
import type { RecordStore } from '../record-store/record-store'
import type { Database } from '../store/libsql'
import type { ComposedEvidence } from './evidence'

interface Needs {
  readonly db: Database
  readonly evidence: Pick<ComposedEvidence, 'seals' | 'deviceKey'>
  readonly issuer: Pick<Issuer, 'afterEnd' | 'afterImport'>
  readonly recordStore: Pick<RecordStore, 'afterEnd' | 'noteAttempt'>
  readonly standings: Pick<Standings, 'refresh'>
}

/**
 * Everything that is written when an attempt ends, in this order and in the transaction that ends it: all of it is
 * there afterwards, or the attempt goes on.
 */
export const whenAttemptEnds = ({
  db,
  evidence,
  issuer,
  recordStore,
  standings,
}: Needs): readonly AfterEnd[] => [
  // The signature and the seal cover the row as it is now; nothing may change it after them.
  signAndSeal(db, evidence.seals, evidence.deviceKey),
  // A round that is passed earns a certificate.
  issuer.afterEnd,
  // Statements wait for the record store, where one is connected.
  recordStore.afterEnd,
  // The standing takes in what the others wrote, the certificate among it, and so comes last.
  ({ attempt }) => standings.refresh(attempt.personId, attempt.course),
]

/**
 * The same for attempts that ended on another computer, in the transaction that takes their bundle. They are signed and
 * sealed already.
 */
export const whenAttemptsArrive =
  ({ issuer, recordStore, standings }: Omit<Needs, 'db' | 'evidence'>) =>
  (person: string, course: string, attempts: readonly string[]): void => {
    for (const attempt of attempts) recordStore.noteAttempt(attempt, person)
    standings.refresh(person, course)
    issuer.afterImport(person, course)
  }
