import { actorOf, idOf, type Naming } from './naming'
import type {
  Activity,
  AttemptRecord,
  CertificateRecord,
  LanguageMap,
  RoundRecord,
  Statement,
  StatementResult,
  VoidingStatement,
} from './types'
import {
  ACTIVITY_TYPES,
  CMI5,
  EXTENSIONS,
  PROFILE_VERSION,
  VERBS,
  XAPI_BASE,
  type ExtensionName,
  type VerbName,
} from './vocabulary'

const PLATFORM = 'Hold the Line'

const extensions = (values: Partial<Record<ExtensionName, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [EXTENSIONS[name as ExtensionName], value]),
  )

/** Returns a ratio as statements give it: four decimals, 0 to 1. */
const scaled = (ratio: number): number => Math.min(1, Math.max(0, Math.round(ratio * 10_000) / 10_000))

/**
 * Writes a duration by ISO 8601, to the hundredth of a second, in which xAPI compares durations.
 * @param ms milliseconds; a negative number counts as 0
 */
export function isoDuration(ms: number): string {
  const hundredths = Math.max(0, Math.round(ms / 10))
  const hours = Math.floor(hundredths / 360_000)
  const minutes = Math.floor((hundredths % 360_000) / 6000)
  const seconds = (hundredths % 6000) / 100
  return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds}S`
}

const CATEGORY: readonly Activity[] = [
  { objectType: 'Activity', id: PROFILE_VERSION, definition: { type: ACTIVITY_TYPES.profile } },
]

const activity = (kind: 'scenario' | 'course', id: string, name: LanguageMap): Activity => ({
  objectType: 'Activity',
  id: `${XAPI_BASE}/${kind}s/${id}`,
  definition: { type: ACTIVITY_TYPES[kind], name },
})

const verb = (name: VerbName): Statement['verb'] => VERBS[name]

const score = (earned: number, possible: number): Pick<StatementResult, 'score'> =>
  possible > 0 ? { score: { scaled: scaled(earned / possible), raw: earned, min: 0, max: possible } } : {}

/** Returns the registration of a person's round in a course. Practice in a course has a registration of its own. */
const registration = (number: string, course: string, round: number | null, naming: Naming) =>
  idOf('registration', JSON.stringify([number.toUpperCase(), course, round ?? 'practice']), naming)

/**
 * Makes the statements of a finished attempt. Assessed: started, completed, and passed or failed. Practice: started and
 * attempted, so that nobody who counts `passed` counts practice.
 * @param attempt the finished attempt
 * @param naming names people and things
 * @returns statements in the order of events; the same attempt and naming give the same bytes
 */
export function attemptStatements(attempt: AttemptRecord, naming: Naming): Statement[] {
  const { scenario, course, mode } = attempt
  const actor = actorOf(attempt.person, naming)
  const object = activity('scenario', scenario.id, scenario.title)
  const parent = [activity('course', course.id, course.title)]
  const round = registration(attempt.person.number, course.id, attempt.round, naming)
  const session = idOf('session', attempt.id, naming)
  const statement = (
    name: VerbName,
    timestamp: string,
    result: StatementResult | undefined,
    more: Record<string, unknown> = {},
  ): Statement => ({
    id: idOf(name, attempt.id, naming),
    actor,
    verb: verb(name),
    object,
    ...(result && { result }),
    context: {
      registration: round,
      contextActivities: { parent, category: CATEGORY },
      revision: scenario.version,
      platform: PLATFORM,
      language: attempt.locale,
      extensions: {
        [CMI5.sessionId]: session,
        ...more,
        ...extensions({
          mode,
          ...(attempt.round !== null && { round: attempt.round }),
          truth: scenario.truth,
          tactics: scenario.tactics,
          channel: scenario.channel,
          scenarioHash: scenario.hash,
        }),
      },
    },
    timestamp,
  })
  const duration = isoDuration(attempt.engagedMs)
  const judged: StatementResult = {
    ...score(attempt.earned, attempt.possible),
    success: attempt.passed,
    completion: true,
    duration,
    extensions: extensions({
      disposition: attempt.disposition,
      outcome: attempt.outcome,
      flags: attempt.flags,
      competencies: Object.fromEntries(
        Object.entries(attempt.competencies).map(([name, [raw, max]]) => [
          name,
          { raw, max, ...(max > 0 && { scaled: scaled(raw / max) }) },
        ]),
      ),
      scoringVersion: attempt.scoringVersion,
    }),
  }
  // cmi5 (9.6.3.2) demands that a failed score lies below the mastery score. Our attempts may also fail by a critical
  // act.
  const below = attempt.possible > 0 && attempt.earned / attempt.possible < scenario.pass
  const mastery = attempt.passed || below ? { [CMI5.masteryScore]: scenario.pass } : {}
  const started = statement('initialized', attempt.startedAt, undefined)
  if (mode === 'practice') return [started, statement('attempted', attempt.endedAt, judged, mastery)]
  return [
    started,
    statement('completed', attempt.endedAt, { completion: true, duration }),
    statement(attempt.passed ? 'passed' : 'failed', attempt.endedAt, judged, mastery),
  ]
}

/**
 * Returns the id of the statement of a round.
 * @param revision counts the statements of this name that were voided; no id is ever used again
 */
const roundId = (passed: boolean, attemptId: string, revision: number, naming: Naming): string =>
  idOf(
    `course-${passed ? 'passed' : 'failed'}`,
    revision === 0 ? attemptId : `${attemptId}/${revision}`,
    naming,
  )

/** An id that the statement of a round can have, with what the statement then says. */
export interface RoundStatementId {
  readonly id: string
  readonly attemptId: string
  readonly passed: boolean
}

/**
 * Returns every id that the statement of a round can have, whichever of its attempts ended last and whether it was
 * passed.
 * @param attempts the ids of the round's attempts
 * @param revision see `roundStatement`
 */
export const roundStatementIds = (
  attempts: readonly string[],
  naming: Naming,
  revision = 0,
): RoundStatementId[] =>
  attempts.flatMap((attemptId) =>
    [true, false].map((passed) => ({ id: roundId(passed, attemptId, revision, naming), attemptId, passed })),
  )

/** Returns the id of the statement that voids another. */
export const voidingId = (statementId: string, naming: Naming): string => idOf('voided', statementId, naming)

/**
 * Makes the statement that an earlier one counts no longer. The program itself says so, and not the learner.
 * @param statementId the id of the earlier one
 * @param at ISO 8601
 */
export const voidingStatement = (statementId: string, at: string, naming: Naming): VoidingStatement => ({
  id: voidingId(statementId, naming),
  actor: {
    objectType: 'Agent',
    name: PLATFORM,
    account: { homePage: naming.homePage, name: 'hold-the-line' },
  },
  verb: verb('voided'),
  object: { objectType: 'StatementRef', id: statementId },
  timestamp: at,
})

/** Tells whether a statement, as JSON, voids another. */
export const isVoiding = (body: string): boolean =>
  (JSON.parse(body) as { verb?: { id?: unknown } } | null)?.verb?.id === VERBS.voided.id

/**
 * Makes the statement that a person passed a course, or completed a round of it without passing.
 * @param round a complete round
 * @param revision from 1 if the statement of the same name was voided: an id is never used again
 * @returns one statement about the course, named after the attempt that completed the round
 */
export function roundStatement(round: RoundRecord, naming: Naming, revision = 0): Statement {
  const name = round.passed ? 'passed' : 'failed'
  return {
    id: roundId(round.passed, round.attemptId, revision, naming),
    actor: actorOf(round.person, naming),
    verb: verb(name),
    object: activity('course', round.course.id, round.course.title),
    result: {
      ...(round.ratio !== null && {
        score: {
          scaled: scaled(round.ratio),
          raw: Math.round(scaled(round.ratio) * 10_000) / 100,
          min: 0,
          max: 100,
        },
      }),
      success: round.passed,
      completion: true,
      extensions: extensions({
        flags: round.flags,
        detection: {
          attacks: round.attacks,
          stopped: round.hits,
          legitimate: round.legitimate,
          turnedAway: round.falseAlarms,
        },
        contacts: {
          counted: round.contacts,
          right: round.hits + round.legitimate - round.falseAlarms,
          reported: round.reported,
        },
      }),
    },
    context: {
      registration: registration(round.person.number, round.course.id, round.round, naming),
      contextActivities: { category: CATEGORY },
      revision: round.course.version,
      platform: PLATFORM,
      extensions: extensions({ mode: 'assessed', round: round.round, rule: round.rule }),
    },
    timestamp: round.completedAt,
  }
}

/**
 * Makes the statement that a person earned a certificate and, if it is no longer in force, another one that it was
 * revoked or superseded. A certificate that was issued anew names the one before it, so that both are counted once.
 * @returns one or two statements; neither holds the reason of a revocation
 */
export function certificateStatements(certificate: CertificateRecord, naming: Naming): Statement[] {
  // The number of a certificate stands on the paper beside the name, and would reveal a pseudonym.
  const iri = (id: string) =>
    `${XAPI_BASE}/certificates/${naming.pseudonym ? idOf('certificate', id, naming) : id}`
  const statement = (
    name: 'earned' | 'revoked' | 'superseded',
    timestamp: string,
    result?: StatementResult,
    replaces: string | null = null,
  ): Statement => ({
    id: idOf(name, certificate.id, naming),
    actor: actorOf(certificate.person, naming),
    verb: verb(name),
    object: {
      objectType: 'Activity',
      id: iri(certificate.id),
      definition: {
        type: ACTIVITY_TYPES.certificate,
        name: certificate.title,
        extensions: extensions({ validUntil: certificate.validUntil }),
      },
    },
    ...(result && { result }),
    context: {
      registration: registration(certificate.person.number, certificate.course.id, certificate.round, naming),
      contextActivities: {
        parent: [activity('course', certificate.course.id, certificate.course.title)],
        category: CATEGORY,
      },
      platform: PLATFORM,
      ...(replaces !== null && { extensions: extensions({ replaces: iri(replaces) }) }),
    },
    timestamp,
  })
  const percent = certificate.scorePercent
  const result = {
    score: { scaled: scaled(percent / 100), raw: percent, min: 0, max: 100 },
    success: true,
    completion: true,
  }
  const earned = statement('earned', certificate.issuedAt, result, certificate.replaces)
  const { ended } = certificate
  return ended === null ? [earned] : [earned, statement(ended.how, ended.at)]
}
