/**
 * The common form of stories from other tools: passages with texts, choices and variables. Each format is read into
 * this form; `draft.ts` builds a scenario from it.
 */

import { cut } from '../../scenario/cut'
import { released } from './written'

export type Value = boolean | number | string

/** A condition or a value. Parts that were not understood are `unknown`. */
export type Expr =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'operation'; readonly op: Operator; readonly of: readonly Expr[] }
  /** An expression that can't be evaluated here, such as chance, lists or code. */
  | { readonly kind: 'unknown'; readonly text: string }

export type Operator =
  'and' | 'or' | 'not' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%' | 'min' | 'max'

export type Item =
  /** Text in the text language of scenarios. An empty line begins another beat. */
  | { readonly kind: 'text'; readonly text: string }
  /** The value of an expression within the text. `text` is the source's notation for it. */
  | { readonly kind: 'print'; readonly value: Expr; readonly text: string }
  | { readonly kind: 'media'; readonly file: string; readonly words: string }
  | {
      readonly kind: 'set'
      readonly name: string
      readonly value: Expr
      readonly text: string
      readonly later?: Later
    }
  | { readonly kind: 'points'; readonly points: number; readonly of: number; readonly why: string }
  | {
      readonly kind: 'choice'
      readonly say: string
      /** The words of the choice where they hold values; these words take the place of `say`. */
      readonly words?: readonly Words[]
      /**
       * The items that follow the choice. Without a `goto` or an `end` among them, the trainee stays in the passage.
       */
      readonly body: readonly Item[]
      readonly when?: Expr
      /** True if the choice can be made only once. */
      readonly once?: boolean
    }
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly text: string }
  /** A jump to a passage. Where `goal` says where it leads, `to` is how the source writes that. */
  | { readonly kind: 'goto'; readonly to: string; readonly later?: Later; readonly goal?: Goal }
  | { readonly kind: 'end' }

/** Where a jump leads that names no passage but a value of the story. Readers replace it by passages. */
export interface Goal {
  readonly value: Expr
  /** The jump in the notation of the source. */
  readonly text: string
  /** The passage in which it stands. */
  readonly place: string
}

/** Says of an item that it happens only some time after its passage was shown, and what it waits for. */
export interface Later {
  /** What it waits for, in the notation of the source. */
  readonly text: string
  /** The milliseconds that it waits, where it waits for nothing but time. */
  readonly ms?: number
}

/** Texts, and values among them. */
export type Words = Extract<Item, { kind: 'text' | 'print' }>

export type Choice = Extract<Item, { kind: 'choice' }>

export interface Branch {
  /** The condition of the branch. A branch without one is taken when none before it is. */
  readonly when?: Expr
  readonly items: readonly Item[]
}

export interface Passage {
  /** The unique key that a `goto` names. */
  readonly key: string
  /** The author's name for the passage, which becomes the title of the scene. */
  readonly name: string
  readonly items: readonly Item[]
  /** The debrief, if the passage is an ending. */
  readonly debrief?: string
}

/** Each note has one of these codes, which say what it is about. */
export const NOTE_CODES = [
  'macro',
  'style',
  'element',
  'condition',
  'variable',
  'print',
  'script',
  'stylesheet',
  'special',
  'dead-link',
  'open-link',
  'open-jump',
  'outside-link',
  'duplicate',
  'no-start',
  'continue',
  'no-text',
  'ways',
  'chance',
  'outer-function',
  'tag',
  'content',
  'media',
  'media-words',
  'score',
  'speakers',
  'language',
  'header',
  'endings',
] as const
export type NoteCode = (typeof NOTE_CODES)[number]

/** Notes a part of the source that the draft lacks or represents in another way. */
export interface ImportNote {
  readonly code: NoteCode
  /** The passage, knot or content; empty for a note about the whole story. */
  readonly place: string
  /** The line of the file, from 1, where it is known. */
  readonly line?: number
  /** An excerpt of the source, shortened so that it can be shown. */
  readonly text: string
  /** The replacement in the draft: the id of a flag or a scene, a language, or a file. */
  readonly instead: string
}

export interface Story {
  readonly title: string
  /** The code of the language, where the file names one. */
  readonly language: string | undefined
  /** The key of the passage in which the story begins. */
  readonly start: string
  readonly passages: readonly Passage[]
  /** The values of variables at the start. */
  readonly initial: ReadonlyMap<string, Value>
  readonly notes: readonly ImportNote[]
}

/** A note shows at most this many characters of the source. */
const LONGEST_SNIPPET = 160

/** Collects notes and drops repeated ones. */
export class Notes {
  readonly all: ImportNote[] = []
  readonly #known = new Set<string>()

  add(code: NoteCode, place: string, text = '', instead = '', line?: number): void {
    const plain = released(text).replaceAll(/\s+/g, ' ').trim()
    const shown = cut(plain, LONGEST_SNIPPET)
    const key = JSON.stringify([code, place, shown, instead])
    if (this.#known.has(key)) return
    this.#known.add(key)
    this.all.push({ code, place, text: shown, instead, ...(line === undefined ? {} : { line }) })
  }
}

/** Makes an expression of one value. */
export const literal = (value: Value): Expr => ({ kind: 'value', value })
/** Makes an expression that reads a variable. */
export const variable = (name: string): Expr => ({ kind: 'variable', name })
/** Makes an expression of an operator and its operands, in their order. */
export const operation = (op: Operator, ...of: readonly Expr[]): Expr => ({ kind: 'operation', op, of })
/** Makes an expression that can't be carried over; its text is shown to the author. */
export const unknown = (text: string): Expr => ({ kind: 'unknown', text })

/** Returns the keys of the passages to which items lead, however deeply these are nested. */
export function targetsOf(items: readonly Item[], found = new Set<string>()): Set<string> {
  for (const item of items) {
    if (item.kind === 'goto') found.add(item.to)
    if (item.kind === 'choice') targetsOf(item.body, found)
    if (item.kind === 'if') for (const branch of item.branches) targetsOf(branch.items, found)
  }
  return found
}

/** Returns the name of the variable that counts the visits to a passage. */
export const visitsOf = (key: string): string => `visits ${key}`
/** Tells whether a variable counts the visits to a passage. */
export const isVisits = (name: string): boolean => name.startsWith('visits ')

/** Returns the name of a temporary variable, which is there in one passage alone. */
export const temporaryOf = (name: string, key: string): string => `_${name} ${key}`
const TEMPORARY = /^_([^ ]+) /
/** Tells whether a variable is there in one passage alone. */
export const isTemporary = (name: string): boolean => TEMPORARY.test(name)
/** Returns the name of a variable as its author wrote it, with another beginning where it is a temporary one. */
export const calledBy = (name: string, temporary: string): string =>
  TEMPORARY.test(name) ? temporary + TEMPORARY.exec(name)![1]! : name

const DECISIONS: ReadonlySet<NoteCode> = new Set([
  'continue',
  'no-text',
  'no-start',
  'duplicate',
  'dead-link',
  'open-link',
  'open-jump',
  'media-words',
  'score',
  'speakers',
  'language',
  'header',
  'endings',
])

/**
 * Returns true if a note is about something that was kept in another way or that the author must decide. Other notes
 * tell what was lost.
 */
export const isDecision = ({ code }: Pick<ImportNote, 'code'>): boolean => DECISIONS.has(code)
