import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { AppState } from '../../bridge'
import { hasFirstTexts, loadFirstTexts } from '../i18n/text'

/** The state of the application and of whoever is signed in, as main last told it; `undefined` until its first answer. */
export const session = createStore<{ readonly state: AppState | undefined }>(() => ({ state: undefined }))

let newest: AppState | undefined

/**
 * Takes over the state that main answered with: at once, or as soon as there are the texts that its language needs first.
 * @returns settles when the state is taken over, where that takes time
 */
export function applyState(state: AppState): Promise<void> | undefined {
  newest = state
  if (hasFirstTexts(state.locale)) {
    session.setState({ state })
    return undefined
  }
  return loadFirstTexts(state.locale).then(() => {
    // One that was answered later is newer, whichever language came first.
    if (newest === state) session.setState({ state })
    return undefined
  })
}

/** Selects a part of the state; the component is drawn anew when that part is another value. */
export const useSession = <T>(select: (state: AppState) => T): T =>
  useStore(session, ({ state }) => {
    if (!state) throw new Error('Main has not said yet what the state is')
    return select(state)
  })

/** Calls when somebody else is signed in than before, or nobody. @returns stops it */
export const onOtherPerson = (call: () => void): (() => void) =>
  session.subscribe((now, before) => {
    if (now.state?.person?.id !== before.state?.person?.id) call()
  })
