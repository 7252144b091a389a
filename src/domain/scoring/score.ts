import { contextOf, viewOf, type Session } from '../run'
import type { RunContext } from '../run/context'
import type { Scenario } from '../scenario/schema'
import type { Competency, Disposition, Truth } from '../scenario/vocabulary'

/** Raised when the same decisions would earn another score or outcome. */
export const SCORING_VERSION = 1

/** In terms of detection: an attack stopped or missed, a genuine contact served or turned away. */
export type Outcome = 'hit' | 'miss' | 'correct-service' | 'false-alarm'

export interface CompetencyScore {
  readonly competency: Competency
  readonly earned: number
  readonly possible: number
}

export interface Score {
  readonly earned: number
  readonly possible: number
  /** earned / possible on the path taken, 0 to 1; `null` when nothing was assessed. */
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
 * What a disposition means, given whether the contact was an attack.
 * A genuine contact that ends `verified` went through the procedure to its proper end and counts as served;
 * turned away in any other way it is a false alarm.
 */
export function outcomeOf(truth: Truth, disposition: Disposition): Outcome {
  if (truth === 'attack') return STOPPED.has(disposition) ? 'hit' : 'miss'
  return SERVED.has(disposition) ? 'correct-service' : 'false-alarm'
}

/**
 * Scores a finished run.
 * @param scenario its pass mark (0 to 1) and its truth
 * @param context what the run gathered
 * @param disposition how it ended
 * @returns points by competency and in all. Passed means: at least the pass mark, no critical flag, and an attack
 *   stopped or a genuine contact served.
 */
export function scoreRun(
  scenario: Pick<Scenario, 'truth' | 'scoring'>,
  context: Pick<RunContext, 'assessments' | 'critical'>,
  disposition: Disposition,
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
  const outcome = outcomeOf(scenario.truth, disposition)
  const passed =
    ratio !== null &&
    ratio >= scenario.scoring.pass &&
    context.critical.length === 0 &&
    (outcome === 'hit' || outcome === 'correct-service')
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

/** A ratio as the whole percent that screens and exports show; `null` stays `null`. */
export function percent(ratio: number | null): number | null {
  return ratio === null ? null : Math.round(ratio * 100)
}

/** Scores a session that has ended. @returns `undefined` while it has not */
export function scoreSession(session: Session): Score | undefined {
  const { ending } = viewOf(session)
  return ending && scoreRun(session.compiled.scenario, contextOf(session), ending.disposition)
}
