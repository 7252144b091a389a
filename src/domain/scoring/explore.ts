import {
  contextOf,
  decide,
  scenePath,
  startSession,
  viewOf,
  type Choice,
  type CompiledScenario,
  type Session,
} from '../run'
import { resolveGuardState } from '../scenario/check/guard-state'
import type { Scenario } from '../scenario/schema'
import { TIMEOUT_EVENT } from '../scenario/vocabulary'
import { scoreSession, type Score } from './score'
import { atOnce } from './at-once'

/**
 * A situation of a scenario: a scene, the flags and counters that guards can see, and the critical flags raised so far.
 */
export interface Situation {
  readonly scene: string
  /** The score, if the run has ended. Its points are those of the first way found, not of every way. */
  readonly ending: Score | undefined
  readonly critical: boolean
  readonly moves: readonly Move[]
}

export interface Move {
  readonly event: string
  /** The trainee's choice; `undefined` if the time runs out. */
  readonly choice: Choice | undefined
  readonly to: number
  readonly earned: number
  readonly possible: number
}

export interface Exploration {
  /** The first situation is the start. */
  readonly situations: readonly Situation[]
  /** False if the limit stopped the walk. */
  readonly whole: boolean
}

/**
 * Returns a function that names the situation of a session. Two sessions with the same name have the same future: the
 * name holds the scene, the flags and counters that guards read (a counter up to its largest threshold) and the
 * critical flags.
 */
export function situationKey(scenario: Scenario): (session: Session) => string {
  const guards = resolveGuardState(scenario)
  return (session) => {
    const { flags, counters, critical } = contextOf(session)
    const seen = flags.filter((flag) => guards.flags.has(flag)).sort()
    const counted = [...guards.ceilings].map(([name, ceiling]) => Math.min(ceiling, counters[name] ?? 0))
    return `${scenePath(session)}|${seen.join()}|${counted.join()}|${[...critical].sort().join()}`
  }
}

/**
 * Returns the session without its points, disclosures and prices, so that a long run costs no more than a short one.
 */
export function withoutHistory(session: Session): Session {
  const { snapshot } = session
  const context = { ...contextOf(session), assessments: [], disclosures: [], spent: [] }
  return { ...session, snapshot: { ...snapshot, context } as Session['snapshot'] }
}

/** A situation in the order of the walk, with a session that stands in it. */
export interface Visited extends Situation {
  readonly session: Session
}

/**
 * Walks the situations of a scenario with XState's own transitions. Situations are told apart by `situationKey`, so
 * that a loop which counts does not make the walk endless. The nearest come first. `to` of a move is the number of a
 * situation in this order.
 * @param limit the greatest number of situations
 * @returns a generator of situations; its result is true if these are all
 */
export function* walk(compiled: CompiledScenario, limit: number): Generator<Visited, boolean> {
  const keyOf = situationKey(compiled.scenario)
  const start = startSession(compiled)
  const numbers = new Map([[keyOf(start), 0]])
  const sessions: (Session | undefined)[] = [start]
  let i = 0
  for (; i < sessions.length && i < limit; i++) {
    const session = withoutHistory(sessions[i]!)
    sessions[i] = undefined
    const view = viewOf(session)
    const moves: Move[] = []
    const offered: Pick<Move, 'event' | 'choice'>[] = view.choices.map((choice) => ({
      event: choice.event,
      choice,
    }))
    if (view.timeLimit !== undefined) offered.push({ event: TIMEOUT_EVENT, choice: undefined })
    for (const { event, choice } of offered) {
      const next = decide(session, event)
      if (!next) continue
      const key = keyOf(next)
      let to = numbers.get(key)
      if (to === undefined) {
        to = sessions.length
        numbers.set(key, to)
        sessions.push(next)
      }
      const { assessments } = contextOf(next)
      const sum = (of: 'points' | 'of') =>
        assessments.reduce((total, assessment) => total + assessment[of], 0)
      moves.push({ event, choice, to, earned: sum('points'), possible: sum('of') })
    }
    const critical = contextOf(session).critical.length > 0
    yield { scene: view.path, ending: scoreSession(session), critical, moves, session }
  }
  return i === sessions.length
}

/** Walks all situations of a scenario and yields after each. @param limit the greatest number of situations */
export function* exploring(compiled: CompiledScenario, limit = 200_000): Generator<undefined, Exploration> {
  const situations: Situation[] = []
  const steps = walk(compiled, limit)
  let step = steps.next()
  while (step.done !== true) {
    const { scene, ending, critical, moves } = step.value
    situations.push({ scene, ending, critical, moves })
    yield undefined
    step = steps.next()
  }
  return { situations, whole: step.value }
}

/** Does the same as `exploring` without interruption. */
export const explore = (compiled: CompiledScenario, limit?: number): Exploration =>
  atOnce(exploring(compiled, limit))

/** Orders the situations so that every kept move leads forward. Moves that close a loop are left out. */
export function withoutLoops(situations: readonly Situation[]): {
  order: number[]
  kept: Move[][]
  loops: boolean
} {
  const state = new Uint8Array(situations.length)
  const kept: Move[][] = situations.map(() => [])
  const order: number[] = []
  let loops = false
  const work: { at: number; next: number }[] = situations.length > 0 ? [{ at: 0, next: 0 }] : []
  state[0] = 1
  while (work.length > 0) {
    const frame = work[work.length - 1]!
    const move = situations[frame.at]!.moves[frame.next++]
    if (!move) {
      state[frame.at] = 2
      order.push(frame.at)
      work.pop()
    } else if (move.to >= situations.length) {
      continue
    } else if (state[move.to] === 1) {
      loops = true
    } else {
      kept[frame.at]!.push(move)
      if (state[move.to] === 0) {
        state[move.to] = 1
        work.push({ at: move.to, next: 0 })
      }
    }
  }
  return { order: order.reverse(), kept, loops }
}
