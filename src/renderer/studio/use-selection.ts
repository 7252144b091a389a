import { useCallback, useMemo, useState } from 'react'
import type { OutlineChoice, OutlineScene, Selected } from './outline'
import { only, pathOfKey, several, stillThere } from './selection'

/**
 * Keeps the selection in an open document. Parts that no longer exist, for example after an undo, are removed from it.
 */
export function useSelection(
  document: unknown,
  scenes: readonly OutlineScene[],
  everywhere: readonly OutlineChoice[],
) {
  const [selection, setSelection] = useState(() => only({ what: 'section', section: 'about' }))
  const setSelected = useCallback((next: Selected) => setSelection(only(next)), [])
  const there = useMemo(
    () => stillThere(document, selection, (key) => pathOfKey(scenes, everywhere, key)),
    [document, selection, scenes, everywhere],
  )
  if (there.length < selection.keys.size) setSelection(several(there))
  return { selection, selected: selection.main, setSelection, setSelected }
}
