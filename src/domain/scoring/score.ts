import { contextOf, endingOf, type Session } from '../run'
import type { RunContext } from '../run/context'
import type { Scenario } from '../scenario/schema'
import type { Competency, Disposition, Truth } from '../scenario/vocabulary'
import { wholePercent } from './whole-share'

/**
 * The version of scoring. It is raised when the same decisions would earn another score or outcome. An attempt keeps
 * the version that scored it.
 *
 * - Version 1: an attack that ended refused, verified or reported counted as stopped, and a genuine contact that ended
 *   served or verified counted as served, whatever else happened in it.
 * - Version 2: besides, the contact must be passed: its pass mark reached, and no critical act.
 */
export const SCORING_VERSION = 2

/** The outcome in terms of detection: an attack stopped or missed, a genuine contact served or turned away. */
export type Outcome = 'hit' | 'miss' | 'correct-service' | 'false-alarm'

export interface CompetencyScore {
  readonly competency: Competency
  readonly earned: number
  readonly possible: number
}

export interface Score {
  readonly earned: number
  readonly possible: number
  /** Earned divided by possible points on the path taken, 0 to 1; `null` if nothing was assessed. */
  readonly ratio: number | null
  readonly byCompetency: readonly CompetencyScore[]
  readonly critical: readonly string[]
  readonly disposition: Disposition
  readonly outcome: Outcome
  readonly passed: boolean
}

const STOPPED: ReadonlySet<Disposition> = new Set(['refused', 'verified', 'reported'])
const SERVED: ReadonlySet<Disposition> = new Set(['served', 'verified'])

/**
 * Returns true if a contact ended as its truth demands: an attack refused, verified or reported, a genuine contact
 * served. A genuine contact that ends `verified` went through the procedure to its proper end and counts as served.
 */
export function endsRight(truth: Truth, disposition: Disposition): boolean {
  return (truth === 'attack' ? STOPPED : SERVED).has(disposition)
}

/**
 * Returns the outcome of a contact.
 * @param right true if it counts as stopped or served; since version 2 of scoring, true if it was passed
 */
export function outcomeOf(truth: Truth, right: boolean): Outcome {
  if (truth === 'attack') return right ? 'hit' : 'miss'
  return right ? 'correct-service' : 'false-alarm'
}

/** Returns true for the two right outcomes. */
export const isRight = (outcome: Outcome): boolean => outcome === 'hit' || outcome === 'correct-service'

/**
 * Scores a finished run.
 * @param scenario the scenario's pass mark (0 to 1) and truth
 * @param context the assessments and critical flags of the run
 * @param disposition the disposition in which it ended
 * @param version the version of scoring; `SCORING_VERSION` describes them
 * @returns points by competency and in all. A run is passed with at least the pass mark, no critical flag, and an
 *   ending that is right for the contact. By version 2 the outcome is right only if the run is passed.
 */
export function scoreRun(
  scenario: Pick<Scenario, 'truth' | 'scoring'>,
  context: Pick<RunContext, 'assessments' | 'critical'>,
  disposition: Disposition,
  version: number = SCORING_VERSION,
): Score {
  const by = new Map<Competency, { competency: Competency; earned: number; possible: number }>()
  let earned = 0
  let possible = 0
  for (const { competency, points, of } of context.assessments) {
    const entry = by.get(competency) ?? { competency, earned: 0, possible: 0 }
    entry.earned += points
    entry.possible += of
    by.set(competency, entry)
    earned += points
    possible += of
  }
  const ratio = possible === 0 ? null : earned / possible
  const right = endsRight(scenario.truth, disposition)
  const passed = right && ratio !== null && ratio >= scenario.scoring.pass && context.critical.length === 0
  const outcome = outcomeOf(scenario.truth, version === 1 ? right : passed)
  return {
    earned,
    possible,
    ratio,
    byCompetency: [...by.values()],
    critical: context.critical,
    disposition,
    outcome,
    passed,
  }
}

/**
 * Returns a ratio as the whole percentage that screens, certificates and exports show: 100 for all points alone. `null`
 * stays `null`.
 */
export function percent(ratio: number | null): number | null {
  return ratio === null ? null : wholePercent(ratio)
}

/**
 * Scores a session that has ended.
 * @param version the version of scoring; give it for an attempt that an earlier version scored
 * @returns `undefined` while the session has not ended
 */
export function scoreSession(session: Session, version: number = SCORING_VERSION): Score | undefined {
  const ending = endingOf(session)
  return ending && scoreRun(session.compiled.scenario, contextOf(session), ending.disposition, version)
}
