/** Whoever works by keyboard keeps their place when what had the focus goes away. */
import { useEffect, type RefObject } from 'react'

const HOME = 'h1, h2, h3, legend'
const FOCUSABLE = 'button:not(:disabled), [href], input, textarea, [tabindex="0"]'

function give(element: HTMLElement): void {
  if (!element.matches(FOCUSABLE)) element.tabIndex = -1
  element.focus({ preventScroll: !element.matches(FOCUSABLE) })
}

/** Where to go on: beside a button that can't be pressed any more, or at the heading of what is left around it. */
function placeLeft(lost: HTMLElement, around: readonly HTMLElement[]): HTMLElement | undefined {
  if (lost.isConnected) {
    const beside = lost.parentElement?.querySelector<HTMLElement>('button:not(:disabled)')
    if (beside) return beside
  }
  const left = around.find((element) => element.isConnected)
  return left?.querySelector<HTMLElement>(HOME) ?? left
}

/**
 * Gives the focus to what is next to an element that had it and was taken away, or can't have it any more. Whoever
 * presses beside everything keeps what they did.
 * @param root where this is so
 * @returns ends it
 */
export function keepFocus(root: () => HTMLElement | null): () => void {
  let last: { readonly element: HTMLElement; readonly around: readonly HTMLElement[] } | undefined
  const onFocus = ({ target }: FocusEvent) => {
    const top = root()
    if (!(target instanceof HTMLElement) || !top?.contains(target)) return
    const around: HTMLElement[] = []
    for (let at = target.parentElement; at && at !== top; at = at.parentElement) around.push(at)
    last = { element: target, around: [...around, top] }
  }
  const look = () => {
    if (!last || document.activeElement !== document.body) return
    const { element, around } = last
    if (element.isConnected && !element.matches(':disabled')) return
    last = undefined
    const place = placeLeft(element, around)
    if (place) give(place)
  }
  const observer = new MutationObserver(look)
  document.addEventListener('focusin', onFocus)
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled'],
  })
  return () => {
    document.removeEventListener('focusin', onFocus)
    observer.disconnect()
  }
}

/** Keeps the focus within an element of React's. */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => keepFocus(() => root.current), [root])
}
