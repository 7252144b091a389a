import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { AppState } from '../../bridge'

/** What main last said of the application and of whoever is signed in; `undefined` until it first answered. */
export const session = createStore<{ readonly state: AppState | undefined }>(() => ({ state: undefined }))

/** Takes over the state that main answered with. */
export const applyState = (state: AppState): void => session.setState({ state })

/** What a component shows of the state; it is drawn anew when that is another value. */
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
