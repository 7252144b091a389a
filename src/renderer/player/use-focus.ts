import { useEffect, useRef } from 'react'
import { sceneOf, useRun, type Run } from './run-store'

/**
 * Moves the focus to the new replies when the element that had it has gone with its scene, or after a choice. It goes
 * to the group and not to the first reply, which a press of Space that is meant for the messages would otherwise
 * choose. If somebody has moved the focus elsewhere meanwhile, for example to the notes, it stays there.
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
    /** Call this with each choice. */
    onChoice: () => {
      chose.current = true
    },
  }
}
