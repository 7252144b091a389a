/** The history of a draft: what somebody did to it, act by act, from a text with which it began. */
import { readJson } from '../scenario/json-text'
import { applyPatches, PatchRefused, type Edit, type EditLabel } from './patch'
import { applySplices, SpliceRefused, type Splice } from './splice'

/** The text from which a journal starts. */
export interface JournalBase {
  readonly text: string
  /** SHA-256 of the text, hexadecimal. */
  readonly hash: string
  /** When the draft was made, and by whom; not known of a file that somebody put into the folder. */
  readonly at?: string | undefined
  readonly by?: string | undefined
}

interface EntryBase {
  /** From 1, without a gap. */
  readonly n: number
  /** ISO 8601 in UTC. */
  readonly at: string
  /** The name of whoever did it, as main knows it. */
  readonly by?: string | undefined
}

/** What a journal can say. */
export type JournalAct =
  | ({ readonly kind: 'edit' } & Edit)
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** Goes back to the state after entry `to`; 0 is the base. An act like any other, which undo takes back. */
  | { readonly kind: 'restore'; readonly to: number; readonly label?: EditLabel | undefined }
  /** The whole text was given anew: the source view, a file, a version. It may be broken. */
  | { readonly kind: 'text'; readonly text: string; readonly label?: EditLabel | undefined }
  /**
   * Something was typed into the text: places of the text that the draft had (`textOf`), and what stands there since.
   * It may be broken.
   */
  | { readonly kind: 'typed'; readonly splices: readonly Splice[]; readonly label?: EditLabel | undefined }

export type JournalEntry = EntryBase & JournalAct

/** A draft at one moment. */
export interface DraftState {
  /** The document; the last good one while the text is broken, `undefined` where there never was one. */
  readonly value: unknown
  /** The last whole text, whose layout the value is written with. */
  readonly text: string
  /** What the source view says now, where that is no JSON. */
  readonly brokenText: string | null
}

/** An act that can be taken back, or done again. */
export interface HistoryStep {
  /** Of the entry that did it. */
  readonly n: number
  readonly before: DraftState
  readonly after: DraftState
}

export interface FoldedJournal extends DraftState {
  /** Of the last entry; 0 before the first. */
  readonly n: number
  /** What undo would take back; the last act stands last. */
  readonly undo: readonly HistoryStep[]
  /** What redo would do again; the next stands last. */
  readonly redo: readonly HistoryStep[]
}

/** Why an entry can't follow what stands before it. */
export type JournalFault =
  'number' | 'patch' | 'splice' | 'nothing-to-undo' | 'nothing-to-redo' | 'no-such-entry'

/** An entry that does not fit the journal. */
export class JournalRefused extends Error {
  override readonly name = 'JournalRefused'
  constructor(
    readonly n: number,
    readonly fault: JournalFault,
  ) {
    super(`entry ${n} does not fit: ${fault}`)
  }
}

/** What a text says, where it can be read; it may still be anything. */
function stateOfText(text: string, before: DraftState | undefined): DraftState {
  const read = readJson(text)
  return read.ok
    ? { value: read.raw, text, brokenText: null }
    : { value: before?.value, text: before?.text ?? text, brokenText: text }
}

const stateOf = ({ value, text, brokenText }: DraftState): DraftState => ({ value, text, brokenText })

/**
 * A journal without an entry.
 * @param base the text with which it begins; it may be no JSON
 */
export function beginJournal(base: Pick<JournalBase, 'text'>): FoldedJournal {
  return { ...stateOfText(base.text, undefined), n: 0, undo: [], redo: [] }
}

/**
 * The text that the splices of the next act are of: the broken one, or else the last whole one. What was edited since
 * that is not in it.
 */
export const textOf = ({ text, brokenText }: DraftState): string => brokenText ?? text

function typed(state: DraftState, splices: readonly Splice[], n: number): DraftState {
  try {
    return stateOfText(applySplices(textOf(state), splices), state)
  } catch (error) {
    throw error instanceof SpliceRefused ? new JournalRefused(n, 'splice') : error
  }
}

/** Finds the state after an entry of the journal. */
type FindState = (to: number) => DraftState | undefined

function edited(state: DraftState, { patches }: Edit, n: number): DraftState {
  try {
    // Whoever edits the document has left the text that could not be read.
    return { value: applyPatches(state.value, patches), text: state.text, brokenText: null }
  } catch (error) {
    throw error instanceof PatchRefused ? new JournalRefused(n, 'patch') : error
  }
}

function acted(state: DraftState, entry: JournalEntry, find: FindState): DraftState | 'undo' | 'redo' {
  switch (entry.kind) {
    case 'edit':
      return edited(state, entry, entry.n)
    case 'text':
      return stateOfText(entry.text, state)
    case 'typed':
      return typed(state, entry.splices, entry.n)
    case 'restore': {
      const found = find(entry.to)
      if (!found) throw new JournalRefused(entry.n, 'no-such-entry')
      return found
    }
    case 'undo':
    case 'redo':
      return entry.kind
  }
}

/**
 * Adds an entry.
 * @param before the journal up to it
 * @param find the state after an earlier entry, for `restore`
 * @returns the journal with it; states are shared, so that a long history costs little
 * @throws JournalRefused when it does not fit; nothing is half done
 */
export function addEntry(before: FoldedJournal, entry: JournalEntry, find: FindState): FoldedJournal {
  const { n } = entry
  if (n !== before.n + 1) throw new JournalRefused(n, 'number')
  const state = stateOf(before)
  const next = acted(state, entry, find)
  if (next === 'undo') {
    const step = before.undo.at(-1)
    if (!step) throw new JournalRefused(n, 'nothing-to-undo')
    return { ...step.before, n, undo: before.undo.slice(0, -1), redo: [...before.redo, step] }
  }
  if (next === 'redo') {
    const step = before.redo.at(-1)
    if (!step) throw new JournalRefused(n, 'nothing-to-redo')
    return { ...step.after, n, undo: [...before.undo, step], redo: before.redo.slice(0, -1) }
  }
  return { ...next, n, undo: [...before.undo, { n, before: state, after: next }], redo: [] }
}

/**
 * Keeps the states of a journal while entries come, so that any moment can be restored.
 * What undo and redo bring back is the very state that was there, with the order of its members.
 */
export class JournalFold {
  #now: FoldedJournal
  /** The state after each entry; that of the base at 0. */
  readonly #states: DraftState[]

  constructor(base: Pick<JournalBase, 'text'>) {
    this.#now = beginJournal(base)
    this.#states = [stateOf(this.#now)]
  }

  get now(): FoldedJournal {
    return this.#now
  }

  /** @returns `undefined` for an entry that there is none of */
  stateAt(n: number): DraftState | undefined {
    return this.#states[n]
  }

  /** @throws JournalRefused when it does not fit; the journal stays as it was */
  add(entry: JournalEntry): FoldedJournal {
    this.#now = addEntry(this.#now, entry, (to) => this.#states[to])
    this.#states.push(stateOf(this.#now))
    return this.#now
  }
}

/**
 * What a journal comes to.
 * @param base the text with which it begins
 * @param entries all of them, from number 1
 * @returns the value, the text and what can be undone and redone
 * @throws JournalRefused at the first entry that does not fit
 */
export function fold(base: Pick<JournalBase, 'text'>, entries: readonly JournalEntry[]): FoldedJournal {
  const journal = new JournalFold(base)
  for (const entry of entries) journal.add(entry)
  return journal.now
}

/**
 * The draft as it was after one of its entries.
 * @param n the number of the entry; 0 is the base
 * @throws JournalRefused when there is no such entry, or one before it does not fit
 */
export function valueAt(
  base: Pick<JournalBase, 'text'>,
  entries: readonly JournalEntry[],
  n: number,
): DraftState {
  if (!Number.isSafeInteger(n) || n < 0 || n > entries.length) throw new JournalRefused(n, 'no-such-entry')
  return stateOf(fold(base, entries.slice(0, n)))
}
