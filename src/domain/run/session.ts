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
  /** Counts from 1 without gaps. */
  readonly seq: number
  /** A `decision` moves the scenario; `desk` is an act on the desk that does not move it. */
  readonly kind: 'decision' | 'desk'
  /** A choice's event, `timeout`, or for `desk` a tool with its object: `reveal-field/daniel/phone`. */
  readonly event: string
  /** The time at which it was committed: ISO 8601, UTC. */
  readonly at: string
  /** Milliseconds since the scene was shown, without pauses. */
  readonly elapsedMs: number
}

/** The state of a run. It is immutable: a decision gives a new one. */
export interface Session {
  readonly compiled: CompiledScenario
  readonly snapshot: AnyMachineSnapshot
  /** Draws the order of the replies and the variant. Without a seed, replies stand in the order of the file. */
  readonly seed: number | undefined
  /** The answer to the last choice, which is shown before anything else. */
  readonly answer: readonly Beat[]
  /** True if the last step entered the scene. The scene's own beats are not repeated while the trainee stays in it. */
  readonly entered: boolean
  /** Set if the trainee left the contact. It is then over, whatever the scene is. */
  readonly left?: true
}

/** Something that a trainee can do in a scene. */
export interface Choice {
  readonly event: string
  /**
   * The properties of the open branch. Those that it lacks come from the branch of the choice that has words or a tool.
   */
  readonly meta: ChoiceMeta
  readonly transition: Transition
}

/** The transition that XState will take for an event in the current state of a run. */
export interface Move {
  readonly transition: Transition
  /** All branches of the same choice or time limit, including the open one. */
  readonly branches: readonly Transition[]
  /** The scene or group that has the branches. */
  readonly from: StateNode
  /** Keys from the root to that scene or group. */
  readonly source: readonly string[]
}

/** A scene as a player or a debrief needs it, in all its languages. */
export interface SceneView {
  /** Path of keys from the root, joined by dots; unique in the scenario. */
  readonly path: string
  readonly meta: SceneMeta | undefined
  /** The beats to show now: the answer to the last choice, then the scene's own beats if it was entered. */
  readonly beats: readonly Beat[]
  /** The cast id of the person with whom the trainee deals here. */
  readonly contact: string | undefined
  /** Replies in the order that the seed draws, then choices made with a tool. */
  readonly choices: readonly Choice[]
  /** Milliseconds until the time runs out, if the scene has a limit. */
  readonly timeLimit: number | undefined
  readonly ending: { readonly disposition: Disposition } | undefined
}

/**
 * Starts a run.
 * @param compiled a compiled scenario
 * @param seed the seed of the attempt
 * @returns the session in its first scene
 */
export function startSession(compiled: CompiledScenario, seed?: number): Session {
  const [snapshot] = initialTransition(compiled.machine)
  return { compiled, snapshot: snapshot as AnyMachineSnapshot, seed, answer: [], entered: true }
}

/** No scene handles this event, since the id of an event never is a space. */
const NO_EVENT = ' '

/**
 * Starts a run in any scene, for authors who try a scenario out. The session has no points or disclosures from the way
 * there.
 * @param compiled a compiled scenario
 * @param path the keys of the scene from the root, joined by dots
 * @param flags flags that are raised
 * @returns the session in that scene; `undefined` if there is no such scene
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

/** Returns the context of a run: flags, counters, assessments, disclosures. */
export function contextOf(session: Session): RunContext {
  return session.snapshot.context as RunContext
}

/**
 * Takes one decision.
 * @param session the state of the run
 * @param event a choice's event, `timeout`, or `LEFT_EVENT`, which ends the contact as abandoned
 * @returns the session after it; `undefined` if the scene does not offer this event now
 */
export function decide(session: Session, event: string): Session | undefined {
  if (event === LEFT_EVENT)
    return endingOf(session) ? undefined : { ...session, answer: [], entered: false, left: true }
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
 * @param compiled the scenario that the log belongs to; callers compare the content hash first
 * @param log entries in order of `seq`; `desk` entries move nothing
 * @param seed the seed of the attempt
 * @returns all sessions on the way: the start, then one after each decision
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

/** Returns the keys from the root to the active scene. */
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

/** Returns the path of a session's scene, its keys joined by dots. */
export const scenePath = (session: Session): string => pathOf(session.snapshot)

const pathOf = ({ value }: AnyMachineSnapshot): string => keysOf(value).join('.')

/** Returns the nodes from the active scene up to the root, innermost first. */
function activeNodes(session: Session): StateNode[] {
  let node: StateNode = session.compiled.scenario.machine
  const nodes = [node]
  for (const key of keysOf(session.snapshot.value)) {
    node = node.states![key]!
    nodes.unshift(node)
  }
  return nodes
}

/** Returns the node of the scenario from which XState's node was made. */
const nodeAt = (session: Session, path: readonly string[]): StateNode =>
  path.reduce<StateNode>((node, key) => node.states![key]!, session.compiled.scenario.machine)

/**
 * Returns the transition that XState will take for an event, as XState itself reports it.
 * @returns `undefined` if nothing happens: no scene handles the event, every guard is closed, or the open branch has
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

/** Returns the choice that an event is now; `undefined` if it moves nothing or could not be seen. */
function choiceFor(session: Session, event: string): Choice | undefined {
  const move = event === TIMEOUT_EVENT ? undefined : moveFor(session, event)
  if (!move) return undefined
  const { transition: opened, branches } = move
  const shown = isSeen(opened.meta) ? opened.meta : branches.find(({ meta }) => isSeen(meta))?.meta
  return shown && { event, meta: { ...shown, ...opened.meta }, transition: opened }
}

/**
 * Returns the transition that an event will take. Both offering a choice and taking it depend on this one test.
 * @param event a choice's event, or `timeout`
 * @returns `undefined` if the event is not offered now
 */
export function transitionFor(session: Session, event: string): Transition | undefined {
  return event === TIMEOUT_EVENT ? moveFor(session, event)?.transition : choiceFor(session, event)?.transition
}

/** Returns the events that the scene and its groups handle, the innermost first, each once. */
function eventsOf(session: Session): Set<string> {
  const events = new Set<string>()
  for (const { eventType } of getNextTransitions(session.snapshot)) events.add(eventType)
  return events
}

/**
 * Returns the time limit in milliseconds; `undefined` if running out of time leads nowhere. It is taken from the node
 * whose transition XState would take.
 */
function timeLimitOf(session: Session): number | undefined {
  const after = moveFor(session, TIMEOUT_EVENT)?.from.after
  return after && Number(Object.keys(after)[0])
}

/**
 * Returns the choices with the replies in the order that the seed draws for the scene, the same at every visit. Choices
 * with tools keep their places.
 */
function inOrder(choices: readonly Choice[], seed: number | undefined, path: string): readonly Choice[] {
  if (seed === undefined) return choices
  const replies = choices.filter(({ meta }) => meta.say !== undefined)
  const rest = choices.filter(({ meta }) => meta.say === undefined)
  return [...drawnOrder(seed, replies, ({ event }) => `${path}/${event}`), ...rest]
}

/**
 * Returns how a session has ended, without the rest of its view.
 * @returns `undefined` while the contact goes on
 */
export function endingOf(session: Session): { readonly disposition: Disposition } | undefined {
  if (session.left) return { disposition: 'abandoned' }
  if (session.snapshot.status === 'active') return undefined
  const disposition = activeNodes(session)[0]!.meta?.disposition
  return disposition && { disposition }
}

/** A thread asks for the views of the same sessions again with every line that is added to it. */
const views = new WeakMap<Session, SceneView>()

/**
 * Returns the view of the scene in which a session stands: its beats, the choices that it offers now and its time
 * limit.
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
    ending: endingOf(session),
  }
}
