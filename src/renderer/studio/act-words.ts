import type { JournalEntry } from '../../domain/authoring/journal'
import type { EditLabel } from '../../domain/authoring/patch'
import { useFixText, useStudioText } from './words'

type Say = (key: string, values: object) => string

/** Returns a function that names an act in the history, before and after it is done. */
export function useLabelWords(): (label: EditLabel) => string {
  const t = useStudioText()
  const fix = useFixText()
  return ({ code, params = {} }) => {
    const key = `act.${code}`
    try {
      if (fix.has(code)) return (fix as unknown as Say)(code, params)
      return t.has(key) ? (t as unknown as Say)(key, params) : t('act.change')
    } catch {
      // Labels come from the disk and may be from another version of the program. One whose values are missing must not
      // hide the history.
      return t('act.change')
    }
  }
}

/** Returns a function that names an entry of the history. */
export function useActWords(): (entry: JournalEntry) => string {
  const t = useStudioText()
  const said = useLabelWords()
  return (entry) => {
    switch (entry.kind) {
      case 'edit':
        return said(entry.label)
      case 'undo':
        return t('act.undo')
      case 'redo':
        return t('act.redo')
      case 'restore':
        return t('act.restore', { n: entry.to })
      case 'text':
      case 'typed':
        return entry.label ? said(entry.label) : t('act.source')
    }
  }
}
