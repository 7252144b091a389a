import { useEffect } from 'react'
import { loadState, STATE_CHANGED, unwrap } from '../api'
import { applyState, useSession } from '../session/session'

const EVERY_MS = 5000
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Tells main whether somebody is there, and takes over the state when main has locked the screen meanwhile. */
export function useActivity(): void {
  const signedIn = useSession(({ person, phase }) => person !== null && phase === 'signed-in')
  useEffect(() => {
    const refresh = () => void loadState().then(applyState, () => undefined)
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
        const answer = await unwrap(window.api.session.activity({ idleSeconds }))
        if (answer.phase !== 'signed-in') applyState(await loadState())
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
