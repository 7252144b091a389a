import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { AppState } from '../../bridge'
import { hasFirstTexts, loadFirstTexts } from '../i18n/text'

/** The last state of the application and its signed-in person that main has sent; `undefined` before the first one. */
export const session = createStore<{ readonly state: AppState | undefined }>(() => ({ state: undefined }))

let newest: AppState | undefined

/**
 * Takes over a state from main, after loading the first texts of its language if necessary.
 * @returns settles when the state is taken over; `undefined` if that happens at once
 */
export function applyState(state: AppState): Promise<void> | undefined {
  newest = state
  if (hasFirstTexts(state.locale)) {
    session.setState({ state })
    return undefined
  }
  return loadFirstTexts(state.locale).then(() => {
    // A newer state may have come while the texts were loading.
    if (newest === state) session.setState({ state })
    return undefined
  })
}

/** Selects a part of the state. The component is rendered again when that part has changed. */
export const useSession = <T>(select: (state: AppState) => T): T =>
  useStore(session, ({ state }) => {
    if (!state) throw new Error('Main has not said yet what the state is')
    return select(state)
  })

/**
 * Calls a function when another person has signed in, or nobody is signed in any more.
 * @returns ends this
 */
export const onOtherPerson = (call: () => void): (() => void) =>
  session.subscribe((now, before) => {
    if (now.state?.person?.id !== before.state?.person?.id) call()
  })
