import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate'
import type { Beat, ChoiceMeta, SceneMeta, StateNode, Transition } from '../scenario/schema'
import { NARRATOR, TIMEOUT_EVENT, type Disposition } from '../scenario/vocabulary'
import type { CompiledScenario } from './compile'
import { holds, type RunContext } from './context'

/** One entry of an attempt's log: a decision, or a look around on the desk that moved nothing. */
export interface LogEntry {
  /** From 1, without gaps. */
  readonly seq: number
  /** `decision` moves the scenario; `desk` is what the trainee did on the desk without moving it. */
  readonly kind: 'decision' | 'desk'
  /** A choice's event, `timeout`, or for `desk` a tool with its object: `reveal-field/daniel/phone`. */
  readonly event: string
  /** When it was committed: ISO 8601, UTC. */
  readonly at: string
  /** Milliseconds since the scene was shown, without pauses. */
  readonly elapsedMs: number
}

/** A run at one moment. Immutable: a decision gives a new one. */
export interface Session {
  readonly compiled: CompiledScenario
  readonly snapshot: AnyMachineSnapshot
}

/** What a trainee can do in a scene. */
export interface Choice {
  readonly event: string
  readonly meta: ChoiceMeta
  readonly transition: Transition
}

/** A scene as a player or a debrief needs it, not yet in one language. */
export interface SceneView {
  /** Path of keys from the root, joined by dots; unique in the scenario. */
  readonly path: string
  readonly meta: SceneMeta | undefined
  readonly beats: readonly Beat[]
  /** Cast id of whoever the trainee deals with here. */
  readonly contact: string | undefined
  readonly choices: readonly Choice[]
  /** Milliseconds until the time runs out, where the scene has a limit. */
  readonly timeLimit: number | undefined
  readonly ending: { readonly disposition: Disposition } | undefined
}

/**
 * Starts a run.
 * @param compiled a compiled scenario
 * @returns the session in its first scene
 */
export function startSession(compiled: CompiledScenario): Session {
  const [snapshot] = initialTransition(compiled.machine)
  return { compiled, snapshot: snapshot as AnyMachineSnapshot }
}

/** The context of a run: flags, counters, assessments, disclosures. */
export function contextOf(session: Session): RunContext {
  return session.snapshot.context as RunContext
}

/**
 * Takes one decision.
 * @param session where the run stands
 * @param event a choice's event, or `timeout`
 * @returns the session after it, or `undefined` when the scene does not offer this event now
 */
export function decide(session: Session, event: string): Session | undefined {
  if (session.snapshot.status !== 'active' || !session.snapshot.can({ type: event })) return undefined
  const [snapshot] = transition(session.compiled.machine, session.snapshot, { type: event })
  return { compiled: session.compiled, snapshot: snapshot as AnyMachineSnapshot }
}

/** Thrown by `replay` when a log does not fit its scenario. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError'
  constructor(
    readonly seq: number,
    readonly event: string,
    readonly scene: string,
  ) {
    super(`Decision ${seq} (‘${event}’) is not possible in the scene ‘${scene}’`)
  }
}

/**
 * Replays a log with the same functions that played it.
 * @param compiled the scenario that the log belongs to (compare the content hash first)
 * @param log entries in order of `seq`; `desk` entries move nothing
 * @returns every session on the way: the first is the start, then one after each decision
 * @throws ReplayError at the first decision that the scenario does not offer
 */
export function replay(
  compiled: CompiledScenario,
  log: readonly Pick<LogEntry, 'seq' | 'kind' | 'event'>[],
): Session[] {
  const sessions = [startSession(compiled)]
  for (const entry of log) {
    if (entry.kind !== 'decision') continue
    const before = sessions[sessions.length - 1]!
    const after = decide(before, entry.event)
    if (!after) throw new ReplayError(entry.seq, entry.event, scenePath(before))
    sessions.push(after)
  }
  return sessions
}

/** Keys from the root to the active scene. */
function keysOf(value: unknown): string[] {
  const keys: string[] = []
  let rest = value
  while (typeof rest === 'object' && rest !== null) {
    const key = Object.keys(rest)[0]!
    keys.push(key)
    rest = (rest as Record<string, unknown>)[key]
  }
  if (typeof rest === 'string') keys.push(rest)
  return keys
}

/** Path of the scene in which a session stands, keys joined by dots. */
export function scenePath(session: Session): string {
  return keysOf(session.snapshot.value).join('.')
}

/** The nodes from the active scene up to the root, innermost first. */
function activeNodes(session: Session): StateNode[] {
  let node: StateNode = session.compiled.scenario.machine
  const nodes = [node]
  for (const key of keysOf(session.snapshot.value)) {
    node = node.states![key]!
    nodes.unshift(node)
  }
  return nodes
}

const branchesOf = (on: Transition | Transition[]): readonly Transition[] => (Array.isArray(on) ? on : [on])

/** The branch of a choice whose guard holds now, as XState will take it. */
function openBranch(on: Transition | Transition[], context: RunContext): Transition | undefined {
  return branchesOf(on).find((branch) => !branch.guard || holds(branch.guard.params, context))
}

/**
 * The transition that an event will take from here.
 * @returns `undefined` when the event is not offered now
 */
export function transitionFor(session: Session, event: string): Transition | undefined {
  const context = contextOf(session)
  for (const node of activeNodes(session)) {
    const on = event === TIMEOUT_EVENT ? node.after && Object.values(node.after)[0] : node.on?.[event]
    const branch = on && openBranch(on, context)
    if (branch) return branch
  }
  return undefined
}

function choicesOf(session: Session, nodes: readonly StateNode[]): Choice[] {
  const context = contextOf(session)
  const choices = new Map<string, Choice>()
  for (const node of nodes) {
    for (const [event, on] of Object.entries(node.on ?? {})) {
      const open = openBranch(on, context)
      if (!open || choices.has(event)) continue
      const meta = open.meta ?? branchesOf(on).find((branch) => branch.meta)?.meta
      if (meta) choices.set(event, { event, meta, transition: open })
    }
  }
  return [...choices.values()]
}

/**
 * The scene in which a session stands.
 * @returns its beats, the choices that it offers now and its time limit
 */
export function viewOf(session: Session): SceneView {
  const nodes = activeNodes(session)
  const scene = nodes[0]!
  const beats = scene.meta?.beats ?? []
  const done = session.snapshot.status !== 'active'
  const clock = nodes.find((node) => node.after)?.after
  const disposition = scene.meta?.disposition
  return {
    path: scenePath(session),
    meta: scene.meta,
    beats,
    contact: scene.meta?.contact ?? beats.find((beat) => beat.from !== NARRATOR)?.from,
    choices: done ? [] : choicesOf(session, nodes),
    timeLimit: done || !clock ? undefined : Number(Object.keys(clock)[0]),
    ending: done && disposition ? { disposition } : undefined,
  }
}
