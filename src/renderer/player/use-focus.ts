import { useEffect, useRef } from 'react'
import { sceneOf, useRun, type Run } from './run-store'

/**
 * Keeps the keyboard's place: what had the focus may be gone with its scene. Whoever made a choice by pressing
 * something goes on from the new replies: from the group, not from the first of them, which a Space meant for the
 * messages would then choose. Somebody who has gone elsewhere meanwhile, into the notes perhaps, stays there.
 */
export function useFocusAfterChoice(run: Run) {
  const replies = useRef<HTMLDivElement>(null)
  const chose = useRef(false)
  const view = useRun(run, sceneOf)
  const choosing = useRun(run, ({ phase, paused }) => phase.name === 'choosing' && !paused)
  useEffect(() => {
    if (!choosing) return
    const lost = document.activeElement === null || document.activeElement === document.body
    if (!lost && !chose.current) return
    chose.current = false
    replies.current?.focus({ preventScroll: true })
  }, [choosing, view])
  return {
    replies,
    /** To be called with each choice. */
    onChoice: () => {
      chose.current = true
    },
  }
}
