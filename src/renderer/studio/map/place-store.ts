/** Stores the places of an open document's cards. Without React. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { placesFrom, placesToKeep, type Places } from './places'

export interface PlaceStore extends StoreApi<Places> {
  /** Gives a scene's place to its new name, also when a renaming is undone. */
  readonly rename: (from: string, to: string) => void
  /** Saves waiting changes at once and ends the store. */
  readonly end: () => void
}

/** Places are saved this many milliseconds after the last move. */
const QUIET = 400

/**
 * @param kept the places as they are stored beside the document
 * @param keep stores them; missing for a read-only document
 */
export function placeStore(
  kept: Readonly<Record<string, unknown>>,
  keep: ((places: Record<string, unknown>) => void) | undefined,
): PlaceStore {
  const store = createStore<Places>(() => placesFrom(kept))
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = () => {
    timer = undefined
    keep?.(placesToKeep(store.getState()))
  }
  store.subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(save, QUIET)
  })
  return {
    ...store,
    rename: (from, to) =>
      store.setState(({ points, folded }) => {
        const now = (name: string) =>
          name === from || name.startsWith(`${from}.`) ? to + name.slice(from.length) : name
        return {
          points: new Map([...points, ...[...points].map(([name, point]) => [now(name), point] as const)]),
          folded: new Set([...folded, ...[...folded].map(now)]),
        }
      }),
    end: () => {
      if (timer === undefined) return
      clearTimeout(timer)
      save()
    },
  }
}
