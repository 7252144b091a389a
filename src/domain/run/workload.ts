import type { SpendParams, Targets, ToolAnswer } from '../scenario/schema'
import type { Tool } from '../scenario/tools'
import { contextOf, endingOf, viewOf, type LogEntry, type Session } from './session'

/** The seconds for a scene that states no duration of its own. */
const USUAL_SECONDS = 40

/**
 * The work that a contact has caused so far. It follows from the durations that scenes and moves state, not from the
 * time that a trainee took.
 */
export interface Workload {
  /** Handling time in seconds. */
  readonly seconds: number
  /** The number of waiting contacts. */
  readonly queue: number
  /** The percentage of the shift that goes by the plan. Each whole minute beyond the target costs one point. */
  readonly adherence: number
  readonly complaints: number
  /** The prices of the moves, in order. */
  readonly spent: readonly SpendParams[]
}

/**
 * Returns the floor's answer to a use of a tool that the scene does not handle.
 * @param entry an entry of the log
 * @returns `undefined` for any other entry
 */
export function deskAnswer(
  { compiled }: Session,
  entry: Pick<LogEntry, 'kind' | 'event'>,
): ToolAnswer | undefined {
  if (entry.kind !== 'desk') return undefined
  return compiled.scenario.desk.tools?.[entry.event.split('/')[0] as Tool]
}

/**
 * Adds up the work of a contact: the scenes that were entered, the prices of the moves, and the time that the desk's
 * tools took. Nothing is measured, so that a replay gives the same result.
 * @param sessions the start, then one session after each decision
 * @param log the entries that led to them
 * @param targets the targets of the floor
 */
export function workloadOf(
  sessions: readonly Session[],
  log: readonly Pick<LogEntry, 'kind' | 'event'>[],
  targets: Targets,
): Workload {
  const last = sessions[sessions.length - 1]!
  const { spent } = contextOf(last)
  const answers = log.flatMap((entry) => deskAnswer(last, entry) ?? [])
  const scenes = sessions.filter((session) => session.entered && !endingOf(session))
  const sum = (numbers: readonly (number | undefined)[]) =>
    numbers.reduce<number>((all, n) => all + (n ?? 0), 0)
  const seconds =
    sum(scenes.map((session) => viewOf(session).meta?.seconds ?? USUAL_SECONDS)) +
    sum([...spent, ...answers].map((price) => price.seconds))
  const beyond = Math.max(0, Math.floor((seconds - targets.handlingSeconds) / 60))
  return {
    seconds,
    queue: targets.queue.now + sum([...spent, ...answers].map(({ queue }) => queue)),
    adherence: Math.max(0, targets.adherence.now - beyond),
    complaints: spent.filter(({ complaint }) => complaint).length,
    spent,
  }
}
