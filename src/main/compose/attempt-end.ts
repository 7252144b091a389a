import type { Issuer } from '../credentials/issuer'
import { signAndSeal } from '../evidence/signed-attempt'
import type { AfterEnd } from '../learn/attempts'
import { noteLeft, type NoteLeftNeeds } from '../learn/note-left'
import type { Standings } from '../learn/standings'
import type { RecordStore } from '../record-store/record-store'
import type { Database } from '../store/libsql'
import type { ComposedEvidence } from './evidence'

interface Needs extends NoteLeftNeeds {
  readonly db: Database
  readonly evidence: Pick<ComposedEvidence, 'seals' | 'deviceKey'>
  readonly issuer: Pick<Issuer, 'afterEnd' | 'afterImport'>
  readonly recordStore: Pick<RecordStore, 'afterEnd' | 'noteAttempts'>
  readonly standings: Pick<Standings, 'refresh'>
}

/**
 * Lists everything that is written when an attempt ends, in this order. It happens in the transaction that ends the
 * attempt, so either all of it is stored or the attempt goes on.
 */
export const whenAttemptEnds = ({
  db,
  evidence,
  issuer,
  recordStore,
  standings,
  ...records
}: Needs): readonly AfterEnd[] => [
  // The signature and the seal cover the row as it is now. Nothing may change the row after this step.
  signAndSeal(db, evidence.seals, evidence.deviceKey),
  // A passed round earns a certificate.
  issuer.afterEnd,
  // Statements are queued if a record store is connected.
  recordStore.afterEnd,
  noteLeft(records),
  // The standing depends on everything that was written before, including the certificate, so it comes last.
  ({ attempt }) => standings.refresh(attempt.personId, attempt.course),
]

/**
 * Does this for attempts that ended on another computer, in the transaction that takes their bundle. They are already
 * signed and sealed. The issuer looks at the standing, so that comes first, and refreshes it after a certificate.
 */
export const whenAttemptsArrive =
  ({ issuer, recordStore, standings }: Pick<Needs, 'issuer' | 'recordStore' | 'standings'>) =>
  (person: string, course: string, attempts: readonly string[]): void => {
    recordStore.noteAttempts(attempts, person)
    standings.refresh(person, course)
    issuer.afterImport(person, course)
  }
