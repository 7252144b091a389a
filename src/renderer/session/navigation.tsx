import { createContext, startTransition, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import type { AttemptView } from '../../bridge'

/** The screen from which a certificate was opened, to return to. */
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
  | { readonly name: 'studio' }
  | { readonly name: 'studio-document'; readonly kind: 'scenario' | 'course' | 'floor'; readonly id: string }
  | { readonly name: 'settings'; readonly section?: string }

interface Navigation {
  readonly screen: Screen
  readonly go: (screen: Screen) => void
}

const NavigationContext = createContext<Navigation | undefined>(undefined)

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [screen, setScreen] = useState<Screen>({ name: 'learn' })
  const go = useCallback((next: Screen) => startTransition(() => setScreen(next)), [])
  const navigation = useMemo(() => ({ screen, go }), [screen, go])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (!navigation) throw new Error('useNavigation needs a NavigationProvider above it')
  return navigation
}
