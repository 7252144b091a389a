import type { Expr } from '../story'
import { isContainer, type Container, type Pointer } from './container'
import type { Held } from './operate'

export interface InkStory {
  readonly root: Container
  /** Containers that become scenes. */
  readonly passages: ReadonlySet<Container>
  /** Containers whose number of visits the story reads. */
  readonly counted: ReadonlySet<Container>
  readonly constants: ReadonlyMap<string, Expr>
  readonly globals: ReadonlySet<string>
}

export interface Frame {
  readonly container: Container
  readonly index: number
  readonly kind: 'flow' | 'tunnel' | 'function'
  readonly temps: ReadonlyMap<string, Held>
  /** The number of evaluations that were open when the function was called. */
  readonly eval: number
}

/** The position of a walk and the values that it holds. */
export interface State {
  frames: Frame[]
  threads: Frame[][]
  stack: Held[]
  /** Strings that are being built, such as the words of a choice. */
  strings: string[]
  eval: number
  tag: string | undefined
  choices: number
}

/** Copies a state so that a branch can continue on its own. */
export const copy = (state: State): State => ({
  ...state,
  frames: [...state.frames],
  threads: [...state.threads],
  stack: [...state.stack],
  strings: [...state.strings],
})

/** Sets the position in the passage or function that is being walked. */
export function moveTo(state: State, { container, index }: Pointer): void {
  state.frames[state.frames.length - 1] = { ...state.frames.at(-1)!, container, index }
}

/** Leaves a function and pushes its return value. */
export function giveBack(state: State, value: Held): void {
  const frame = state.frames.pop()!
  state.eval = frame.eval
  state.stack.push(value)
}

/** Continues where the last thread began. @returns false if no thread is open */
export function endThread(state: State): boolean {
  const frames = state.threads.pop()
  if (frames) state.frames = frames
  return frames !== undefined
}

/** Continues after a container that has ended. @returns false if nothing is left to continue with */
export function leave(state: State): boolean {
  const { container, kind } = state.frames.at(-1)!
  const { parent } = container
  const index = parent?.content.indexOf(container) ?? -1
  if (parent && index >= 0) {
    moveTo(state, { container: parent, index: index + 1 })
    return true
  }
  if (kind === 'function' && state.frames.length > 1) {
    giveBack(state, { kind: 'void' })
    return true
  }
  return endThread(state)
}

/** Returns the values that a passage takes from the stack as arguments: as many as it names at its beginning. */
export function argumentsOf({ content }: Container, stack: readonly Held[]): readonly Held[] {
  const isName = (part: Container['content'][number] | undefined): boolean =>
    typeof part === 'object' && part !== null && 'temp=' in part && !('re' in part)
  const first = content[0]
  const inner = isContainer(first) ? first.content : content
  let count = 0
  while (isName(inner[count])) count += 1
  return count === 0 ? [] : stack.slice(-count)
}

const shownHeld = (held: Held): unknown => (held.kind === 'target' ? ['->', held.to.path] : held)
const shownTemp = ([name, held]: readonly [string, Held]): unknown => [name, shownHeld(held)]

/**
 * Returns the temporary variables that stay known at the destination: all of them within a knot, none in another knot.
 */
export const tempsOf = (to: Container, from: Frame): ReadonlyMap<string, Held> => {
  const knot = (path: string) => path.split('.')[0]
  const kept = [...from.temps].filter(([name]) => !name.startsWith('$'))
  return knot(to.path) === knot(from.container.path) ? new Map(kept) : new Map()
}

/**
 * A knot becomes at most this many passages, one for each set of arguments. More would be no scenes that an author
 * wrote.
 */
const MOST_CALLS = 12

/** A queue of the passages that something leads to, each of them once, in the order in which they were found. */
export class PassageQueue {
  readonly #waiting: { readonly key: string; readonly state: State }[] = []
  readonly #known = new Map<string, string>()
  /** Keys of the passages that were made from one container. */
  readonly #calls = new Map<Container, readonly string[]>()

  /**
   * Queues a passage unless it is known.
   * @returns the key of the passage; `often` is true if the container has too many passages already, and the key is
   *   that of its first one
   */
  ask(frames: readonly Frame[], stack: readonly Held[]): { readonly key: string; readonly often: boolean } {
    const { container } = frames.at(-1)!
    const identity = JSON.stringify([
      frames.map((frame) => [frame.container.path, frame.index, frame.kind, [...frame.temps].map(shownTemp)]),
      stack.map(shownHeld),
    ])
    const known = this.#known.get(identity)
    if (known !== undefined) return { key: known, often: false }
    const calls = this.#calls.get(container) ?? []
    if (calls.length >= MOST_CALLS) return { key: calls[0]!, often: true }
    const key = calls.length === 0 ? container.path : `${container.path} ${calls.length + 1}`
    this.#known.set(identity, key)
    this.#calls.set(container, [...calls, key])
    const empty = { threads: [], strings: [], eval: 0, tag: undefined, choices: 0 }
    this.#waiting.push({ key, state: { ...empty, frames: [...frames], stack: [...stack] } })
    return { key, often: false }
  }

  next(): { readonly key: string; readonly state: State } | undefined {
    return this.#waiting.shift()
  }
}
