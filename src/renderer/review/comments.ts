/**
 * Keeps a reviewer's comments in the page and, if possible, in the browser, and writes them to the file that goes back.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PackedContent } from '../../domain/authoring/review/pack'
import type { Pin } from '../../domain/authoring/review/pin'
import {
  FILE_FORMAT,
  FILE_VERSION,
  type ReviewAnswer,
  type ReviewComment,
  type ReviewFile,
} from '../../domain/authoring/review/review-format'

/** The part that is stored in the browser. */
interface Written {
  readonly reviewer: string
  readonly comments: readonly ReviewComment[]
  readonly answers: readonly ReviewAnswer[]
  /** The comments as they were when they were last saved as a file. */
  readonly savedAs: string
}

export interface CommentsState extends Written {
  /** True if the browser could store the comments. */
  readonly kept: boolean
}

export interface Comments {
  readonly store: StoreApi<CommentsState>
  readonly rename: (reviewer: string) => void
  readonly add: (on: Pin, text: string) => void
  readonly change: (id: string, text: string) => void
  readonly remove: (id: string) => void
  readonly answer: (to: string, text: string) => void
  /** Returns the file that goes back, and marks its content as saved. */
  readonly file: () => ReviewFile
}

/** The functions that a page needs from its browser. */
export interface Surroundings {
  /** `undefined` if the browser stores nothing. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | undefined
  readonly now: () => Date
  /** 32 hexadecimal digits. */
  readonly draw: () => string
}

const NOTHING: Written = { reviewer: '', comments: [], answers: [], savedAs: '' }

const said = ({ reviewer, comments, answers }: Written): string =>
  comments.length + answers.length === 0 ? '' : JSON.stringify([reviewer.trim(), comments, answers])

/** Tells whether there are comments that are in no file yet. */
export const isUnsaved = (state: Written): boolean => said(state) !== state.savedAs && said(state) !== ''

function read(text: string | null): Written {
  if (text === null) return NOTHING
  try {
    const kept = JSON.parse(text) as Partial<Written>
    const whole =
      typeof kept.reviewer === 'string' &&
      Array.isArray(kept.comments) &&
      Array.isArray(kept.answers) &&
      typeof kept.savedAs === 'string'
    return whole ? (kept as Written) : NOTHING
  } catch {
    return NOTHING
  }
}

/** Opens the comments on one content. Another version of the scenario has its own. */
export function openComments(
  { id, version, hash }: Pick<PackedContent, 'id' | 'version' | 'hash'>,
  { storage, now, draw }: Surroundings,
): Comments & { readonly reload: () => void } {
  const name = `hold-the-line-review ${id} ${hash}`
  const load = (): CommentsState => {
    try {
      return { ...read(storage?.getItem(name) ?? null), kept: storage !== undefined }
    } catch {
      return { ...NOTHING, kept: false }
    }
  }
  const store = createStore<CommentsState>(load)
  const change = (next: Partial<Written>) => {
    const { kept: _, ...written } = { ...store.getState(), ...next }
    let kept = false
    try {
      storage?.setItem(name, JSON.stringify(written))
      kept = storage !== undefined
    } catch {
      // The storage is full or forbidden. The page then says so, and warns before it is left.
    }
    store.setState({ ...written, kept })
  }
  const at = () => now().toISOString()
  return {
    store,
    reload: () => store.setState(load()),
    rename: (reviewer) => change({ reviewer }),
    add: (on, text) =>
      change({ comments: [...store.getState().comments, { id: draw(), on, text: text.trim(), at: at() }] }),
    change: (one, text) => {
      const revise = <T extends { readonly id: string }>(list: readonly T[]) =>
        list.map((item) => (item.id === one ? { ...item, text: text.trim(), at: at() } : item))
      const { comments, answers } = store.getState()
      change({ comments: revise(comments), answers: revise(answers) })
    },
    remove: (one) => {
      const { comments, answers } = store.getState()
      change({
        comments: comments.filter((item) => item.id !== one),
        answers: answers.filter((item) => item.id !== one),
      })
    },
    answer: (to, text) =>
      change({ answers: [...store.getState().answers, { id: draw(), to, text: text.trim(), at: at() }] }),
    file: () => {
      const { reviewer, comments, answers } = store.getState()
      change({ savedAs: said(store.getState()) })
      return {
        format: FILE_FORMAT,
        version: FILE_VERSION,
        scenario: { id, version, hash },
        reviewer: reviewer.trim(),
        savedAt: at(),
        comments,
        answers,
      }
    },
  }
}
