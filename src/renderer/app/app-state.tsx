import { createContext, use } from 'react'
import type { AppState } from '../../bridge'

interface AppStateAccess {
  readonly state: AppState
  /** Takes over the state that main answered with. */
  readonly apply: (state: AppState) => void
}

export const AppStateContext = createContext<AppStateAccess | undefined>(undefined)

export function useAppState(): AppStateAccess {
  const access = use(AppStateContext)
  if (!access) throw new Error('useAppState needs its context above it')
  return access
}
