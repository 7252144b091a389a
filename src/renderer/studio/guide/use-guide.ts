import { useCallback, useMemo, useState } from 'react'
import type { OpenDocument } from '../document-store'
import type { OutlineScene } from '../outline'
import { keyOf } from '../selection'

const LEFT = 'studio-guide-left'

/** What somebody left stays left until they take it up again, on this computer. */
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
    // It is offered again with the next document.
  }
}

export interface GuideState {
  readonly shown: boolean
  /** The document as it was before the first act. */
  readonly begun: unknown
  /** Whether a play of the scenario came to one of its endings. */
  readonly tried: boolean
  readonly show: (shown: boolean) => void
  readonly ended: () => void
}

/** The first field of the form, once it is there. */
export const focusForm = (): void =>
  void requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('.studio-inspector :is(input, textarea)')?.focus(),
  )

/** The guide through a first scenario: offered for drafts that trainees have never had. */
export function useGuide(
  { opened }: OpenDocument,
  scenes: readonly OutlineScene[],
  seen: ReadonlySet<string>,
): GuideState {
  const mine = opened.kind === 'scenario' && !opened.readOnly
  const [shown, setShown] = useState(() => mine && opened.published === null && !wasLeft())
  const [ended, setEnded] = useState(false)
  const begun = useMemo((): unknown => {
    try {
      return JSON.parse(opened.journal.base.text)
    } catch {
      return undefined
    }
  }, [opened])
  const show = useCallback((next: boolean) => {
    remember(!next)
    setShown(next)
  }, [])
  return {
    shown: mine && shown,
    begun,
    tried: ended || scenes.some(({ final, path }) => final && seen.has(keyOf(path))),
    show,
    ended: useCallback(() => setEnded(true), []),
  }
}
