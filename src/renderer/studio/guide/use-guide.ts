import { useCallback, useMemo, useState } from 'react'
import type { OpenDocument } from '../open-document'
import type { OutlineScene } from '../outline'
import { keyOf } from '../selection'
import { isFresh } from './begun'

const LEFT = 'studio-guide-left'

/** Tells whether somebody has left the guide on this computer. It stays left until they take it up again. */
function wasLeft(): boolean {
  try {
    return localStorage.getItem(LEFT) !== null
  } catch {
    return false
  }
}

function remember(left: boolean): void {
  try {
    if (left) localStorage.setItem(LEFT, '1')
    else localStorage.removeItem(LEFT)
  } catch {
    // The guide is then offered again with the next document.
  }
}

export interface GuideState {
  readonly shown: boolean
  /** True for a draft that was begun from a template or from nothing. */
  readonly fresh: boolean
  /** The document before the first act. */
  readonly begun: unknown
  /** True after a play of the scenario has come to an ending. */
  readonly tried: boolean
  readonly show: (shown: boolean) => void
  readonly ended: () => void
}

/** Focuses the first field of the form, once it is there. */
export const focusForm = (): void =>
  void requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('.studio-inspector :is(input, textarea)')?.focus(),
  )

/** Offers the guide through a first scenario. It appears for drafts that were never published. */
export function useGuide(
  { opened }: OpenDocument,
  scenes: readonly OutlineScene[],
  seen: ReadonlySet<string>,
): GuideState {
  const mine = opened.kind === 'scenario' && !opened.readOnly
  const [ended, setEnded] = useState(false)
  const begun = useMemo((): unknown => {
    try {
      return JSON.parse(opened.journal.base.text)
    } catch {
      return undefined
    }
  }, [opened])
  const [fresh] = useState(() =>
    isFresh(
      begun,
      opened.journal.entries.map((entry) => (entry.kind === 'edit' ? entry.label.code : undefined)),
    ),
  )
  const [shown, setShown] = useState(() => mine && fresh && opened.published === null && !wasLeft())
  const show = useCallback((next: boolean) => {
    remember(!next)
    setShown(next)
  }, [])
  return {
    shown: mine && shown,
    fresh,
    begun,
    tried: ended || scenes.some(({ final, path }) => final && seen.has(keyOf(path))),
    show,
    ended: useCallback(() => setEnded(true), []),
  }
}
