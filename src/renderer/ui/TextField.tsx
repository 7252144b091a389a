import { useId, type HTMLInputAutoCompleteAttribute, type HTMLInputTypeAttribute, type Ref } from 'react'

interface TextFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  /** A sentence about what is missing or invalid. It is shown under the field and read aloud with it. */
  readonly error?: string | undefined
  readonly value?: string
  readonly defaultValue?: string
  readonly onChange?: (value: string) => void
  readonly placeholder?: string
  readonly hideLabel?: boolean
  /** The id of a `datalist` with likely values. */
  readonly list?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
  readonly type?: HTMLInputTypeAttribute
  readonly inputMode?: 'numeric' | 'decimal' | 'email' | 'url' | 'search' | 'text'
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly autoFocus?: boolean
  readonly maxLength?: number
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
}

/**
 * A field with its label, its hint and its error. It uses plain elements, because the library's field renders twice to
 * find its parts, and the first screen has six fields.
 */
export function TextField({
  label,
  hint,
  error,
  onChange,
  hideLabel = false,
  inputRef,
  isRequired,
  isReadOnly,
  ...rest
}: TextFieldProps) {
  const id = useId()
  const [hintId, errorId] = [`${id}hint`, `${id}error`]
  const described = [hint !== undefined && hintId, error !== undefined && errorId].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <input
        {...rest}
        ref={inputRef}
        id={id}
        className="field-input"
        spellCheck={false}
        readOnly={isReadOnly}
        aria-required={isRequired || undefined}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange?.(event.target.value)}
      />
      {hint !== undefined && (
        <span id={hintId} className="field-hint">
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span id={errorId} className="field-error">
          {error}
        </span>
      )}
    </div>
  )
}
