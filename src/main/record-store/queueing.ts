import {
  roundStatement,
  roundStatementIds,
  attemptStatements,
  type AttemptRecord,
  type Naming,
} from '../../domain/xapi'
import type { Outbox, Subject } from '../store/tables/outbox'
import type { CompleteRound, StatementSource } from './source'

type PersonsAttempt = AttemptRecord & { personId: string }

const ALTERED = 'This record was changed outside Hold the Line and is not reported.'

const attemptSubject = (personId: string, attemptId: string): Subject => ({
  personId,
  attemptId,
  credentialId: null,
})

/** The key of pseudonyms is read from a file, once for many records. */
function once(naming: () => Naming): () => Naming {
  let known: Naming | undefined
  return () => (known ??= naming())
}

/**
 * Writes the statements of records into the outbox. What can't be written is set aside there with its reason and holds
 * up nothing else. Call everything inside the transaction that writes the records.
 */
export class Queueing {
  constructor(
    private readonly outbox: Outbox,
    private readonly source: StatementSource,
    /** Tells whether an attempt was changed outside the program. Nothing of such an attempt may be reported. */
    private readonly isAltered: (attemptId: string) => boolean,
    private readonly naming: () => Naming,
    private readonly now: () => string,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Queues the statements of each of these records that can be written. */
  add(subjects: readonly Subject[]): void {
    const naming = once(this.naming)
    for (const subject of subjects) this.#trying(subject, () => this.#queue(subject, naming()))
  }

  /**
   * Queues the statements of attempts that came into the records, and those of the rounds that they completed. The
   * statement of such a round may belong to an attempt that came before.
   */
  addCame(personId: string, attemptIds: readonly string[]): void {
    const naming = once(this.naming)
    const subjects = attemptIds.map((id) => attemptSubject(personId, id))
    const written = subjects.filter((subject) => this.#trying(subject, () => this.#queue(subject, naming())))
    for (const subject of written) {
      this.#trying(subject, () => {
        for (const attempt of this.#attempts(subject)) {
          if (!this.isAltered(attempt.id)) this.#addRound(this.source.completeRoundOf(attempt), naming())
        }
      })
    }
  }

  /** @returns false if the work failed, which is noted */
  #trying(subject: Subject, work: () => void): boolean {
    try {
      work()
      return true
    } catch (error) {
      this.report(error)
      this.outbox.addFailed(subject, error instanceof Error ? error.message : String(error), this.now())
      return false
    }
  }

  #attempts({ attemptId }: Subject): PersonsAttempt[] {
    return attemptId === null ? [] : Array.from(this.source.attempts('a.id = ?', [attemptId]))
  }

  #queue(subject: Subject, naming: Naming): void {
    for (const attempt of this.#attempts(subject)) this.#addAttempt(attempt, naming)
    if (subject.credentialId === null) return
    for (const certificate of Array.from(this.source.certificates('c.id = ?', [subject.credentialId]))) {
      this.outbox.add(this.source.statementsOfCertificate(certificate, naming), subject, this.now())
    }
  }

  #addAttempt(attempt: PersonsAttempt, naming: Naming): void {
    const subject = attemptSubject(attempt.personId, attempt.id)
    if (this.isAltered(attempt.id)) return this.outbox.addFailed(subject, ALTERED, this.now())
    this.outbox.add(attemptStatements(attempt, naming), subject, this.now())
    this.#addRound(this.source.roundCompletedBy(attempt), naming)
  }

  /**
   * Queues the statement of a complete round, once: a contact that comes late may count in place of another, and would
   * give the statement another id.
   */
  #addRound(round: CompleteRound | undefined, naming: Naming): void {
    if (!round || this.outbox.hasAny(roundStatementIds(round.attempts, naming))) return
    const subject = attemptSubject(round.personId, round.attemptId)
    if (this.isAltered(round.attemptId)) return this.outbox.addFailed(subject, ALTERED, this.now())
    this.outbox.add([roundStatement(round, naming)], subject, this.now())
  }
}
