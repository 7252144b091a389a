import { Suspense, type ReactNode } from 'react'
import { useStudioText } from './words'

/** Surrounds a pane whose code is loaded later. */
export function Later({ children }: { readonly children: ReactNode }) {
  const t = useStudioText()
  return <Suspense fallback={<p className="waiting">{t('opening')}</p>}>{children}</Suspense>
}
