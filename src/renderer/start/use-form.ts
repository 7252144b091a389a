import { useRef, useState } from 'react'
import { useText } from '../i18n'
import { faultOf, FIELDS, type FieldName, type FieldValues } from './fields'
import { useSignInText } from './words'

interface Field {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  readonly inputRef: (input: HTMLInputElement | null) => void
}

interface Form {
  readonly values: FieldValues
  readonly field: (name: FieldName) => Field
  /** Returns the values. If fields are missing, it marks them, focuses the first and returns `undefined`. */
  readonly check: () => FieldValues | undefined
}

const EMPTY = Object.fromEntries(FIELDS.map((name) => [name, ''])) as FieldValues
const SECRETS: readonly FieldName[] = ['passphrase', 'pin', 'newPassphrase', 'newPin', 'again']

/**
 * Keeps the values of a form. Faults appear when the form is sent, not during typing; then they follow the typing.
 * @param about words that a new secret must not contain, besides the values of this form
 */
export function useForm(names: readonly FieldName[], about: readonly string[] = []): Form {
  const words = { t: useText(), a: useSignInText() }
  const [values, setValues] = useState(EMPTY)
  const [checked, setChecked] = useState(false)
  const inputs = useRef(new Map<FieldName, HTMLInputElement>())

  const field = (which: FieldName): Field => ({
    value: values[which],
    onChange: (value) => setValues((before) => ({ ...before, [which]: value })),
    error: checked ? faultOf(which, values, words, about) : undefined,
    inputRef: (input) => {
      if (input) inputs.current.set(which, input)
    },
  })
  const check = () => {
    setChecked(true)
    const wrong = names.find((which) => faultOf(which, values, words, about))
    if (wrong) {
      inputs.current.get(wrong)?.focus()
      return undefined
    }
    return Object.fromEntries(
      FIELDS.map((name) => [name, SECRETS.includes(name) ? values[name] : values[name].trim()]),
    ) as FieldValues
  }
  return { values, field, check }
}
