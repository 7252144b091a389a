import { useEffect } from 'react'
import { commandOf } from './commands'
import type { OpenDocument } from './open-document'

/**
 * Undoes and redoes acts by the keys of these commands.
 * @param asleep true while the screen shows something else than the document
 */
export function useUndoKeys(open: OpenDocument, asleep: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (command !== 'undo' && command !== 'redo') return
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
      if (command === 'undo') open.undo()
      else open.redo()
    }
    if (asleep) return undefined
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open, asleep])
}
