/** A journal is the history of a draft: the text with which it began, and every act since. */
import { readJson } from '../scenario/json-text'
import { applyPatches, PatchRefused, type Edit, type EditLabel } from './patch'
import { applySplices, SpliceRefused, type Splice } from './splice'

/** The text from which a journal starts. */
export interface JournalBase {
  readonly text: string
  /** SHA-256 of the text, hexadecimal. */
  readonly hash: string
  /** The time and the author of the draft's creation; unknown for a file that somebody copied into the folder. */
  readonly at?: string | undefined
  readonly by?: string | undefined
}

interface EntryBase {
  /** Counts from 1 without a gap. */
  readonly n: number
  /** ISO 8601 in UTC. */
  readonly at: string
  /** The name of the person who acted, as main knows it. */
  readonly by?: string | undefined
}

/** The acts that a journal records. */
export type JournalAct =
  | ({ readonly kind: 'edit' } & Edit)
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** Goes back to the state after entry `to`, or to the base if it is 0. Undo takes this back like any other act. */
  | { readonly kind: 'restore'; readonly to: number; readonly label?: EditLabel | undefined }
  /** Replaces the whole text: by the source view, a file or a version. The text may be broken. */
  | { readonly kind: 'text'; readonly text: string; readonly label?: EditLabel | undefined }
  /** Changes parts of the current text (`textOf`). The text may be broken afterwards. */
  | { readonly kind: 'typed'; readonly splices: readonly Splice[]; readonly label?: EditLabel | undefined }

export type JournalEntry = EntryBase & JournalAct

/** A draft at one moment. */
export interface DraftState {
  /** The document. While the text is broken it is the last readable one, or `undefined` if there never was one. */
  readonly value: unknown
  /** The last readable text. The document is written in its layout. */
  readonly text: string
  /** The current text of the source view while that is no JSON; otherwise `null`. */
  readonly brokenText: string | null
}

/** One entry on the undo or redo stack. */
export interface HistoryStep {
  /** The number of the entry. */
  readonly n: number
  readonly before: DraftState
  readonly after: DraftState
}

export interface FoldedJournal extends DraftState {
  /** The number of the last entry; 0 before the first one. */
  readonly n: number
  /** The acts that undo can take back; the next to be undone stands last. */
  readonly undo: readonly HistoryStep[]
  /** The acts that redo can repeat; the next to be redone stands last. */
  readonly redo: readonly HistoryStep[]
}

/** The reasons for which an entry is refused. */
export type JournalFault =
  'number' | 'patch' | 'splice' | 'nothing-to-undo' | 'nothing-to-redo' | 'no-such-entry'

/** Thrown for an entry that does not fit the journal. */
export class JournalRefused extends Error {
  override readonly name = 'JournalRefused'
  constructor(
    readonly n: number,
    readonly fault: JournalFault,
  ) {
    super(`entry ${n} does not fit: ${fault}`)
  }
}

/** Reads a text as JSON. A broken text keeps the document and the readable text of the state before it. */
function stateOfText(text: string, before: DraftState | undefined): DraftState {
  const read = readJson(text)
  return read.ok
    ? { value: read.raw, text, brokenText: null }
    : { value: before?.value, text: before?.text ?? text, brokenText: text }
}

const stateOf = ({ value, text, brokenText }: DraftState): DraftState => ({ value, text, brokenText })

/**
 * Returns a journal without entries.
 * @param base the text with which it begins; it may be no JSON
 */
export function beginJournal(base: Pick<JournalBase, 'text'>): FoldedJournal {
  return { ...stateOfText(base.text, undefined), n: 0, undo: [], redo: [] }
}

/**
 * Returns the text to which the splices of the next act refer: the broken text if there is one, otherwise the last
 * readable one. Edits made since then are not in it.
 */
export const textOf = ({ text, brokenText }: DraftState): string => brokenText ?? text

function typed(state: DraftState, splices: readonly Splice[], n: number): DraftState {
  try {
    return stateOfText(applySplices(textOf(state), splices), state)
  } catch (error) {
    throw error instanceof SpliceRefused ? new JournalRefused(n, 'splice') : error
  }
}

/** Returns the state after an entry; `undefined` if there is no such entry. */
type FindState = (to: number) => DraftState | undefined

function edited(state: DraftState, { patches }: Edit, n: number): DraftState {
  try {
    // An edit of the document discards the text that could not be read.
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
 * Adds an entry to a journal.
 * @param before the journal up to the entry
 * @param find finds the state after an earlier entry, for `restore`
 * @returns the journal with the entry. States are shared, so that a long history costs little.
 * @throws JournalRefused when the entry does not fit; `before` is not changed
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
 * Keeps the state after each entry while entries are added, so that any of them can be restored. Undo and redo bring
 * back the same state object, with the order of its members.
 */
export class JournalFold {
  #now: FoldedJournal
  /** The state after each entry by its number; the state of the base at 0. */
  readonly #states: DraftState[]

  constructor(base: Pick<JournalBase, 'text'>) {
    this.#now = beginJournal(base)
    this.#states = [stateOf(this.#now)]
  }

  get now(): FoldedJournal {
    return this.#now
  }

  /** @returns `undefined` if there is no entry of that number */
  stateAt(n: number): DraftState | undefined {
    return this.#states[n]
  }

  /** @throws JournalRefused when the entry does not fit; the journal stays as it was */
  add(entry: JournalEntry): FoldedJournal {
    this.#now = addEntry(this.#now, entry, (to) => this.#states[to])
    this.#states.push(stateOf(this.#now))
    return this.#now
  }
}

/**
 * Applies all entries of a journal to its base.
 * @param base the text with which the journal begins
 * @param entries all entries, from number 1
 * @returns the document, the text, and what can be undone and redone
 * @throws JournalRefused at the first entry that does not fit
 */
export function fold(base: Pick<JournalBase, 'text'>, entries: readonly JournalEntry[]): FoldedJournal {
  const journal = new JournalFold(base)
  for (const entry of entries) journal.add(entry)
  return journal.now
}

/**
 * Finds the act that each undo took back, each redo did again, and after which each restore went back.
 * @param entries all entries, from number 1
 * @returns by the number of the undo, redo or restore; a restore of the base has none
 */
export function meantBy(entries: readonly JournalEntry[]): ReadonlyMap<number, JournalEntry> {
  const meant = new Map<number, JournalEntry>()
  const [undo, redo]: [JournalEntry[], JournalEntry[]] = [[], []]
  for (const entry of entries) {
    const { n, kind } = entry
    if (kind === 'undo' || kind === 'redo') {
      const [from, to] = kind === 'undo' ? [undo, redo] : [redo, undo]
      const act = from.pop()
      if (!act) continue
      meant.set(n, act)
      to.push(act)
      continue
    }
    if (kind === 'restore') {
      const restored = entries[entry.to - 1]
      // A restore of a restore goes back to what that one went back to.
      const act = restored?.kind === 'restore' ? meant.get(restored.n) : restored
      if (act) meant.set(n, act)
    }
    undo.push(entry)
    redo.length = 0
  }
  return meant
}

/**
 * Returns the number of entries that made a draft from another document: a copy gets its own id and title before
 * anybody changes it. A draft begins after them.
 */
export function beginningOf(entries: readonly JournalEntry[]): number {
  const [first] = entries
  return first?.kind === 'edit' && ['copied', 'import'].includes(first.label.code) ? 1 : 0
}

/**
 * Returns the draft as it was after one of its entries.
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
