import { useEffect } from 'react'
import type { OpenDocument } from './document-store'

/**
 * Undoes and redoes acts with Ctrl+Z and Ctrl+Y.
 * @param asleep true while the screen shows something else than the document
 */
export function useUndoKeys(open: OpenDocument, asleep: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey)) return
      const letter = event.key.toLowerCase()
      const back = letter === 'z' && !event.shiftKey
      const again = letter === 'y' || (letter === 'z' && event.shiftKey)
      if (!back && !again) return
      // Behind a dialog nothing is undone.
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      event.preventDefault()
      const field = document.activeElement
      if (field instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(field.tagName)) {
        // Leaving the field makes an act of what is being typed. The focus then returns to the field.
        field.blur()
        requestAnimationFrame(() => {
          if (field.isConnected && document.activeElement === document.body) field.focus()
        })
      }
      if (back) open.undo()
      else open.redo()
    }
    if (asleep) return undefined
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open, asleep])
}
