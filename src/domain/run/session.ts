import {
  getNextTransitions,
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyTransitionDefinition,
  type StateValue,
} from 'xstate'
import type { Beat, ChoiceMeta, SceneMeta, StateNode, Transition } from '../scenario/schema'
import { LEFT_EVENT, NARRATOR, TIMEOUT_EVENT, type Disposition } from '../scenario/vocabulary'
import type { CompiledScenario } from './compile'
import { EMPTY_CONTEXT, type RunContext } from './context'
import { drawnOrder } from '../scenario/seed'

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
  /** Draws the order of the replies and the variant; without one the order is that of the file. */
  readonly seed: number | undefined
  /** What the last choice brought about before anything else is said. */
  readonly answer: readonly Beat[]
  /** Whether the scene was come into with the last step. Whoever stays in it does not hear it again. */
  readonly entered: boolean
  /** Somebody left the contact here: it is over, whatever the scene is. */
  readonly left?: true
}

/** What a trainee can do in a scene. */
export interface Choice {
  readonly event: string
  /** Words or tool, and what else the open branch says; what it leaves out comes from the branch that says it. */
  readonly meta: ChoiceMeta
  readonly transition: Transition
}

/** What XState will do with an event from where a run stands. */
export interface Move {
  readonly transition: Transition
  /** All branches of the same choice or time limit, the open one among them. */
  readonly branches: readonly Transition[]
  /** The scene or group that has the branches. */
  readonly from: StateNode
  /** Keys from the root to it. */
  readonly source: readonly string[]
}

/** A scene as a player or a debrief needs it, not yet in one language. */
export interface SceneView {
  /** Path of keys from the root, joined by dots; unique in the scenario. */
  readonly path: string
  readonly meta: SceneMeta | undefined
  /** What is said now: the answer to the last choice, then the scene's own beats where it was come into. */
  readonly beats: readonly Beat[]
  /** Cast id of whoever the trainee deals with here. */
  readonly contact: string | undefined
  /** Replies in the order that the seed draws, then what is done with a tool. */
  readonly choices: readonly Choice[]
  /** Milliseconds until the time runs out, where the scene has a limit. */
  readonly timeLimit: number | undefined
  readonly ending: { readonly disposition: Disposition } | undefined
}

/**
 * Starts a run.
 * @param compiled a compiled scenario
 * @param seed of the attempt
 * @returns the session in its first scene
 */
export function startSession(compiled: CompiledScenario, seed?: number): Session {
  const [snapshot] = initialTransition(compiled.machine)
  return { compiled, snapshot: snapshot as AnyMachineSnapshot, seed, answer: [], entered: true }
}

/** An event that nothing listens to: an event's id is never so. */
const NO_EVENT = ' '

/**
 * Starts a run in the middle, for whoever tries a scenario out. What the way there would have gathered is not there.
 * @param compiled a compiled scenario
 * @param path of the scene, keys from the root joined by dots
 * @param flags that are raised
 * @returns the session in that scene, or `undefined` when there is no such scene
 */
export function startAt(
  compiled: CompiledScenario,
  path: string,
  flags: readonly string[] = [],
): Session | undefined {
  const keys = path.split('.')
  let node: StateNode | undefined = compiled.scenario.machine
  for (const key of keys) {
    const states: StateNode['states'] = node?.states
    node = states && Object.hasOwn(states, key) ? states[key] : undefined
  }
  if (!node || node.states) return undefined
  const value = keys.slice(0, -1).reduceRight<StateValue>((inner, key) => ({ [key]: inner }), keys.at(-1)!)
  const critical = flags.filter((flag) => compiled.scenario.scoring.critical.includes(flag))
  const context: RunContext = { ...EMPTY_CONTEXT, flags, critical }
  const there = compiled.machine.resolveState({
    value,
    context,
    ...(node.type === 'final' ? { status: 'done' } : {}),
  })
  // A scene that shows nothing leads on by itself.
  const [snapshot] = transition(compiled.machine, there, { type: NO_EVENT })
  return { compiled, snapshot: snapshot as AnyMachineSnapshot, seed: undefined, answer: [], entered: true }
}

/** The context of a run: flags, counters, assessments, disclosures. */
export function contextOf(session: Session): RunContext {
  return session.snapshot.context as RunContext
}

/**
 * Takes one decision.
 * @param session where the run stands
 * @param event a choice's event, `timeout`, or `LEFT_EVENT`, by which the contact is over as abandoned
 * @returns the session after it, or `undefined` when the scene does not offer this event now
 */
export function decide(session: Session, event: string): Session | undefined {
  if (event === LEFT_EVENT)
    return viewOf(session).ending ? undefined : { ...session, answer: [], entered: false, left: true }
  const taken = transitionFor(session, event)
  if (!taken) return undefined
  const [next] = transition(session.compiled.machine, session.snapshot, { type: event })
  const snapshot = next as AnyMachineSnapshot
  const { compiled, seed } = session
  const entered = taken.reenter === true || pathOf(snapshot) !== scenePath(session)
  return { compiled, seed, snapshot, answer: taken.meta?.answer ?? [], entered }
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
 * @param seed of the attempt
 * @returns every session on the way: the first is the start, then one after each decision
 * @throws ReplayError at the first decision that the scenario does not offer
 */
export function replay(
  compiled: CompiledScenario,
  log: readonly Pick<LogEntry, 'seq' | 'kind' | 'event'>[],
  seed?: number,
): Session[] {
  const sessions = [startSession(compiled, seed)]
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
export function keysOf(value: unknown): string[] {
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
export const scenePath = (session: Session): string => pathOf(session.snapshot)

const pathOf = ({ value }: AnyMachineSnapshot): string => keysOf(value).join('.')

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

/** The node of the scenario that XState's node was made from. */
const nodeAt = (session: Session, path: readonly string[]): StateNode =>
  path.reduce<StateNode>((node, key) => node.states![key]!, session.compiled.scenario.machine)

/**
 * What XState will do with an event, asked of XState itself.
 * @returns `undefined` when it does nothing: nobody listens, every guard is closed, or the branch that is open has
 *   neither a target nor actions, which forbids the event here
 */
export function moveFor(session: Session, event: string): Move | undefined {
  const { snapshot, compiled } = session
  if (snapshot.status !== 'active' || session.left) return undefined
  const [taken] = compiled.machine.getTransitionData(snapshot, {
    type: event,
  }) as readonly AnyTransitionDefinition[]
  if (!taken || (taken.target === undefined && taken.actions.length === 0)) return undefined
  const from = nodeAt(session, taken.source.path)
  const on = event === TIMEOUT_EVENT ? from.after && Object.values(from.after)[0] : from.on?.[event]
  const branches = on === undefined ? [] : Array.isArray(on) ? on : [on]
  // XState keeps the branches of one event of one node in their order.
  const opened = branches[taken.source.transitions.get(event)?.indexOf(taken) ?? -1]
  return opened && { transition: opened, branches, from, source: taken.source.path }
}

const isSeen = (meta: ChoiceMeta | undefined): boolean => meta?.say !== undefined || meta?.tool !== undefined

/** The choice that an event is now; `undefined` where it moves nothing or nobody could see it. */
function choiceFor(session: Session, event: string): Choice | undefined {
  const move = event === TIMEOUT_EVENT ? undefined : moveFor(session, event)
  if (!move) return undefined
  const { transition: opened, branches } = move
  const shown = isSeen(opened.meta) ? opened.meta : branches.find(({ meta }) => isSeen(meta))?.meta
  return shown && { event, meta: { ...shown, ...opened.meta }, transition: opened }
}

/**
 * The transition that an event will take from here: the one test of what is open, for offering and for taking.
 * @param event a choice's event, or `timeout`
 * @returns `undefined` when the event is not offered now
 */
export function transitionFor(session: Session, event: string): Transition | undefined {
  return event === TIMEOUT_EVENT ? moveFor(session, event)?.transition : choiceFor(session, event)?.transition
}

/** The events that the scene and its groups listen to, the innermost first, each once. */
function eventsOf(session: Session): Set<string> {
  const events = new Set<string>()
  for (const { eventType } of getNextTransitions(session.snapshot)) events.add(eventType)
  return events
}

/** Until the time runs out, where running out leads somewhere: the clock of the node that would be taken. */
function timeLimitOf(session: Session): number | undefined {
  const after = moveFor(session, TIMEOUT_EVENT)?.from.after
  return after && Number(Object.keys(after)[0])
}

/** Replies as the seed draws them for a scene, the same whenever it is come into; tools have their own places. */
function inOrder(choices: readonly Choice[], seed: number | undefined, path: string): readonly Choice[] {
  if (seed === undefined) return choices
  const replies = choices.filter(({ meta }) => meta.say !== undefined)
  const rest = choices.filter(({ meta }) => meta.say === undefined)
  return [...drawnOrder(seed, replies, ({ event }) => `${path}/${event}`), ...rest]
}

/** A thread asks for the same scenes with every line that is added to it. */
const views = new WeakMap<Session, SceneView>()

/**
 * The scene in which a session stands.
 * @returns its beats, the choices that it offers now and its time limit
 */
export function viewOf(session: Session): SceneView {
  const known = views.get(session)
  if (known) return known
  const view = look(session)
  views.set(session, view)
  return view
}

function look(session: Session): SceneView {
  const scene = activeNodes(session)[0]!
  const own = scene.meta?.beats ?? []
  const beats =
    session.answer.length > 0
      ? [...session.answer, ...(session.entered ? own : [])]
      : session.entered
        ? own
        : []
  const path = scenePath(session)
  const done = session.snapshot.status !== 'active' || session.left === true
  const disposition = session.left ? 'abandoned' : scene.meta?.disposition
  return {
    path,
    meta: scene.meta,
    beats,
    contact: scene.meta?.contact ?? own.find((beat) => beat.from !== NARRATOR)?.from,
    choices: done
      ? []
      : inOrder(
          [...eventsOf(session)].flatMap((event) => choiceFor(session, event) ?? []),
          session.seed,
          path,
        ),
    timeLimit: done ? undefined : timeLimitOf(session),
    ending: done && disposition ? { disposition } : undefined,
  }
}
