import {
  roundStatement,
  roundStatementIds,
  attemptStatements,
  voidingId,
  voidingStatement,
  type AttemptRecord,
  type Naming,
  type RoundStatementId,
} from '../../domain/xapi'
import type { Outbox, Subject } from '../store/tables/outbox'
import type { CompleteRound, StatementSource } from './source'

type PersonsAttempt = AttemptRecord & { personId: string }

/** A statement of a round that was queued. */
type Told = RoundStatementId & { readonly refused: boolean }

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
   * statement of such a round may belong to an attempt that came before. One that they made untrue is voided.
   */
  addCame(personId: string, attemptIds: readonly string[]): void {
    const naming = once(this.naming)
    const subjects = attemptIds.map((id) => attemptSubject(personId, id))
    const came = new Set(attemptIds)
    const written = subjects.filter((subject) => this.#trying(subject, () => this.#queue(subject, naming())))
    for (const subject of written) {
      this.#trying(subject, () => {
        for (const attempt of this.#attempts(subject)) {
          if (this.isAltered(attempt.id)) continue
          this.#correct(attempt, came, naming())
          this.#addRound(this.source.completeRoundOf(attempt), naming())
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
    if (!round) return
    const { valid, used } = this.#told(round.attempts, naming)
    if (valid) return
    const subject = attemptSubject(round.personId, round.attemptId)
    if (this.isAltered(round.attemptId)) return this.outbox.addFailed(subject, ALTERED, this.now())
    let revision = 0
    while (used.has(roundStatement(round, naming, revision).id)) revision += 1
    this.outbox.add([roundStatement(round, naming, revision)], subject, this.now())
  }

  /** Returns the statement of a round that was queued and not voided, and all ids that its statements have had. */
  #told(
    attempts: readonly string[],
    naming: Naming,
  ): { readonly valid: Told | undefined; readonly used: ReadonlySet<string> } {
    const told: Told[] = []
    for (let revision = 0; ; revision += 1) {
      const ids = new Map(roundStatementIds(attempts, naming, revision).map((one) => [one.id, one]))
      const known = this.outbox.known([...ids.keys()])
      if (known.length === 0) break
      told.push(...known.map((one) => ({ ...ids.get(one.id)!, ...one })))
    }
    const voided = new Set(this.outbox.known(told.map(({ id }) => voidingId(id, naming))).map(({ id }) => id))
    return {
      valid: told.filter(({ id }) => !voided.has(voidingId(id, naming))).at(-1),
      used: new Set(told.map(({ id }) => id)),
    }
  }

  /**
   * Has the statement of a round voided if attempts that came late changed what the round came to, and queues what is
   * true now. Nothing changes where it is not the late attempts that make the difference (the course has another rule
   * now), where a certificate was earned, which stays until somebody revokes it, and where the round was over because
   * another one was begun.
   */
  #correct(attempt: PersonsAttempt, came: ReadonlySet<string>, naming: Naming): void {
    const change = this.source.roundChange(attempt, came)
    if (!change) return
    const { attempts, before, now, certified, followed } = change
    const { valid } = this.#told(attempts, naming)
    if (!valid || valid.passed !== before || valid.passed === now?.passed) return
    if (valid.passed ? certified : followed) return
    if (!now && followed) return
    if (attempts.some(this.isAltered)) return
    if (valid.refused) this.outbox.replaceRefused(valid.id)
    else {
      const subject = attemptSubject(attempt.personId, valid.attemptId)
      this.outbox.add([voidingStatement(valid.id, this.now(), naming)], subject, this.now())
    }
    this.#addRound(now, naming)
  }
}
