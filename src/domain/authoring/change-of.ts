import { cut } from '../scenario/cut'
import { jsonPath, valueAt } from '../scenario/json-path'
import { isMembers } from '../scenario/members'

/** One place at which two documents differ. */
export interface Difference {
  /** Names and ids from the root. Entries of lists stand by their key (see `keyed`), or else by their index. */
  readonly path: readonly (string | number)[]
  readonly was: unknown
  readonly now: unknown
  /**
   * `words`: a text in one language. `order`: the order of the entries of a list or an object. `value`: anything else.
   */
  readonly kind: 'value' | 'words' | 'order'
}

/** The code of each change and the values that its sentence shows. */
export interface ChangeParams {
  'scene-added': { readonly scene: string }
  'scene-removed': { readonly scene: string }
  'scene-renamed': { readonly was: string; readonly scene: string }
  'begins-with': { readonly scene: string }
  'choice-added': { readonly text: string }
  'choice-removed': { readonly text: string }
  'leads-to': { readonly scene: string }
  'leads-nowhere': { readonly scene: string }
  'points-more': { readonly points: number; readonly competency: string }
  'points-fewer': { readonly points: number; readonly competency: string }
  'points-of': { readonly points: number; readonly competency: string }
  'action-added': { readonly action: string }
  'action-removed': { readonly action: string }
  'condition-added': Readonly<Record<never, never>>
  'condition-removed': Readonly<Record<never, never>>
  'condition-changed': Readonly<Record<never, never>>
  'limit-added': { readonly seconds: number }
  'limit-removed': { readonly seconds: number }
  'beat-added': { readonly beat: string }
  'beat-removed': { readonly beat: string }
  'cue-marked': { readonly cue: string; readonly beat: string }
  'cue-unmarked': { readonly cue: string; readonly beat: string }
  'ending-made': { readonly scene: string }
  'ending-unmade': { readonly scene: string }
  'ends-as': { readonly was: string; readonly now: string }
  'text-changed': { readonly language: string; readonly was: string; readonly now: string }
  'text-added': { readonly language: string; readonly now: string }
  'text-removed': { readonly language: string; readonly was: string }
  'part-added': { readonly part: string; readonly name: string }
  'part-removed': { readonly part: string; readonly name: string }
  'order-changed': { readonly part: string }
  'header-changed': { readonly name: string; readonly was: string; readonly now: string }
  'value-changed': { readonly name: string; readonly was: string; readonly now: string }
  'value-added': { readonly name: string; readonly now: string }
  'value-removed': { readonly name: string; readonly was: string }
}
export type ChangeCode = keyof ChangeParams

/** The part of the document that a change is in. The change's sentence begins by naming it. */
export type ChangePlace =
  | { readonly kind: 'document' }
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'scene'; readonly scene: string }
  | { readonly kind: 'reply'; readonly scene: string; readonly choice: string; readonly number: number }
  | { readonly kind: 'choice' | 'limit' | 'step'; readonly scene: string; readonly choice: string }
  | { readonly kind: 'part'; readonly part: string; readonly name: string }

/** A change without its sentence: a code, its values, and its place. */
export interface Change {
  readonly code: ChangeCode
  readonly params: Readonly<Record<string, string | number>>
  readonly place: ChangePlace
  /** Names and ids from the root. */
  readonly path: readonly (string | number)[]
}

type Path = Change['path']
type Told = readonly [code: ChangeCode, params: Change['params']]

const told = <C extends ChangeCode>(code: C, params: ChangeParams[C]): Told => [
  code,
  params as Change['params'],
]

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/

/** Returns what somebody would read in a value: its texts, each in its first language, its words and its numbers. */
function readIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(readIn)
  if (!isMembers(value)) return value === undefined || value === null ? [] : [String(value)]
  const own = Object.entries(value)
  const isText = own.every(([key, words]) => LANGUAGE.test(key) && typeof words === 'string')
  return (isText ? own.slice(0, 1) : own).flatMap(([, part]) => readIn(part))
}

/**
 * Shortens a value to what a sentence can quote: one text as it is, in its first language, and of anything else at most
 * 80 characters of what is to be read in it.
 */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return value
  const [first = '–', ...others] = readIn(value)
  if (others.length === 0) return first
  return cut([first, ...others].join(', '), 80)
}

function scenesIn(path: Path): { scene: string; rest: Path } {
  const scenes: string[] = []
  let at = 1
  for (; path[at] === 'states' && at + 1 < path.length; at += 2) scenes.push(String(path[at + 1]))
  return { scene: scenes.join('.'), rest: path.slice(at) }
}

/** Returns the number of a reply among the replies of its scene, from 1; `undefined` for a choice that is no reply. */
function replyNumber(on: unknown, choice: string): number | undefined {
  const says = (move: unknown): boolean =>
    Array.isArray(move)
      ? move.some(says)
      : isMembers(move) && isMembers(move['meta']) && 'say' in move['meta']
  const replies = isMembers(on) ? Object.keys(on).filter((name) => says(on[name])) : []
  const number = replies.indexOf(choice)
  return number < 0 ? undefined : number + 1
}

function placeIn(path: Path, before: unknown, after: unknown): ChangePlace {
  const [first, second, third] = path
  if (first !== 'machine') {
    if (second === undefined) return { kind: 'document' }
    if (first !== 'cast' && first !== 'cues' && first !== 'desk')
      return { kind: 'header', name: String(first) }
    const name = first === 'desk' ? third : second
    const part = first === 'desk' ? String(second) : first
    return name === undefined ? { kind: 'document' } : { kind: 'part', part, name: String(name) }
  }
  const { scene, rest } = scenesIn(path)
  const [slot, name] = rest
  const choice = String(name ?? '')
  if (slot === 'after') return { kind: 'limit', scene, choice }
  if (slot === 'always') return { kind: 'step', scene, choice: '' }
  if (slot !== 'on' || name === undefined)
    return scene === '' ? { kind: 'document' } : { kind: 'scene', scene }
  const on = path.slice(0, path.length - rest.length + 1)
  const number = replyNumber(valueAt(after, on), choice) ?? replyNumber(valueAt(before, on), choice)
  return number === undefined ? { kind: 'choice', scene, choice } : { kind: 'reply', scene, choice, number }
}

/** Returns words for a choice: its reply, else its tool, else what the trainee did. */
function wordsOfChoice(move: unknown): string {
  const first: unknown = Array.isArray(move) ? move[0] : move
  const meta = isMembers(first) && isMembers(first['meta']) ? first['meta'] : {}
  return quoted(meta['say'] ?? meta['tool'] ?? meta['did'] ?? '')
}

function inAction(rest: Path, was: unknown, now: unknown): Told | undefined {
  const slot = rest.findIndex((key) => key === 'actions' || key === 'entry' || key === 'exit')
  if (slot < 0) return undefined
  const [type, ...of] = String(rest[slot + 1] ?? '').split(' ')
  if (rest.length === slot + 2) {
    const action = `${type!} ${of.join(' ')}`.trim()
    if (was === undefined) return told('action-added', { action })
    return now === undefined ? told('action-removed', { action }) : undefined
  }
  if (type !== 'assess' || typeof was !== 'number' || typeof now !== 'number') return undefined
  const competency = of.join(' ')
  if (rest[rest.length - 1] === 'of') return told('points-of', { points: now, competency })
  return now > was
    ? told('points-more', { points: now - was, competency })
    : told('points-fewer', { points: was - now, competency })
}

function ofScene(scene: string, rest: Path, was: unknown, now: unknown): Told | undefined {
  const [slot, name, third, fourth] = rest
  const last = rest[rest.length - 1]
  const added = was === undefined
  const gone = now === undefined
  if (slot === undefined) {
    return added ? told('scene-added', { scene }) : gone ? told('scene-removed', { scene }) : undefined
  }
  if (slot === 'initial') return gone ? undefined : told('begins-with', { scene: String(now) })
  if (slot === 'type')
    return now === 'final' ? told('ending-made', { scene }) : told('ending-unmade', { scene })
  if ((slot === 'on' || slot === 'always') && rest.length === (slot === 'on' ? 2 : 1)) {
    if (added) return told('choice-added', { text: wordsOfChoice(now) })
    if (gone) return told('choice-removed', { text: wordsOfChoice(was) })
  }
  if (slot === 'after' && rest.length === 2) {
    const seconds = Number(name) / 1000
    if (added) return told('limit-added', { seconds })
    if (gone) return told('limit-removed', { seconds })
  }
  if (last === 'target' && slot !== 'meta') {
    return gone ? told('leads-nowhere', { scene: String(was) }) : told('leads-to', { scene: String(now) })
  }
  if (rest.includes('guard')) {
    if (last !== 'guard') return told('condition-changed', {})
    return added
      ? told('condition-added', {})
      : gone
        ? told('condition-removed', {})
        : told('condition-changed', {})
  }
  if (slot === 'meta' && name === 'disposition')
    return told('ends-as', { was: quoted(was), now: quoted(now) })
  if (slot === 'meta' && name === 'beats' && third !== undefined) {
    const beat = String(third)
    if (rest.length === 3)
      return added ? told('beat-added', { beat }) : gone ? told('beat-removed', { beat }) : undefined
    if (fourth === 'cues' && rest.length === 5) {
      const cue = String(last)
      if (added) return told('cue-marked', { cue, beat })
      if (gone) return told('cue-unmarked', { cue, beat })
    }
  }
  return inAction(rest, was, now)
}

function ofHeader(path: Path, was: unknown, now: unknown): Told | undefined {
  const [first, second, third] = path
  const part = first === 'desk' ? String(second) : String(first)
  const entry = first === 'desk' ? path.length === 3 : path.length === 2
  if (entry && (was === undefined || now === undefined)) {
    const name = String(first === 'desk' ? third : second)
    return was === undefined ? told('part-added', { part, name }) : told('part-removed', { part, name })
  }
  return path.length === 1 && was !== undefined && now !== undefined
    ? told('header-changed', { name: String(first), was: quoted(was), now: quoted(now) })
    : undefined
}

function tell({ path, was, now, kind }: Difference): Told {
  if (kind === 'order') {
    return told('order-changed', { part: String(path[path.length - 1] ?? '') })
  }
  const language = String(path[path.length - 1] ?? '')
  if (kind === 'words') {
    if (was === undefined) return told('text-added', { language, now: quoted(now) })
    return now === undefined
      ? told('text-removed', { language, was: quoted(was) })
      : told('text-changed', { language, was: quoted(was), now: quoted(now) })
  }
  const { scene, rest } = path[0] === 'machine' ? scenesIn(path) : { scene: '', rest: path }
  const found = path[0] === 'machine' ? ofScene(scene, rest, was, now) : ofHeader(path, was, now)
  if (found) return found
  const name = path[0] === 'machine' ? rest.join('.') : jsonPath(path).slice(2)
  if (was === undefined) return told('value-added', { name, now: quoted(now) })
  return now === undefined
    ? told('value-removed', { name, was: quoted(was) })
    : told('value-changed', { name, was: quoted(was), now: quoted(now) })
}

/**
 * Describes a difference as a change: its code, values and place.
 * @param before the document before the change
 * @param after the document after the change
 */
export function describeChange(difference: Difference, before: unknown, after: unknown): Change {
  const [code, params] = tell(difference)
  const { path } = difference
  return { code, params, place: placeIn(path, before, after), path }
}
