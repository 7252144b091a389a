import { roundState, RULE_VERSIONS, type Course } from '../../domain/course'
import type { Certificate } from '../../domain/credentials'
import { parseScenario } from '../../domain/scenario/parse'
import {
  attemptStatements,
  certificateStatements,
  roundStatement,
  type AttemptRecord,
  type CertificateRecord,
  type Naming,
  type RoundRecord,
  type Statement,
} from '../../domain/xapi'
import { codeOf } from '../files/errors'
import { fromScenario } from '../library/library'
import { certifiedRoundsOf, SUPERSEDED, type CredentialRow } from '../store/tables/credentials'
import { keepingStatements, type Database } from '../store/libsql'
import {
  certificateIds,
  certificateRows,
  finishedAttemptIds,
  finishedAttemptRows,
  hasLaterRound,
  roundRows,
  type CertificateStatementRow,
  type FinishedAttemptRow,
  type SqlValue,
} from '../store/statement-rows'
import { flagsOf, toRoundAttempt } from '../store/tables/attempts'
import type { Subject } from '../store/tables/outbox'
import { scenarioCopy } from '../store/tables/scenarios'

type Played = Omit<AttemptRecord['scenario'], 'channel'> & { channel(): string }

/** Returns how a certificate ended. A replaced one is marked as revoked, too, with a reason of the program's own. */
function endedOf(row: CredentialRow): CertificateRecord['ended'] {
  const at = row.revoked_at
  if (at === null) return null
  return { how: row.revoked_reason === SUPERSEDED ? 'superseded' : 'revoked', at }
}

/** Stands for a record that can't be read: the id of the scenario that it is of, or of the certificate that it is. */
export interface Unreadable {
  readonly unreadable: string
}

/** Returns `undefined` if the work failed on what is kept. A failure of the database itself is thrown on. */
function ifReadable<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (codeOf(error) !== undefined) throw error
    return undefined
  }
}

export interface CompleteRound extends RoundRecord {
  readonly personId: string
  /** The ids of all its attempts, including those that don't count. */
  readonly attempts: readonly string[]
}

/** What attempts that came late make of a round. */
export interface RoundChange {
  /** The ids of all its attempts. */
  readonly attempts: readonly string[]
  /** Whether it was passed without the late ones, by the course as it is today; `undefined` while it was not complete. */
  readonly before: boolean | undefined
  readonly now: CompleteRound | undefined
  /** True if it earned a certificate. */
  readonly certified: boolean
  /** True if another round was begun after it. */
  readonly followed: boolean
}

/** Reads records in the form that statements need. It works on any connection, including read-only ones. */
export class StatementSource {
  readonly #db: Database
  readonly #course: (id: string) => Course | undefined
  readonly #played = new Map<string, Played>()
  readonly #statements: Pick<Database, 'prepare'>

  /** @param course returns a course by its id, or `undefined` if it no longer exists */
  constructor(db: Database, course: (id: string) => Course | undefined) {
    this.#db = db
    this.#statements = keepingStatements(db)
    this.#course = course
  }

  /** Reads a scenario as it was played, once for each version. */
  #scenario(hash: string): Played {
    const known = this.#played.get(hash)
    if (known) return known
    const copy = scenarioCopy(this.#statements, hash)
    const parsed = parseScenario(copy?.content ?? '')
    if (!parsed.ok) throw new Error(`The scenario ${hash}, kept with its attempts, can’t be read.`)
    const { scenario } = parsed
    const { id, version, title, truth, tactics } = scenario
    const played: Played = {
      id,
      version,
      hash,
      title,
      truth,
      tactics,
      pass: scenario.scoring.pass,
      channel: () => fromScenario(scenario).channel,
    }
    this.#played.set(hash, played)
    return played
  }

  #courseWithTitle(id: string): AttemptRecord['course'] {
    return { id, title: this.#course(id)?.title ?? { en: id } }
  }

  /**
   * Returns finished attempts in the order of their ends.
   * @param where a condition over `attempts a JOIN people p ON p.id = a.person_id`
   */
  attempts(where: string, params: readonly SqlValue[]): Generator<AttemptRecord & { personId: string }> {
    return this.#attempts(`(${where}) ORDER BY a.ended_at, a.id`, params)
  }

  /** Returns the same as `attempts`, but for each attempt that can't be read what it is of. */
  *readableAttempts(
    where: string,
    params: readonly SqlValue[],
  ): Generator<(AttemptRecord & { personId: string }) | Unreadable> {
    for (const row of finishedAttemptRows(this.#db, `(${where}) ORDER BY a.ended_at, a.id`, params)) {
      yield ifReadable(() => this.#attempt(row)) ?? { unreadable: row.scenario }
    }
  }

  /** Returns the subjects of finished attempts in the order of their ids, for reading many of them in parts. */
  attemptsAfter(id: string, limit: number): Subject[] {
    return finishedAttemptIds(this.#db, id, limit).map((row) => ({
      personId: row.person_id,
      attemptId: row.id,
      credentialId: null,
    }))
  }

  *#attempts(rest: string, params: readonly SqlValue[]): Generator<AttemptRecord & { personId: string }> {
    for (const row of finishedAttemptRows(this.#db, rest, params)) yield this.#attempt(row)
  }

  #attempt(row: FinishedAttemptRow): AttemptRecord & { personId: string } {
    const { channel, ...scenario } = this.#scenario(row.scenario_hash)
    return {
      id: row.id,
      personId: row.person_id,
      person: { name: row.person_name, number: row.person_number },
      course: this.#courseWithTitle(row.course),
      round: row.round,
      mode: row.mode,
      scenario: { ...scenario, channel: row.channel ?? channel() },
      locale: row.locale,
      startedAt: row.started_at,
      endedAt: row.ended_at!,
      engagedMs: row.engaged_ms ?? 0,
      earned: row.earned!,
      possible: row.possible!,
      passed: row.passed === 1,
      disposition: row.disposition!,
      outcome: row.outcome!,
      flags: flagsOf(row.critical),
      competencies: JSON.parse(row.competencies ?? '{}') as AttemptRecord['competencies'],
      scoringVersion: row.scoring_version!,
    }
  }

  /**
   * Returns the round of an attempt if it is complete. Its statement belongs to the attempt that ended last of those that
   * count. That need not be the one that came last, because bundles come in any order.
   * @returns `undefined` for practice and while contacts are open
   */
  completeRoundOf(attempt: AttemptRecord & { personId: string }): CompleteRound | undefined {
    const course = this.#course(attempt.course.id)
    if (!course || attempt.round === null) return undefined
    const rows = roundRows(this.#statements, attempt.personId, course.id, attempt.round)
    const endedAt = new Map(rows.map((row) => [row.id, row.ended_at ?? '']))
    const { modules, result } = roundState(course, rows.map(toRoundAttempt))
    if (!result.complete) return undefined
    const counted = modules.flatMap((module) => module.attempt?.id ?? [])
    const last = counted.reduce((a, b) => (endedAt.get(b)! > endedAt.get(a)! ? b : a))
    return {
      attempts: rows.map(({ id }) => id),
      personId: attempt.personId,
      attemptId: last,
      person: attempt.person,
      course: { ...attempt.course, version: course.version },
      rule: { kind: course.rule.kind, version: RULE_VERSIONS[course.rule.kind], ...course.rounds },
      round: attempt.round,
      completedAt: endedAt.get(last)!,
      ratio: result.ratio,
      passed: result.passed,
      contacts: result.contacts,
      attacks: result.attacks,
      hits: result.hits,
      reported: result.reported,
      legitimate: result.legitimate,
      falseAlarms: result.falseAlarms,
      flags: result.critical,
    }
  }

  /**
   * Returns what the round of an attempt came to before some attempts came, and what it comes to with them.
   * @returns `undefined` for practice and for a course that is not here
   */
  roundChange(
    attempt: AttemptRecord & { personId: string },
    came: ReadonlySet<string>,
  ): RoundChange | undefined {
    const course = this.#course(attempt.course.id)
    if (!course || attempt.round === null) return undefined
    const { personId, round } = attempt
    const rows = roundRows(this.#statements, personId, course.id, round)
    const earlier = rows.filter(({ id }) => !came.has(id))
    const { result } = roundState(course, earlier.map(toRoundAttempt))
    return {
      attempts: rows.map(({ id }) => id),
      before: result.complete ? result.passed : undefined,
      now: this.completeRoundOf(attempt),
      certified: certifiedRoundsOf(this.#statements, personId).some(
        (one) => one.course === course.id && one.round === round,
      ),
      followed: hasLaterRound(this.#statements, personId, course.id, round),
    }
  }

  /**
   * Returns the round to whose statement an attempt leads: of all attempts of a complete round, only that which ended
   * last of those that count.
   */
  roundCompletedBy(attempt: AttemptRecord & { personId: string }): CompleteRound | undefined {
    const round = this.completeRoundOf(attempt)
    return round?.attemptId === attempt.id ? round : undefined
  }

  /**
   * Returns certificates, the oldest first.
   * @param where a condition over `credentials c JOIN people p ON p.id = c.person_id`
   */
  certificates(
    where: string,
    params: readonly SqlValue[],
  ): Generator<CertificateRecord & { personId: string }> {
    return this.#certificates(`${where} ORDER BY c.issued_at, c.id`, params)
  }

  /** Returns the same as `certificates`, but for each certificate that can't be read which it is. */
  *readableCertificates(
    where: string,
    params: readonly SqlValue[],
  ): Generator<(CertificateRecord & { personId: string }) | Unreadable> {
    for (const row of certificateRows(this.#db, `${where} ORDER BY c.issued_at, c.id`, params)) {
      yield ifReadable(() => this.#certificate(row)) ?? { unreadable: row.id }
    }
  }

  /** Returns the subjects of certificates in the order of their ids, for reading many of them in parts. */
  certificatesAfter(id: string, limit: number): Subject[] {
    return certificateIds(this.#db, id, limit).map((row) => ({
      personId: row.person_id,
      attemptId: null,
      credentialId: row.id,
    }))
  }

  *#certificates(
    rest: string,
    params: readonly SqlValue[],
  ): Generator<CertificateRecord & { personId: string }> {
    for (const row of certificateRows(this.#db, rest, params)) yield this.#certificate(row)
  }

  #certificate(row: CertificateStatementRow): CertificateRecord & { personId: string } {
    const id = row.course
    const payload = JSON.parse(row.payload) as Pick<Certificate, 'scorePercent' | 'title' | 'locale'>
    return {
      id: row.id,
      personId: row.person_id,
      person: { name: row.person_name, number: row.person_number },
      course: this.#courseWithTitle(id),
      title: { ...this.#course(id)?.certificate?.title, [payload.locale]: payload.title },
      round: row.round,
      issuedAt: row.issued_at,
      validUntil: row.valid_until,
      scorePercent: payload.scorePercent,
      replaces: row.replaces,
      ended: endedOf(row),
    }
  }

  /**
   * Returns all statements about an attempt: its own, and that of the round that it completed. If the round can't be
   * read, its course stands there in its place.
   */
  statementsOfAttempt(
    attempt: AttemptRecord & { personId: string },
    naming: Naming,
  ): (Statement | Unreadable)[] {
    const round = ifReadable(() => {
      const completed = this.roundCompletedBy(attempt)
      return completed ? [roundStatement(completed, naming)] : []
    })
    return [...attemptStatements(attempt, naming), ...(round ?? [{ unreadable: attempt.course.id }])]
  }

  statementsOfCertificate(certificate: CertificateRecord, naming: Naming): Statement[] {
    return certificateStatements(certificate, naming)
  }
}
