import { useEffect } from 'react'
import { loadState, STATE_CHANGED, unwrap } from '../api'
import { applyState, useSession } from '../session/session'
import { useMainEvent } from '../ui/use-main-event'

const EVERY_MS = 5000
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

const refresh = (): void => void loadState().then(applyState, () => undefined)

/** Tells main how long the window has been idle, and takes over the new state when main has locked the screen. */
export function useActivity(): void {
  const signedIn = useSession(({ person, phase }) => person !== null && phase === 'signed-in')
  useMainEvent('app.changed', refresh)
  useEffect(() => {
    window.addEventListener(STATE_CHANGED, refresh)
    return () => window.removeEventListener(STATE_CHANGED, refresh)
  }, [])
  useEffect(() => {
    if (!signedIn) return
    let last = performance.now()
    const seen = () => {
      last = performance.now()
    }
    const tell = async () => {
      const idleSeconds = (performance.now() - last) / 1000
      try {
        await unwrap(window.api.session.activity({ idleSeconds }))
      } catch {
        // After a refusal the listener above loads the state; any other error is tried again in a few seconds.
      }
    }
    for (const sign of SIGNS) window.addEventListener(sign, seen, { passive: true, capture: true })
    const timer = setInterval(() => void tell(), EVERY_MS)
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS) window.removeEventListener(sign, seen, { capture: true })
    }
  }, [signedIn])
}
