import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { StudioComments } from '../../../bridge'
import { placesOf, standsIn, type Place, type Stand } from '../../../domain/authoring/review/places'
import { unwrap } from '../../api'
import { useMainEvent } from '../../ui/use-main-event'
import { keyOf } from '../selection'
import { selectedAt, type Selected } from '../outline'

type Thread = StudioComments['threads'][number]

/** A comment with its place in the present document. */
export interface PlacedThread {
  readonly thread: Thread
  readonly stand: Stand
}

export interface CommentsOf {
  readonly threads: readonly PlacedThread[]
  /** The number of comments that are not settled; `undefined` instead of 0. */
  readonly open: number | undefined
  readonly places: readonly Place[]
  readonly damaged: number
  readonly failed: boolean
  /** Takes over the comments from an answer of main. */
  readonly take: (answer: StudioComments) => void
}

const NOTHING: StudioComments = { threads: [], damaged: 0 }

/**
 * Loads a scenario's comments and finds their places.
 * @param asked whether places are needed even if there are no comments
 */
export function useComments(kind: string, id: string, document: unknown, asked: boolean): CommentsOf {
  const [known, setKnown] = useState(NOTHING)
  const [failed, setFailed] = useState(false)
  const load = () => {
    if (kind !== 'scenario') return
    unwrap(window.api.studio.comments({ id })).then(
      (answer) => {
        setKnown((before) => (JSON.stringify(before) === JSON.stringify(answer) ? before : answer))
        setFailed(false)
        return undefined
      },
      () => setFailed(true),
    )
  }
  useMainEvent('studio.changed', load, load)
  const wanted = kind === 'scenario' && (asked || known.threads.length > 0)
  // Typing must not wait for the places.
  const settled = useDeferredValue(document)
  const places = useMemo(() => (wanted ? placesOf(settled) : []), [wanted, settled])
  const threads = useMemo(() => {
    const standOf = standsIn(places)
    return known.threads.map((thread) => ({ thread, stand: standOf(thread.on) }))
  }, [known, places])
  const take = useCallback((answer: StudioComments) => setKnown(answer), [])
  const open = threads.filter(({ thread }) => thread.closed === null).length || undefined
  return { threads, open, places, damaged: known.damaged, failed, take }
}

/** Returns a key for the selected part. */
export const keyOfSelected = (selected: Selected): string =>
  selected.what === 'section' ? selected.section : keyOf(selected.path)

/** Tells whether a comment belongs to the selected part. */
export const isHere = ({ stand }: PlacedThread, selected: Selected): boolean =>
  stand.place !== 'gone' && keyOfSelected(selectedAt(stand.at.path)) === keyOfSelected(selected)
