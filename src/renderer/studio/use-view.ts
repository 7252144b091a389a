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

/** Keeps the view that was chosen last on this computer: outline, map or both. */
export function useView(): readonly [View, (view: View) => void] {
  const [view, setView] = useState(kept)
  return [
    view,
    (next) => {
      setView(next)
      try {
        localStorage.setItem(KEPT, next)
      } catch {
        // If it can't be stored, the choice holds until the window is closed.
      }
    },
  ]
}
