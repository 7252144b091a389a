import type { RecordFilter } from '../../domain/records'
import type { Library } from '../library/library'
import { Refused } from '../refused'
import { atomically, type Database } from '../store/libsql'
import type { LocalRecords } from '../store/records'
import type { CredentialStore } from '../store/tables/credentials'
import type { System } from '../system'
import {
  unprintableCertificates,
  isUnprintable,
  type UnprintableCertificate,
  type UnprintableNeeds,
} from './unprintable'
import type { Issuer } from './issuer'
import { breathe, type Jobs, type JobState } from './jobs'
import { sha256 } from '../sha256'

export interface BatchNeeds extends UnprintableNeeds {
  readonly db: Database
  readonly store: Pick<LocalRecords, 'person'>
  readonly credentials: CredentialStore
  readonly issuer: Pick<Issuer, 'issuesHere' | 'issue' | 'signWaiting'>
  readonly jobs: Pick<Jobs, 'start'>
  readonly library: Pick<Library, 'course' | 'courses'>
  readonly system: Pick<System, 'now'>
}

export interface WaitingCertificates {
  /** The number of certificates that would be issued now. */
  readonly count: number
  /** Identifies exactly these people, and those whose certificates need a correction. */
  readonly seen: string
  readonly unprintable: { readonly count: number; readonly first: readonly UnprintableCertificate[] }
}

/**
 * Counts the people of a filter who would get a certificate now, and lists those whose certificate needs a correction
 * first.
 */
export function waitingCertificates(needs: BatchNeeds, filter: RecordFilter): WaitingCertificates {
  const { issuer, credentials, library, system } = needs
  if (!issuer.issuesHere()) return { count: 0, seen: '', unprintable: { count: 0, first: [] } }
  const now = system.now().toISOString()
  const { n, seen } = credentials.waiting(filter, now, library.courses)
  const unprintable = unprintableCertificates(needs, filter, now)
  const these = sha256(`${seen} ${unprintable.seen}`)
  return { count: n - unprintable.count, seen: these, unprintable }
}

/**
 * Issues the certificates that the people of a filter have earned and were not given, each in a transaction of its own.
 * @param seen the hash of the people who were shown
 * @param by the id of the person who asks for it
 * @throws Refused `not-allowed` where another computer issues, `stale` when other people wait than were shown
 */
export function issueBatch(needs: BatchNeeds, filter: RecordFilter, seen: string, by: string): JobState {
  const { db, store, credentials, issuer, jobs, library, system } = needs
  if (!issuer.issuesHere()) {
    throw new Refused('not-allowed', 'Certificates are issued by HR’s installation, not on this computer.')
  }
  const waiting = waitingCertificates(needs, filter)
  if (waiting.seen !== seen) {
    throw new Refused('stale', 'Others wait for a certificate now than those who were shown.')
  }
  return jobs.start('issue', waiting.count, null, async ({ signal, step }) => {
    const now = system.now().toISOString()
    for (const { personId, course: id } of credentials.candidates(filter, now, library.courses)) {
      if (signal.aborted) break
      const person = store.person(personId)
      const course = library.course(id)
      if (person && course && isUnprintable(needs, person, course)) continue
      const issued = person && course && atomically(db, () => issuer.issue(person, course, by))
      if (issued) await issuer.signWaiting()
      step(!issued)
      await breathe()
    }
  })
}
