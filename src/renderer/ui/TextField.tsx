import type { Ref } from 'react'
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string
  readonly hint?: string | undefined
  /** What is missing or can't be used, as a sentence; shown under the field and read out with it. */
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly hideLabel?: boolean
  /** The id of a `datalist` with what is likely to be written. */
  readonly list?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextField({
  label,
  hint,
  error,
  placeholder,
  hideLabel = false,
  list,
  inputRef,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField {...rest} className="field" isInvalid={error !== undefined} validationBehavior="aria">
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Input
        className="field-input"
        spellCheck={false}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(list === undefined ? {} : { list })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}
