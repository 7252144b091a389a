import {
  attemptDocumentSchema,
  canonicalJson,
  documentScore,
  logText,
  type AttemptDocument,
} from '../../domain/records'
import { replay, type CompiledScenario, type LogEntry } from '../../domain/run'
import { parseScenario } from '../../domain/scenario/parse'
import { scoreSession, SCORING_VERSION } from '../../domain/scoring'
import { verifiesWith, type SigningKey } from '../keys/signing-key'
import { fromScenario } from '../library/library'
import type { AfterEnd } from '../learn/attempts'
import { sha256 } from '../sha256'
import { sealedText, writeProvenance, writeSignature } from '../store/sealed'
import { attemptRow, type AttemptRow } from '../store/tables/attempts'
import { logOf } from '../store/tables/decisions'
import { scenarioCopy } from '../store/tables/scenarios'
import type { Database } from '../store/libsql'
import { logFits, sealRow, type Integrity, type Seals } from './seal'

/** The part of an attempt that was changed, when its integrity is `altered`. */
export type Alteration = 'record' | 'log' | 'signature' | 'scenario' | 'score'

export interface AttemptCheck {
  readonly integrity: Integrity
  readonly alteration: Alteration | null
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/**
 * Signs the canonical JSON of a document.
 * @returns base64
 */
export const signCanonicalJson = (document: unknown, key: Pick<SigningKey, 'sign'>): string =>
  Buffer.from(key.sign(utf8(canonicalJson(document)))).toString('base64')

/** Tells whether the key of a `did:key` signed this document. */
export const canonicalJsonVerifies = (did: string, document: unknown, signature: string): boolean =>
  verifiesWith(did, utf8(canonicalJson(document)), Buffer.from(signature, 'base64'))

/** Builds the document of a finished attempt from what the tables hold now. */
export function documentOf(db: Database, id: string): AttemptDocument | undefined {
  const row = attemptRow(db, id)
  return row && documentOfRow(row, logOf(db, id))
}

/** @throws when the row can't come from this program: an unknown outcome, critical acts that are not JSON */
function documentOfRow(row: AttemptRow, log: readonly LogEntry[]): AttemptDocument {
  return attemptDocumentSchema.parse({
    type: 'hold-the-line/attempt',
    format: 1,
    device: row.device,
    id: row.id,
    person: row.signed_person ?? row.person_id,
    course: row.course,
    courseVersion: row.course_version,
    round: row.round,
    mode: row.mode,
    scenario: row.scenario,
    scenarioHash: row.scenario_hash,
    truth: row.truth,
    channel: row.channel,
    locale: row.locale,
    ...(row.seed !== null && { seed: row.seed }),
    ...(row.round_seed !== null && { roundSeed: row.round_seed }),
    startedAt: row.started_at,
    endedAt: row.ended_at,
    log,
    score: {
      disposition: row.disposition,
      outcome: row.outcome,
      earned: row.earned,
      possible: row.possible,
      passed: row.passed === 1,
      critical: JSON.parse(row.critical!) as unknown,
      competencies: JSON.parse(row.competencies!) as unknown,
      scoringVersion: row.scoring_version,
    },
  })
}

/**
 * Returns a function that signs and seals an attempt in the transaction that ends it.
 * @param device opens the key pair on first use, because a start does not need it
 */
export function signAndSeal(db: Database, seals: () => Seals, device: () => SigningKey): AfterEnd {
  return ({ attempt, course, found, log }) => {
    writeProvenance(db, attempt.id, {
      courseVersion: course.version,
      logHash: sha256(logText(log)),
      device: device().did,
      channel: found.channel,
    })
    writeSignature(db, attempt.id, signCanonicalJson(documentOf(db, attempt.id), device()))
    sealRow(db, seals(), attempt.id)
  }
}

/** Compiles the scenario as it was played; `undefined` if the copy does not have this hash. */
export function playedScenario(content: string, hash: string): CompiledScenario | undefined {
  if (sha256(content) !== hash) return undefined
  const parsed = parseScenario(content)
  if (!parsed.ok) return undefined
  return fromScenario(parsed.scenario).compiled
}

/** Tells whether replaying a log gives the recorded score, by the version of the rules that the score names. */
export function scoreFits(compiled: CompiledScenario, { log, score, seed }: AttemptDocument): boolean {
  const { scoringVersion } = score
  if (scoringVersion > SCORING_VERSION) return false
  try {
    const sessions = replay(compiled, log, seed)
    const again = scoreSession(sessions[sessions.length - 1]!, scoringVersion)
    return again !== undefined && canonicalJson(documentScore(again, scoringVersion)) === canonicalJson(score)
  } catch {
    return false
  }
}

/** Returns a function that reads a scenario's stored copy and compiles it once, for checks of many attempts. */
export function scenarioReader(db: Database): (hash: string) => CompiledScenario | undefined {
  const known = new Map<string, CompiledScenario | undefined>()
  return (hash) => {
    if (!known.has(hash)) {
      const copy = scenarioCopy(db, hash)
      known.set(hash, copy && playedScenario(copy.content, hash))
    }
    return known.get(hash)
  }
}

/**
 * Checks one attempt thoroughly: its seal, its log and the device's signature. It also replays the log in the scenario
 * as it was played, which must give the recorded score.
 * @returns `undefined` when there is no such attempt
 */
export function checkAttempt(
  db: Database,
  seals: Seals,
  id: string,
  scenario = scenarioReader(db),
): AttemptCheck | undefined {
  const row = attemptRow(db, id)
  if (!row) return undefined
  const endedAt = row.ended_at
  const log = logOf(db, id)
  const compiled = scenario(row.scenario_hash)
  const integrity = seals.integrity(sealedText(row), row.seal, endedAt)
  const altered = (alteration: Alteration): AttemptCheck => ({ integrity: 'altered', alteration })
  if (integrity === 'altered') return altered('record')
  if (integrity === 'open') {
    // Somebody may have removed the end, so that the record seems to go on; the log then still reaches an ending.
    return compiled && endsWith(compiled, log, row.seed ?? undefined)
      ? altered('record')
      : { integrity, alteration: null }
  }
  if (integrity === 'unsealed') return { integrity, alteration: null }
  if (!logFits(log, row.log_hash)) return altered('log')
  let document: AttemptDocument
  try {
    document = documentOfRow(row, log)
  } catch {
    return altered('record')
  }
  if (!canonicalJsonVerifies(document.device, document, row.signature ?? '')) {
    return altered('signature')
  }
  if (!compiled) return altered('scenario')
  // Scores of earlier versions of the rules are not computed again; the signature and the seal protect them.
  const counted = document.score.scoringVersion !== SCORING_VERSION || scoreFits(compiled, document)
  return counted ? { integrity, alteration: null } : altered('score')
}

function endsWith(compiled: CompiledScenario, log: readonly LogEntry[], seed: number | undefined): boolean {
  try {
    const sessions = replay(compiled, log, seed)
    return scoreSession(sessions[sessions.length - 1]!) !== undefined
  } catch {
    return false
  }
}
