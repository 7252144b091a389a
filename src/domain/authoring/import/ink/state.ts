import type { Expr } from '../story'
import { isContainer, type Container, type Pointer } from './container'
import type { Held } from './operate'

export interface InkStory {
  readonly root: Container
  /** Containers that become scenes. */
  readonly passages: ReadonlySet<Container>
  /** Those of which the story asks how often they were come to. */
  readonly counted: ReadonlySet<Container>
  readonly constants: ReadonlyMap<string, Expr>
  readonly globals: ReadonlySet<string>
}

export interface Frame {
  readonly container: Container
  readonly index: number
  readonly kind: 'flow' | 'tunnel' | 'function'
  readonly temps: ReadonlyMap<string, Held>
  /** How many evaluations are open around a function that was called. */
  readonly eval: number
}

/** Where a walk is, and what it has in its hands. */
export interface State {
  frames: Frame[]
  threads: Frame[][]
  stack: Held[]
  /** Texts that are being put together, as for the words of a choice. */
  strings: string[]
  eval: number
  tag: string | undefined
  choices: number
}

/** A state that goes a way of its own from here. */
export const copy = (state: State): State => ({
  ...state,
  frames: [...state.frames],
  threads: [...state.threads],
  stack: [...state.stack],
  strings: [...state.strings],
})

/** Goes to a place in the passage or function that is being walked. */
export function moveTo(state: State, { container, index }: Pointer): void {
  state.frames[state.frames.length - 1] = { ...state.frames.at(-1)!, container, index }
}

/** Leaves a function, with what it gives back. */
export function giveBack(state: State, value: Held): void {
  const frame = state.frames.pop()!
  state.eval = frame.eval
  state.stack.push(value)
}

/** Goes on where a thread began. @returns whether there was one */
export function endThread(state: State): boolean {
  const frames = state.threads.pop()
  if (frames) state.frames = frames
  return frames !== undefined
}

/** Goes on behind a container that has ended. @returns whether there is anything */
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

/** What a passage takes of the stack: as many values as it begins by naming. */
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

/** Values of the passage around stay known in its own parts, not in another knot. */
export const tempsOf = (to: Container, from: Frame): ReadonlyMap<string, Held> => {
  const knot = (path: string) => path.split('.')[0]
  const kept = [...from.temps].filter(([name]) => !name.startsWith('$'))
  return knot(to.path) === knot(from.container.path) ? new Map(kept) : new Map()
}

/** One knot with other values each time: more are no scenes that somebody wrote. */
const MOST_CALLS = 12

/** Passages that something leads to, each once, in the order in which they were asked for. */
export class PassageQueue {
  readonly #waiting: { readonly key: string; readonly state: State }[] = []
  readonly #known = new Map<string, string>()
  /** Keys of the passages that were made of one container. */
  readonly #calls = new Map<Container, readonly string[]>()

  /** @returns the key of a passage, and whether it stands in for one that would be one too many */
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
