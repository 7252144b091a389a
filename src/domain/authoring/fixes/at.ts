import { closest, distance } from 'fastest-levenshtein'
import type { Floor } from '../../scenario/floor'
import type { Issue, IssueCode } from '../../scenario/issue'
import type { IssueParams } from '../../scenario/issue-params'
import { valueAt } from '../../scenario/json-path'
import { mend } from '../../scenario/mend'
import { listNodes, type PlacedNode } from '../../scenario/nodes'
import { scenarioSchema, type Action, type Scenario } from '../../scenario/schema'
import { put, without, type Path } from '../change'

/** The label of each quick fix is a code and these values, which its sentence shows. */
export interface FixParams {
  'fix.use': { readonly was: string; readonly name: string }
  'fix.set': { readonly name: string; readonly value: string }
  'fix.remove': { readonly name: string }
  'fix.remove-entry': { readonly name: string }
  'fix.rename': { readonly was: string; readonly name: string }
  'fix.add': { readonly name: string }
  'fix.as-number': { readonly value: string }
  'fix.as-text': { readonly value: string }
  'fix.as-list': { readonly name: string }
  'fix.all-languages': { readonly text: string }
  'fix.copy-text': { readonly from: string; readonly to: string }
  'fix.remove-language': { readonly language: string }
  'fix.plain-words': { readonly text: string }
  'fix.mark-all': { readonly cue: string }
  'fix.first-scene': { readonly scene: string }
  'fix.stay': { readonly scene: string }
  'fix.remove-choice': { readonly choice: string }
  'fix.say-name': { readonly text: string }
  'fix.open-last': Readonly<Record<never, never>>
  'fix.remove-branch': Readonly<Record<never, never>>
  'fix.remove-action': { readonly action: string }
  'fix.remove-condition': Readonly<Record<never, never>>
  'fix.one-time-limit': { readonly seconds: number }
  'fix.make-ending': Readonly<Record<never, never>>
  'fix.no-ending': Readonly<Record<never, never>>
  'fix.ending-stops': Readonly<Record<never, never>>
  'fix.move-up': { readonly scene: string }
  'fix.disposition': { readonly disposition: string }
  'fix.title-as-text': { readonly text: string }
  'fix.narrate-title': { readonly text: string }
  'fix.remove-scene': { readonly scene: string }
  'fix.report-everywhere': { readonly scene: string }
  'fix.mask': { readonly field: string }
  'fix.tactics-of-cues': { readonly tactics: string }
  'fix.add-tactic': { readonly tactic: string }
  'fix.same-names': Readonly<Record<never, never>>
  'fix.points': { readonly points: number }
}
export type FixCode = keyof FixParams

/** A quick fix: its label, and the document after it. */
export interface Proposal {
  readonly label: { readonly code: FixCode; readonly params: Readonly<Record<string, string | number>> }
  readonly after: unknown
}

/**
 * Makes a quick fix.
 * @param params the values of its label
 * @param after the whole document after the fix
 */
export const proposal = <C extends FixCode>(code: C, params: FixParams[C], after: unknown): Proposal => ({
  label: { code, params: params as Readonly<Record<string, string | number>> },
  after,
})

/**
 * A document together with one of its issues. It gives a fix the value at the issue's place, its surroundings and the
 * edits that fixes share.
 */
export class At {
  constructor(
    readonly document: unknown,
    readonly issue: Issue,
    readonly floor: Floor | undefined,
    readonly file: string | undefined,
  ) {}

  private mended: Scenario | undefined
  private listed: readonly PlacedNode[] | undefined

  get path(): Path {
    return this.issue.keys.path
  }

  /** Returns the last key of the issue's path. */
  get name(): string {
    return String(this.path[this.path.length - 1] ?? '')
  }

  get value(): unknown {
    return valueAt(this.document, this.path)
  }

  /** Returns the document with a stand-in for each value that does not fit, as the checks look at it. */
  get scenario(): Scenario {
    return (this.mended ??= mend(scenarioSchema, this.document).value as Scenario)
  }

  get nodes(): readonly PlacedNode[] {
    return (this.listed ??= listNodes(this.scenario))
  }

  /** Returns the scene, or the group of scenes, that the issue is about. */
  get node(): PlacedNode | undefined {
    return this.nodes.find(({ path }) => path === (this.issue.keys.scene ?? ''))
  }

  get languages(): string[] {
    return Object.keys(this.scenario.title)
  }

  /** Returns the path of the value `up` levels out from the issue's place. */
  around(up = 1): Path {
    return this.path.slice(0, -up)
  }

  put(path: Path, value: unknown): unknown {
    return put(this.document, path, value)
  }

  without(path: Path): unknown {
    return without(this.document, path)
  }

  /** Proposes another value for the issue's place. */
  set(value: string | number | boolean | readonly unknown[]): Proposal {
    const shown = Array.isArray(value) ? '[]' : String(value)
    return proposal('fix.set', { name: this.name, value: shown }, this.put(this.path, value))
  }

  /** Proposes to remove the value at the issue's place. */
  remove(): Proposal {
    return proposal('fix.remove', { name: this.name }, this.without(this.path))
  }

  /** Proposes existing names instead of one that does not exist, the most similar first and at most `most`. */
  useInstead(was: string, names: readonly string[], most = 3): Proposal[] {
    return similar(was, names, most).map((name) =>
      proposal('fix.use', { was, name }, this.put(this.path, name)),
    )
  }
}

/** A table of fixes by issue code. Each function returns the best fix first, and an empty list where none fits. */
export type Fixes = {
  readonly [C in IssueCode]?: (at: At, params: IssueParams[C]) => readonly Proposal[]
}

/**
 * Returns the `most` most similar names, the best first. A single other name is returned however little it resembles
 * the word.
 */
export function similar(word: string, names: readonly string[], most = 3): string[] {
  const others = [...new Set(names)].filter((name) => name !== word)
  const close = (name: string) => distance(word.toLowerCase(), name.toLowerCase())
  return others.sort((a, b) => close(a) - close(b)).slice(0, most)
}

/**
 * Returns the name that somebody most likely meant by a misspelt word. Returns `undefined` where even the closest name
 * differs by more than a third of the word's letters (one letter is always allowed).
 */
export function meant(word: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const best = closest(
    word.toLowerCase(),
    names.map((name) => name.toLowerCase()),
  )
  const name = names.find((own) => own.toLowerCase() === best)!
  return distance(word.toLowerCase(), best) <= Math.max(1, word.length / 3) ? name : undefined
}

/** Returns the name with the first number from 2 that makes it differ from all taken names. */
export function freeName(name: string, taken: readonly string[]): string {
  for (let number = 2; ; number++) {
    const next = `${name.replace(/-\d+$/, '')}-${number}`
    if (!taken.includes(next)) return next
  }
}

/** Turns an id into words: ‘take-it’ becomes ‘Take it’. */
export const wordsOf = (id: string): string => {
  const words = id.replaceAll(/[-_.]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Returns a localized text with the same words in every language of the scenario. */
export const everywhere = (at: At, text: string): Record<string, string> =>
  Object.fromEntries(at.languages.map((language) => [language, text]))

/** Returns the document without an action. A choice that would then do nothing leads back to its scene. */
export function withoutAction(at: At, action: Path): unknown {
  const after = at.without(action)
  const slot = action.slice(0, -1)
  const left = valueAt(after, slot) as readonly Action[]
  if (left.length > 0) return after
  const emptied = without(after, slot)
  if (slot[slot.length - 1] !== 'actions') return emptied
  const move = slot.slice(0, -1)
  const { target } = valueAt(emptied, move) as { target?: string }
  const scene = at.issue.keys.scene?.split('.').pop()
  return target === undefined && scene !== undefined ? put(emptied, [...move, 'target'], scene) : emptied
}
