/**
 * What all formats of other tools have in common: passages with words, choices that lead on, and variables. Each format
 * is read into this; `draft.ts` makes a scenario of it.
 */

export type Value = boolean | number | string

/** A condition or a value, as far as it was understood. */
export type Expr =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'operation'; readonly op: Operator; readonly of: readonly Expr[] }
  /** What can't be worked out here: chance, lists, code. */
  | { readonly kind: 'unknown'; readonly text: string }

export type Operator =
  'and' | 'or' | 'not' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%' | 'min' | 'max'

export type Item =
  /** Words, in the text language of scenarios; a line break is one of the text, an empty line begins another beat. */
  | { readonly kind: 'text'; readonly text: string }
  /** The value of something among the words. `text` is how the source writes it. */
  | { readonly kind: 'print'; readonly value: Expr; readonly text: string }
  | { readonly kind: 'media'; readonly file: string; readonly words: string }
  | { readonly kind: 'set'; readonly name: string; readonly value: Expr; readonly text: string }
  | { readonly kind: 'points'; readonly points: number; readonly of: number; readonly why: string }
  | {
      readonly kind: 'choice'
      readonly say: string
      /** What happens then. Without a `goto` or an `end` in it, the trainee stays. */
      readonly body: readonly Item[]
      readonly when?: Expr
      /** It can be chosen one time. */
      readonly once?: boolean
    }
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly text: string }
  | { readonly kind: 'goto'; readonly to: string }
  | { readonly kind: 'end' }

export type Choice = Extract<Item, { kind: 'choice' }>

export interface Branch {
  /** None for what holds else. */
  readonly when?: Expr
  readonly items: readonly Item[]
}

export interface Passage {
  /** What `goto` names; unique. */
  readonly key: string
  /** As its author calls it; the title of the scene. */
  readonly name: string
  readonly items: readonly Item[]
  /** Of an ending: its words in the debrief. */
  readonly debrief?: string
}

/** What a note is about. */
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

/** Something of the source that is not in the draft, or is there in another way. */
export interface ImportNote {
  readonly code: NoteCode
  /** The passage, knot or content; empty for what is about the whole. */
  readonly place: string
  /** Line of the file, from 1, where it is known. */
  readonly line?: number
  /** The words of the source, cut to a length that can be shown. */
  readonly text: string
  /** What was put in its place: the id of a flag, a scene, a language, a file. */
  readonly instead: string
}

export interface Story {
  readonly title: string
  /** A code of a language, where the file names one. */
  readonly language: string | undefined
  /** The key of the passage in which it begins. */
  readonly start: string
  readonly passages: readonly Passage[]
  /** What variables are before anything happens. */
  readonly initial: ReadonlyMap<string, Value>
  readonly notes: readonly ImportNote[]
}

/** What a note shows of the source at most. */
const LONGEST_SNIPPET = 160

/** Collects notes, each once. */
export class Notes {
  readonly all: ImportNote[] = []
  readonly #known = new Set<string>()

  add(code: NoteCode, place: string, text = '', instead = '', line?: number): void {
    const plain = text.replaceAll(/\s+/g, ' ').trim()
    const shown = plain.length > LONGEST_SNIPPET ? `${plain.slice(0, LONGEST_SNIPPET - 1)}…` : plain
    const key = JSON.stringify([code, place, shown, instead])
    if (this.#known.has(key)) return
    this.#known.add(key)
    this.all.push({ code, place, text: shown, instead, ...(line === undefined ? {} : { line }) })
  }
}

export const valueOf = (value: Value): Expr => ({ kind: 'value', value })
export const variable = (name: string): Expr => ({ kind: 'variable', name })
export const operation = (op: Operator, ...of: readonly Expr[]): Expr => ({ kind: 'operation', op, of })
export const unknown = (text: string): Expr => ({ kind: 'unknown', text })

/** The variable that counts how often somebody came to a passage. */
export const visitsOf = (key: string): string => `visits ${key}`
export const isVisits = (name: string): boolean => name.startsWith('visits ')

const DECISIONS: ReadonlySet<NoteCode> = new Set([
  'continue',
  'no-text',
  'no-start',
  'duplicate',
  'dead-link',
  'media-words',
  'score',
  'speakers',
  'language',
  'header',
  'endings',
])

/** Whether a note tells of something that came along in another way or is to be decided, and of nothing that is lost. */
export const isDecision = ({ code }: Pick<ImportNote, 'code'>): boolean => DECISIONS.has(code)
