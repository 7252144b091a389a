import { replay, viewOf, type CompiledScenario, type LogEntry, type Session } from '../../../domain/run'
import type { ChoiceMeta, Localized, Scenario } from '../../../domain/scenario/schema'
import { outcomeOf, type Outcome } from '../../../domain/scoring'
import { objectOf } from '../../player/tool-words'
import { LEFT_EVENT, TIMEOUT_EVENT, TOOLS, type Tool } from '../../../domain/scenario/vocabulary'

/** One entry of a log, as a replay names it. */
export type StepKind =
  | { readonly kind: 'choice'; readonly meta: ChoiceMeta }
  | { readonly kind: 'silence' }
  | { readonly kind: 'left'; readonly outcome: Outcome }
  | { readonly kind: 'desk'; readonly tool: Tool; readonly object: string | Localized | undefined }
  | { readonly kind: 'unknown'; readonly event: string }

/** A moment of a replay: before entry `position`, or at the end if there is no such entry. */
export interface Position {
  readonly sessions: readonly Session[]
  /** The entries up to this moment. */
  readonly log: readonly LogEntry[]
  /** The next entry of the log. */
  readonly next: LogEntry | undefined
}

/**
 * Returns the state of a replay at a position.
 * @param sessions the sessions of the whole log, as `replay` returns them
 * @param position 0 for the start, the log's length for the end
 */
export function positionAt(
  sessions: readonly Session[],
  log: readonly LogEntry[],
  position: number,
): Position {
  const made = log.slice(0, position)
  const decisions = made.filter(({ kind }) => kind === 'decision').length
  return { sessions: sessions.slice(0, decisions + 1), log: made, next: log[position] }
}

/** Replays a log; `undefined` if the log does not fit its scenario. */
export function sessionsOf(
  compiled: CompiledScenario,
  log: readonly LogEntry[],
  seed: number | null,
): Session[] | undefined {
  try {
    return replay(compiled, log, seed ?? undefined)
  } catch {
    return undefined
  }
}

/** Describes an entry of the log from the session in which it was made. */
export function stepOf(scenario: Scenario, session: Session, entry: LogEntry): StepKind {
  if (entry.kind === 'desk') return deskStep(scenario, entry.event)
  if (entry.event === TIMEOUT_EVENT) return { kind: 'silence' }
  // Leaving neither stops an attack nor serves a customer, whatever came before.
  if (entry.event === LEFT_EVENT) return { kind: 'left', outcome: outcomeOf(scenario.truth, false) }
  const choice = viewOf(session).choices.find(({ event }) => event === entry.event)
  return choice ? { kind: 'choice', meta: choice.meta } : { kind: 'unknown', event: entry.event }
}

/** Parses `reveal-field/daniel/phone`: a tool, a customer, and a field, a contact or a policy. */
function deskStep(scenario: Scenario, event: string): StepKind {
  const [tool, ...parts] = event.split('/')
  if (!(TOOLS as readonly (string | undefined)[]).includes(tool)) return { kind: 'unknown', event }
  return { kind: 'desk', tool: tool as Tool, object: objectOf(scenario, parts) }
}
