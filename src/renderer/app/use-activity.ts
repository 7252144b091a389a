import { useEffect } from 'react'
import { loadState, STATE_CHANGED, unwrap } from '../api'
import { applyState, useSession } from '../session/session'
import { useMainEvent } from '../ui/use-main-event'

const EVERY_MS = 5000
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

const refresh = (): void => void loadState().then(applyState, () => undefined)

/** Tells main whether somebody is there, and takes over the state when main has locked the screen meanwhile. */
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
        // A refusal has told the listener above; anything else is tried again in a few seconds.
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
