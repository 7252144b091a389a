import { useEffect, useRef } from 'react'
import { sceneOf, useRun, type Run } from './run-store'

/** Tells whether an element would be pressed by Space, which is meant for the messages of the new scene. */
const isPressable = (element: Element | null): boolean => element?.closest('button, a') != null

/**
 * Moves the focus on with the scene: to the thread while its messages appear, then to the group of replies. Otherwise it
 * would stay on the button that was pressed, and Space, which shows all messages, would press that again. It goes to
 * the group and not to the first reply for the same reason. If somebody has moved the focus elsewhere meanwhile, for
 * example to the notes, it stays there.
 */
export function useFocusWithScene(run: Run) {
  const thread = useRef<HTMLDivElement>(null)
  const replies = useRef<HTMLDivElement>(null)
  const chose = useRef(false)
  const moved = useRef<Element>(null)
  const view = useRun(run, sceneOf)
  const before = useRef(view)
  const phase = useRun(run, ({ phase, paused }) => (paused ? 'paused' : phase.name))
  useEffect(() => {
    const box = phase === 'revealing' ? thread.current : phase === 'choosing' ? replies.current : null
    if (!box) return
    const active = document.activeElement
    const isNew = before.current !== view
    const lost = active === null || active === document.body
    const follows =
      (isNew && (chose.current || isPressable(active))) ||
      (lost && (isNew || phase === 'choosing')) ||
      (active !== null && active === moved.current)
    if (isNew) chose.current = false
    before.current = view
    if (!follows) return
    box.focus({ preventScroll: true })
    moved.current = box
  }, [phase, view])
  return {
    thread,
    replies,
    /** Call this with each choice. */
    onChoice: () => {
      chose.current = true
    },
  }
}
