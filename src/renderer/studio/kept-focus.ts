/** Keeps a place for the keyboard when the focused element goes away. */
import { useEffect, type RefObject } from 'react'

const HOME = 'h1, h2, h3, legend'
const FOCUSABLE = 'button:not(:disabled), [href], input, textarea, [tabindex="0"]'

function give(element: HTMLElement): void {
  if (!element.matches(FOCUSABLE)) element.tabIndex = -1
  element.focus({ preventScroll: !element.matches(FOCUSABLE) })
}

/**
 * Finds a new place for the focus: a neighbour of a disabled button, or the heading of the nearest part that is still
 * there.
 */
function placeLeft(lost: HTMLElement, around: readonly HTMLElement[]): HTMLElement | undefined {
  if (lost.isConnected) {
    const beside = lost.parentElement?.querySelector<HTMLElement>('button:not(:disabled)')
    if (beside) return beside
  }
  const left = around.find((element) => element.isConnected)
  return left?.querySelector<HTMLElement>(HOME) ?? left
}

/**
 * Moves the focus to a neighbour when its element was removed or disabled. A press outside of all fields leaves the
 * focus alone.
 * @param root returns the element inside which this is done
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
