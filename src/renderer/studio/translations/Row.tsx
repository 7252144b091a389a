import { memo, type KeyboardEvent } from 'react'
import type { TranslationRow } from '../../../domain/translation/rows'
import { Button } from '../../ui'
import { useDraftText } from '../form/use-draft-text'
import { useTranslationText } from './places'

interface RowProps {
  readonly row: TranslationRow
  readonly field: string
  readonly speaker: string | undefined
  readonly place: string
  readonly from: string
  readonly to: string
  readonly toName: string
  readonly fromName: string
  readonly readOnly: boolean
  readonly onKeep: (row: TranslationRow, words: string) => void
  readonly onConfirm: (row: TranslationRow) => void
}

/** Focuses the next or the previous field, wherever it is. */
function goFrom(field: HTMLElement, by: 1 | -1): void {
  const all = [...(field.closest('.translations')?.querySelectorAll<HTMLElement>('[data-target]') ?? [])]
  all[all.indexOf(field) + by]?.focus()
}

/** Shows a text beside its translation. */
export const Row = memo(function Row({
  row,
  field,
  speaker,
  place,
  from,
  to,
  toName,
  fromName,
  readOnly,
  onKeep,
  onConfirm,
}: RowProps) {
  const t = useTranslationText()
  const { text, source, target, marks, room, lost } = row
  const draft = useDraftText(target, (words) => onKeep(row, words))
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const own = event.currentTarget
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && draft.value !== target) {
      event.preventDefault()
      draft.onChange(target)
      return
    }
    const arrow = event.ctrlKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')
    if (!arrow && (event.key !== 'Enter' || event.shiftKey)) return
    event.preventDefault()
    draft.onBlur()
    goFrom(own, event.key === 'ArrowUp' ? -1 : 1)
  }
  const wide = Math.max(draft.value.length, source.length)
  const lines = Math.max(draft.value.split('\n').length, source.split('\n').length, Math.ceil(wide / 42))
  return (
    <li className="translation" data-marked={marks.length > 0 || undefined} id={`text-${text.id}`}>
      <div className="translation-place">
        <span className="label">{field}</span>
        {speaker !== undefined && <span className="muted dense">{speaker}</span>}
      </div>
      <p className="translation-source" lang={from} dir="auto">
        {source === '' ? <span className="muted">{t('source.none', { language: fromName })}</span> : source}
      </p>
      <div className="translation-target">
        <textarea
          className="field-input"
          data-target
          lang={to}
          dir="auto"
          rows={Math.min(12, Math.max(1, lines))}
          readOnly={readOnly}
          value={draft.value}
          aria-label={t('target', { field, language: toName, place })}
          aria-invalid={marks.includes('damaged') || undefined}
          aria-describedby={marks.length > 0 ? `marks-${text.id}` : undefined}
          onChange={(event) => draft.onChange(event.target.value)}
          onBlur={draft.onBlur}
          onKeyDown={onKeyDown}
        />
        {marks.length > 0 && (
          <div className="translation-marks" id={`marks-${text.id}`}>
            {marks.map((mark) => (
              <span key={mark} className="translation-mark" data-mark={mark}>
                {t(`mark.${mark}`)}
              </span>
            ))}
            {marks.includes('too-long') && (
              <span className="muted dense">
                {t(`room.${room.why}`, { length: target.length, most: room.most })}
              </span>
            )}
            {lost.map((one) =>
              one.what === 'phrase' ? (
                <span key="phrase" className="muted dense">
                  {t('lost.phrase', { phrase: one.phrase })}
                </span>
              ) : (
                <span key="placeholder" className="muted dense">
                  {one.lost.length > 0 && t('lost.placeholder', { lost: one.lost.join(' ') })}{' '}
                  {one.foreign.length > 0 && t('foreign.placeholder', { foreign: one.foreign.join(' ') })}
                </span>
              ),
            )}
            {marks.includes('outdated') && !readOnly && (
              <Button
                kind="link"
                aria-label={t('still-right.what', { text: target })}
                onPress={() => onConfirm(row)}
              >
                {t('still-right')}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  )
})
