import { useId, type ReactNode } from 'react'
import { useStudioText } from '../words'
import { useForm } from './context'
import { useDraftText } from './use-draft-text'

interface TypedNumberProps {
  readonly label: string
  /** The label is only read aloud. */
  readonly hideLabel?: boolean
  readonly hint?: string | undefined
  readonly value: number | undefined
  /** Tells whether the document accepts a number here. */
  readonly fits: (number: number) => boolean
  /** Allows an empty field. */
  readonly optional?: boolean
  readonly onKeep: (number: number | undefined) => void
  readonly children?: ReactNode
}

const numberIn = (text: string): number | undefined =>
  text.trim() === '' ? undefined : Number(text.replace(',', '.'))

/**
 * A field for a number. It stores the number when the field is left, because half a number is another number. An
 * invalid entry stays in the field, with a message.
 */
export function TypedNumber({
  label,
  hideLabel = false,
  hint,
  value,
  fits,
  optional = false,
  onKeep,
  children,
}: TypedNumberProps) {
  const t = useStudioText()
  const id = useId()
  const { readOnly } = useForm()
  const kept = value === undefined ? '' : String(value)
  const usable = (text: string): boolean => {
    const number = numberIn(text)
    return number === undefined ? optional : Number.isFinite(number) && fits(number)
  }
  const draft = useDraftText(kept, (text) => usable(text) && onKeep(numberIn(text)), { pausing: false })
  const wrong = draft.value !== kept && !usable(draft.value)
  return (
    <div className="studio-field studio-number">
      <label className={hideLabel ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field-input"
        inputMode="decimal"
        readOnly={readOnly}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}wrong` : undefined}
        value={draft.value}
        onChange={(event) => draft.onChange(event.target.value)}
        onBlur={draft.onBlur}
      />
      {wrong && (
        <span id={`${id}wrong`} className="field-error">
          {t('form.number', { kept: kept === '' ? '–' : kept })}
        </span>
      )}
      {hint !== undefined && <span className="field-hint">{hint}</span>}
      {children}
    </div>
  )
}
