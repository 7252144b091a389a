/** An open document as the rest of the window knows it. */
import type { StoreApi } from 'zustand/vanilla'
import type { StudioOpened } from '../../bridge'
import type { FoldedJournal, JournalEntry } from '../../domain/authoring/journal'
import type { ChooseSide } from '../../domain/authoring/merge'
import type { Edit, EditLabel } from '../../domain/authoring/patch'
import type { Joined, Meeting } from './meeting'

export type Opened = Extract<StudioOpened, { outcome: 'opened' }>

/** Tells how far the acts have been saved. */
export type Saving =
  | { readonly name: 'saved' }
  | { readonly name: 'saving' }
  /** The disk refused the write. It is tried again. */
  | { readonly name: 'failed' }
  /**
   * Somebody else has changed the document meanwhile. Nothing is overwritten, and the acts of this window stay here.
   */
  | { readonly name: 'stale'; readonly who: string | undefined }

export interface DocumentState {
  readonly draft: FoldedJournal
  readonly saving: Saving
  /** Set when somebody else has changed the document and the two versions are not merged yet. */
  readonly meeting: Meeting | null
  /** Set when changes of somebody else were merged with those made here, until somebody has looked at them. */
  readonly joined: Joined | null
}

/** An open document with everything that can be done to it. */
export interface OpenDocument {
  readonly opened: Opened
  readonly store: StoreApi<DocumentState>
  /**
   * Changes the document. All changes that the recipe makes to its copy are one act; if it changes nothing, there is no
   * act.
   */
  readonly edit: (label: EditLabel, recipe: (document: Record<string, unknown>) => void) => void
  /** Carries out an act that was built elsewhere, such as a quick fix. */
  readonly apply: (edit: Edit) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Restores the document as it was after an act. The restoring is an act, too. */
  readonly restore: (n: number) => void
  /**
   * Takes over a text as it was typed, valid or not. The act is as small as the typing, and the text stays letter for
   * letter.
   */
  readonly write: (text: string, label?: EditLabel) => void
  /**
   * Merges both sides of a meeting, as one act that can be undone.
   * @param choose the side that wins where both changed the same
   */
  readonly join: (choose: ChooseSide) => void
  /** Ignores the content that another program wrote to the file. It stays in the draft's history. */
  readonly leaveAside: () => void
  /** Takes over the acts of somebody else, if nothing of one's own is on the way. */
  readonly look: () => void
  /** Notes that somebody has looked at the merged changes. */
  readonly seenJoined: () => void
  /**
   * Notes that somebody is typing. Before any other act and before saving, `flush` makes an act of what was typed so
   * far.
   * @returns ends this
   */
  readonly typing: (flush: () => void) => () => void
  /** Returns the document as it is written into a file. */
  readonly textNow: () => string
  /**
   * Waits until everything is saved.
   * @returns whether it is
   */
  readonly settle: () => Promise<boolean>
  /** Returns the number of the last saved act. */
  readonly kept: () => number
  /** Returns all acts, in order. */
  readonly acts: () => readonly JournalEntry[]
  /**
   * Closes the document once everything is saved.
   * @param mine decides about acts that came too late because somebody else was first: they are kept as a copy, unless
   *   their author has decided otherwise
   */
  readonly close: (mine?: 'copy' | 'drop') => Promise<void>
}
