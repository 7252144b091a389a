/** Leads from a problem, or from a place of the source, to its field. */
import type { Path } from '../outline'

/** Turns a path into the attribute by which its field is found. */
export const keyOfPath = (path: readonly PropertyKey[]): string => JSON.stringify(path.map(String))

/** Tells whether a place is the goal or contains it. */
export const isOnWay = (goal: Path | undefined, path: Path): boolean =>
  goal !== undefined && path.length <= goal.length && path.every((key, i) => String(goal[i]) === String(key))

/** Elements to focus, in order of preference: fields first, then buttons that remove nothing, then headings. */
const FIELDS = [
  'input:not([type="hidden"]), textarea, .select-button, [role="combobox"]',
  'button:not(.studio-remove)',
  'h2, h3, legend',
] as const

/** Returns the first element at a place that can have the focus. */
function fieldIn(place: Element): HTMLElement | undefined {
  for (const wanted of FIELDS) {
    const found = place.querySelector<HTMLElement>(wanted)
    if (found) return found
  }
  return undefined
}

/**
 * Scrolls to the field of a place and focuses it; without one, the nearest field around it.
 * @param form the part of the page that contains the forms
 * @returns whether a field was found
 */
export function focusField(form: HTMLElement, path: readonly PropertyKey[]): boolean {
  for (let length = path.length; length > 0; length--) {
    const key = keyOfPath(path.slice(0, length))
    const place = form.querySelector(`[data-path=${CSS.escape(key)}]`)
    const field = place && fieldIn(place)
    if (!field) continue
    // A heading takes no keys, but screen readers continue from it.
    if (field.matches('h2, h3, legend')) field.tabIndex = -1
    field.scrollIntoView({ block: 'center' })
    field.focus({ preventScroll: true })
    return true
  }
  const heading = form.querySelector<HTMLElement>('h2')
  if (!heading) return false
  heading.tabIndex = -1
  heading.scrollIntoView({ block: 'nearest' })
  heading.focus({ preventScroll: true })
  return true
}
