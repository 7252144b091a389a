import { meantBy, type JournalEntry } from '../../domain/authoring/journal'
import type { EditLabel } from '../../domain/authoring/patch'
import { useFixText, useStudioText } from './words'

type Say = (key: string, values: object) => string

/** Returns a function that names an act in the history, before and after it is done. */
export function useLabelWords(): (label: EditLabel) => string {
  const t = useStudioText()
  const fix = useFixText()
  return ({ code, params = {} }) => {
    const key = `act.${code}`
    // An act in a form names the field, and the scene or the reply around it.
    const inPart = (what: string) =>
      params['part'] === undefined || code === 'duplicate'
        ? what
        : t('act.in', { part: String(params['part']), what })
    try {
      if (fix.has(code)) return (fix as unknown as Say)(code, params)
      return inPart(t.has(key) ? (t as unknown as Say)(key, params) : t('act.change'))
    } catch {
      // Labels come from the disk and may be from another version of the program. One whose values are missing must not
      // hide the history.
      return t('act.change')
    }
  }
}

/**
 * Returns a function that names an entry of the history.
 * @param acts the whole history
 */
export function useActWords(acts: readonly JournalEntry[]): (entry: JournalEntry) => string {
  const t = useStudioText()
  const said = useLabelWords()
  const about = meantBy(acts)
  const words = (entry: JournalEntry): string => {
    const meant = about.get(entry.n)
    switch (entry.kind) {
      case 'edit':
        return said(entry.label)
      case 'undo':
      case 'redo':
        return t(`act.${entry.kind}`, { what: meant ? words(meant) : t('act.change') })
      case 'restore':
        return meant ? t('act.restore', { what: words(meant) }) : t('history.beginning')
      case 'text':
      case 'typed':
        return entry.label ? said(entry.label) : t('act.source')
    }
  }
  return words
}
