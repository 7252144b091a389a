import {
  contextOf,
  decide,
  replay,
  startSession,
  transitionFor,
  viewOf,
  type Choice,
  type CompiledScenario,
  type LogEntry,
  type SceneView,
  type Session,
} from '../run'
import type { AssessParams, Transition } from '../scenario/schema'
import { TIMEOUT_EVENT } from '../scenario/vocabulary'
import { scoreRun, type Score } from './score'

/** One scene of an attempt as the debrief tells it. */
export interface DebriefStep {
  readonly seq: number
  readonly at: string
  readonly elapsedMs: number
  readonly view: SceneView
  readonly event: string
  readonly timedOut: boolean
  readonly transition: Transition
  /** The choice as it was offered; a timeout has none. */
  readonly choice: Choice | undefined
  readonly assessments: readonly AssessParams[]
  /** Critical flags that this decision raised. */
  readonly critical: readonly string[]
  /** Cue ids on screen in this scene. */
  readonly cues: readonly string[]
  /** The first scene of the attempt on which a warning cue was on screen. */
  readonly firstSign: boolean
  /** A choice of this scene that keeps more points within reach than the one taken; `undefined` when none does. */
  readonly better: Choice | undefined
}

export interface Debrief {
  readonly score: Score
  readonly steps: readonly DebriefStep[]
  readonly ending: SceneView
  /** Decisions from the first warning cue (0 = on that scene itself) to the end; `null` without a warning cue. */
  readonly exchangesAfterFirstSign: number | null
  readonly disclosures: number
}

/** Scores a session that has ended. @returns `undefined` while it has not */
export function scoreSession(session: Session): Score | undefined {
  const { ending } = viewOf(session)
  return ending && scoreRun(session.compiled.scenario, contextOf(session), ending.disposition)
}

/** Cue ids that a scene shows, in order, each once. */
export function cuesOf(view: Pick<SceneView, 'beats'>): string[] {
  const ids = view.beats.flatMap((beat) =>
    (beat.cues ?? []).map((mark) => (typeof mark === 'string' ? mark : mark.cue)),
  )
  return [...new Set(ids)]
}

const LOOK_AHEAD = 4000

/** The best final ratio within reach of a session; critical or missed endings count as −1. Depth-first, bounded. */
function bestWithinReach(from: Session): number {
  let best = -1
  let budget = LOOK_AHEAD
  const seen = new Set<string>()
  const walk = (session: Session): void => {
    if (budget-- <= 0) return
    const context = contextOf(session)
    const key = JSON.stringify([
      session.snapshot.value,
      [...context.flags].sort(),
      context.counters,
      context.assessments.reduce((sum, a) => sum + a.points, 0),
      context.assessments.reduce((sum, a) => sum + a.of, 0),
    ])
    if (seen.has(key)) return
    seen.add(key)
    const score = scoreSession(session)
    if (score) {
      const good =
        score.critical.length === 0 && (score.outcome === 'hit' || score.outcome === 'correct-service')
      best = Math.max(best, good ? (score.ratio ?? 0) : -1)
      return
    }
    for (const { event } of viewOf(session).choices) {
      const next = decide(session, event)
      if (next) walk(next)
    }
  }
  walk(from)
  return best
}

function betterChoice(session: Session, view: SceneView, taken: Session): Choice | undefined {
  let best: Choice | undefined
  let within = bestWithinReach(taken)
  for (const choice of view.choices) {
    const next = decide(session, choice.event)
    if (!next) continue
    const reach = bestWithinReach(next)
    if (reach > within + 1e-9) {
      best = choice
      within = reach
    }
  }
  return best
}

/**
 * Tells a finished attempt scene by scene.
 * @param compiled the scenario that was played
 * @param log the attempt's log
 * @returns `undefined` when the log does not reach an ending
 * @throws ReplayError when the log does not fit the scenario
 */
export function debriefOf(compiled: CompiledScenario, log: readonly LogEntry[]): Debrief | undefined {
  const sessions = replay(compiled, log)
  const last = sessions[sessions.length - 1] ?? startSession(compiled)
  const score = scoreSession(last)
  if (!score) return undefined
  const warning = new Set(
    Object.entries(compiled.scenario.cues)
      .filter(([, cue]) => cue.kind === 'warning')
      .map(([id]) => id),
  )
  let firstSignAt: number | null = null
  const decisions = log.filter((entry) => entry.kind === 'decision')
  const steps = decisions.map((entry, index): DebriefStep => {
    const before = sessions[index]!
    const after = sessions[index + 1]!
    const view = viewOf(before)
    const cues = cuesOf(view)
    const firstSign = firstSignAt === null && cues.some((cue) => warning.has(cue))
    if (firstSign) firstSignAt = index
    return {
      seq: entry.seq,
      at: entry.at,
      elapsedMs: entry.elapsedMs,
      view,
      event: entry.event,
      timedOut: entry.event === TIMEOUT_EVENT,
      transition: transitionFor(before, entry.event)!,
      choice: view.choices.find((choice) => choice.event === entry.event),
      assessments: contextOf(after).assessments.slice(contextOf(before).assessments.length),
      critical: contextOf(after).critical.slice(contextOf(before).critical.length),
      cues,
      firstSign,
      better: betterChoice(before, view, after),
    }
  })
  return {
    score,
    steps,
    ending: viewOf(last),
    exchangesAfterFirstSign: firstSignAt === null ? null : decisions.length - 1 - firstSignAt,
    disclosures: contextOf(last).disclosures.length,
  }
}
