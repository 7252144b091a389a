import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { PackedThread, ReviewPack } from '../../domain/authoring/review/pack'
import { beginningOf } from '../../domain/scenario/cut'
import { LONGEST_WORDS, wordsIn, type Pin, type PlaceKind } from '../../domain/authoring/review/pin'
import type { Text } from '../../domain/scenario/texts'
import type { Comments, CommentsState } from './comments'

export interface Review {
  readonly pack: ReviewPack
  readonly comments: Comments
  /** The language in which the script is read. */
  readonly language: string
  /** Earlier comments by their place. */
  readonly earlier: ReadonlyMap<string, readonly PackedThread[]>
}

export const ReviewContext = createContext<Review | undefined>(undefined)

export function useReview(): Review {
  const review = use(ReviewContext)
  if (!review) throw new Error('A part of the script needs a review above it')
  return review
}

export function useWritten<T>(select: (state: CommentsState) => T): T {
  return useStore(useReview().comments.store, select)
}

export const keyOfPin = ({ kind, id }: Pick<Pin, 'kind' | 'id'>): string => `${kind} ${id}`

/** Returns a function that gives a text in the chosen language, or in the language that it has. */
export function useRead(): (text: Text | undefined) => string {
  const { language } = useReview()
  return (text) => {
    if (text === undefined) return ''
    return typeof text === 'string' ? text : wordsIn(text, language)
  }
}

/** Returns a function that makes the pin of a comment: its place, and the words that stand there now. */
export function usePin(): (kind: PlaceKind, id: string, text: Text | undefined) => Pin {
  const { language } = useReview()
  const read = useRead()
  return (kind, id, text) => ({ kind, id, language, words: beginningOf(read(text), LONGEST_WORDS) })
}
