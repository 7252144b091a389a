import { createContext, startTransition, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import type { AttemptView } from '../../bridge'

/** Where a certificate was opened, to go back to. */
export type CertificateFrom =
  | { readonly name: 'learn' | 'records' }
  | { readonly name: 'person'; readonly id: string; readonly personName: string }

export type Screen =
  | { readonly name: 'learn' }
  | { readonly name: 'player'; readonly attempt: AttemptView }
  | { readonly name: 'debrief'; readonly attempt: AttemptView }
  | { readonly name: 'records' }
  | { readonly name: 'person'; readonly id: string }
  | { readonly name: 'replay'; readonly attempt: string; readonly person: string }
  | { readonly name: 'certificate'; readonly id: string; readonly from: CertificateFrom }
  | { readonly name: 'people' }
  | { readonly name: 'settings'; readonly section?: string }

interface Navigation {
  readonly screen: Screen
  readonly go: (screen: Screen) => void
  /** What screens keep of themselves until somebody else signs in. */
  readonly kept: Map<string, unknown>
}

const NavigationContext = createContext<Navigation | undefined>(undefined)

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [screen, setScreen] = useState<Screen>({ name: 'learn' })
  const go = useCallback((next: Screen) => startTransition(() => setScreen(next)), [])
  const [kept] = useState(() => new Map<string, unknown>())
  const navigation = useMemo(() => ({ screen, go, kept }), [screen, go, kept])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (!navigation) throw new Error('useNavigation needs a NavigationProvider above it')
  return navigation
}

/** State that a screen finds again when one comes back to it. */
export function useKept<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const { kept } = useNavigation()
  const [value, setValue] = useState(() => (kept.has(name) ? (kept.get(name) as T) : initial))
  const keep = useCallback(
    (next: T) => {
      kept.set(name, next)
      setValue(next)
    },
    [kept, name],
  )
  return [value, keep]
}
