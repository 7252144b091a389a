import {
  contextOf,
  replay,
  startSession,
  transitionFor,
  viewOf,
  workloadOf,
  type Choice,
  type CompiledScenario,
  type LogEntry,
  type SceneView,
  type Workload,
} from '../run'
import type { AssessParams, SpendParams, Transition } from '../scenario/schema'
import { LEFT_EVENT, TIMEOUT_EVENT } from '../scenario/vocabulary'
import { searchBetter, type Better } from './better'
import { scoreSession, type Outcome, type Score } from './score'

/** One decision of an attempt and its scene, for the debrief. */
export interface DebriefStep {
  readonly seq: number
  readonly at: string
  readonly elapsedMs: number
  readonly view: SceneView
  readonly event: string
  readonly timedOut: boolean
  readonly transition: Transition
  /** The choice as it was offered; `undefined` for a timeout. */
  readonly choice: Choice | undefined
  readonly assessments: readonly AssessParams[]
  /** The prices that this decision had. */
  readonly spent: readonly SpendParams[]
  /** The handling time in seconds when it was taken, as the desk showed it; `undefined` if the floor has no targets. */
  readonly seconds: number | undefined
  /** The critical flags that this decision raised. */
  readonly critical: readonly string[]
  /** The ids of the cues on screen in this scene. */
  readonly cues: readonly string[]
  /** True for the first scene of the attempt with a warning cue on screen. */
  readonly firstSign: boolean
  /** A choice of this scene that keeps more points within reach than the one taken; `undefined` if there is none. */
  readonly better: Choice | undefined
  /** False if not every way from here was searched for a better choice. */
  readonly searched: boolean
}

/** Describes a contact that was left before its end. */
export interface Leaving {
  /** Milliseconds in the scene in which it was left, without pauses. */
  readonly elapsedMs: number
  /** The outcome as which it counts: an attack that was not stopped, or a genuine contact that was not served. */
  readonly outcome: Outcome
}

export interface Debrief {
  readonly score: Score
  /** `null` if the contact was played to its end. */
  readonly left: Leaving | null
  readonly steps: readonly DebriefStep[]
  /** The scene in which the contact ended or was left. */
  readonly ending: SceneView
  /**
   * The number of decisions from the first warning cue to the end; 0 if the decision in that scene was the last. `null`
   * without a warning cue, and if the contact was left and so not brought to an end.
   */
  readonly exchangesAfterFirstSign: number | null
  readonly disclosures: number
  /** The work that the contact caused, if its floor has targets. */
  readonly workload: Workload | undefined
}

/** Tells whether a decision earned everything that it could, and did nothing critical. */
export const earnedAll = ({
  assessments,
  critical,
}: Pick<DebriefStep, 'assessments' | 'critical'>): boolean =>
  critical.length === 0 && assessments.length > 0 && assessments.every(({ points, of }) => points === of)

/** Returns the ids of the cues that a scene shows, in order, each once. */
export function cuesOf(view: Pick<SceneView, 'beats'>): string[] {
  const ids = view.beats.flatMap((beat) =>
    (beat.cues ?? []).map((mark) => (typeof mark === 'string' ? mark : mark.cue)),
  )
  return [...new Set(ids)]
}

/**
 * The limit of a search that runs at once. It is enough for a scenario written for people, and takes a slow computer
 * some tenths of a second.
 */
const AT_ONCE = 1000

const logBefore = (log: readonly LogEntry[], before: number): LogEntry[] =>
  log.filter(({ seq }) => seq < before)

function betterAtOnce(
  compiled: CompiledScenario,
  log: readonly LogEntry[],
  limit: number,
): readonly Better[] {
  const search = searchBetter(compiled, log, limit)
  for (;;) {
    const { done, value } = search.next()
    if (done) return value
  }
}

/**
 * Describes a finished attempt scene by scene.
 * @param compiled the scenario that was played
 * @param log the attempt's log
 * @param limit the greatest number of situations to search for better choices; with 0 nothing is searched, and callers
 *   can run `searchBetter` later
 * @param seed the seed of the attempt
 * @returns `undefined` if the log does not reach an ending
 * @throws ReplayError when the log does not fit the scenario
 */
export function debriefOf(
  compiled: CompiledScenario,
  log: readonly LogEntry[],
  limit = AT_ONCE,
  seed?: number,
): Debrief | undefined {
  const sessions = replay(compiled, log, seed)
  const last = sessions[sessions.length - 1] ?? startSession(compiled, seed)
  const score = scoreSession(last)
  const { targets } = compiled.scenario.desk
  if (!score) return undefined
  const warning = new Set(
    Object.entries(compiled.scenario.cues)
      .filter(([, cue]) => cue.kind === 'warning')
      .map(([id]) => id),
  )
  const better = limit > 0 ? betterAtOnce(compiled, log, limit) : []
  let firstSignAt: number | null = null
  const decisions = log.filter(({ kind, event }) => kind === 'decision' && event !== LEFT_EVENT)
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
      spent: contextOf(after).spent.slice(contextOf(before).spent.length),
      seconds:
        targets && workloadOf(sessions.slice(0, index + 1), logBefore(log, entry.seq), targets).seconds,
      critical: contextOf(after).critical.slice(contextOf(before).critical.length),
      cues,
      firstSign,
      better: better[index]?.choice,
      searched: better[index]?.searched ?? false,
    }
  })
  const leaving = last.left ? log.find(({ event }) => event === LEFT_EVENT) : undefined
  return {
    score,
    left: leaving ? { elapsedMs: leaving.elapsedMs, outcome: score.outcome } : null,
    steps,
    ending: viewOf(last),
    exchangesAfterFirstSign: firstSignAt === null || leaving ? null : decisions.length - 1 - firstSignAt,
    disclosures: contextOf(last).disclosures.length,
    workload: targets && workloadOf(sessions, log, targets),
  }
}
