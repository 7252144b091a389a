import type { SpendParams, Targets, ToolAnswer } from '../scenario/schema'
import type { Tool } from '../scenario/tools'
import { contextOf, viewOf, type LogEntry, type Session } from './session'

/** Seconds that talking through a scene takes where it does not say so. */
const USUAL_SECONDS = 40

/** What a contact has taken so far, by the clock of its scenes and not of whoever reads them. */
export interface Workload {
  /** Seconds of handling time. */
  readonly seconds: number
  /** How many wait. */
  readonly queue: number
  /** Percent of the shift that goes by the plan; a point is lost for each whole minute beyond the target. */
  readonly adherence: number
  readonly complaints: number
  /** What the moves cost, in order. */
  readonly spent: readonly SpendParams[]
}

/**
 * What a tool does where the scene says nothing of it.
 * @param entry of the log
 * @returns `undefined` for anything but a use of the desk that the floor answers
 */
export function deskAnswer(
  { compiled }: Session,
  entry: Pick<LogEntry, 'kind' | 'event'>,
): ToolAnswer | undefined {
  if (entry.kind !== 'desk') return undefined
  return compiled.scenario.desk.tools?.[entry.event.split('/')[0] as Tool]
}

/**
 * Adds up what a contact has taken: the scenes that were come into, the prices of the moves, and what the desk's tools
 * took. Nothing is measured, so that a replay says the same.
 * @param sessions the start, then one after each decision
 * @param log the entries that made them
 * @param targets of the floor
 */
export function workloadOf(
  sessions: readonly Session[],
  log: readonly Pick<LogEntry, 'kind' | 'event'>[],
  targets: Targets,
): Workload {
  const last = sessions[sessions.length - 1]!
  const { spent } = contextOf(last)
  const answers = log.flatMap((entry) => deskAnswer(last, entry) ?? [])
  const scenes = sessions.filter((session) => session.entered && !viewOf(session).ending)
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
