/** Plays a scenario while it is written: from any scene, with any flags, and on after each edit. */
import {
  compileScenario,
  contextOf,
  decide,
  scenePath,
  startAt,
  startSession,
  viewOf,
  type CompiledScenario,
  type Session,
} from '../../domain/run'
import type { Scenario } from '../../domain/scenario/schema'
import type { Beat } from '../../domain/scenario/schema'
import { withVariant } from '../../domain/scenario/variants'
import { scoreSession, seenOn, type Score } from '../../domain/scoring'

export interface PlayStart {
  /** The path of a scene; `null` for the scene where the scenario begins. */
  readonly scene: string | null
  readonly flags: readonly string[]
}

export const FROM_THE_BEGINNING: PlayStart = { scene: null, flags: [] }

interface PlayStep {
  /** The chosen event; `undefined` for the first step. */
  readonly event: string | undefined
  readonly path: string
  readonly beats: readonly Beat[]
}

export interface Played {
  readonly steps: readonly PlayStep[]
  readonly session: Session
  readonly score: Score | undefined
  readonly flags: readonly string[]
  /** The number of last choices that the scenario no longer offers after an edit. */
  readonly lost: number
}

/**
 * Plays choices as long as the scenario offers them.
 * @returns `undefined` if the scene where the play should begin no longer exists
 */
export function play(
  compiled: CompiledScenario,
  start: PlayStart,
  events: readonly string[],
): Played | undefined {
  let session = begun(compiled, start)
  if (!session) return undefined
  const steps: PlayStep[] = [{ event: undefined, path: scenePath(session), beats: viewOf(session).beats }]
  let taken = 0
  for (const event of events) {
    const next = decide(session, event)
    if (!next) break
    session = next
    taken += 1
    steps.push({ event, path: scenePath(session), beats: viewOf(session).beats })
  }
  return {
    steps,
    session,
    score: scoreSession(session),
    flags: contextOf(session).flags,
    lost: events.length - taken,
  }
}

const begun = (compiled: CompiledScenario, { scene, flags }: PlayStart): Session | undefined =>
  scene === null ? startSession(compiled) : startAt(compiled, scene, flags)

/** Returns the keys of the parts that a play has seen. */
export function seenIn(
  compiled: CompiledScenario,
  start: PlayStart,
  events: readonly string[],
): readonly string[] {
  const session = begun(compiled, start)
  return session ? [...seenOn(session, events)] : []
}

/**
 * Compiles a scenario.
 * @returns it with the names and amounts of its first variant; `undefined` if XState can’t make or start the machine,
 *   which never happens without errors
 */
export function compiledOf(scenario: Scenario | undefined): CompiledScenario | undefined {
  if (!scenario) return undefined
  try {
    const compiled = compileScenario(withVariant(scenario, undefined))
    startSession(compiled)
    return compiled
  } catch {
    return undefined
  }
}
