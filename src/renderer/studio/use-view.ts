import { useState } from 'react'
import { VIEWS, type View } from './use-actions'

const KEPT = 'studio-view'

function kept(): View {
  try {
    const name = localStorage.getItem(KEPT)
    return VIEWS.find((view) => view === name) ?? 'outline'
  } catch {
    return 'outline'
  }
}

/** Outline, map or both, as it was chosen last on this computer. */
export function useView(): readonly [View, (view: View) => void] {
  const [view, setView] = useState(kept)
  return [
    view,
    (next) => {
      setView(next)
      try {
        localStorage.setItem(KEPT, next)
      } catch {
        // The choice holds until the window is closed.
      }
    },
  ]
}
