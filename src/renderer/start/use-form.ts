import { useRef, useState, type RefObject } from 'react'
import { useText } from '../i18n'
import { faultOf, type FieldName } from './fields'

interface Field {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  readonly inputRef: RefObject<HTMLInputElement | null>
}

interface Form {
  readonly field: (name: FieldName) => Field
  /** The trimmed values, or `undefined` after marking what is missing and moving the focus to the first of it. */
  readonly check: () => Readonly<Record<FieldName, string>> | undefined
}

/** Faults appear when the form is sent, not while somebody is still writing; then they follow what is written. */
export function useForm(names: readonly FieldName[]): Form {
  const t = useText()
  const [values, setValues] = useState({ organisation: '', name: '', number: '' })
  const [checked, setChecked] = useState(false)
  const organisation = useRef<HTMLInputElement>(null)
  const name = useRef<HTMLInputElement>(null)
  const number = useRef<HTMLInputElement>(null)
  const inputs = { organisation, name, number }

  const field = (which: FieldName): Field => {
    const fault = checked ? faultOf(which, values[which]) : undefined
    return {
      value: values[which],
      onChange: (value) => setValues((before) => ({ ...before, [which]: value })),
      error: fault && t(fault.key, 'values' in fault ? fault.values : undefined),
      inputRef: inputs[which],
    }
  }
  const check = () => {
    setChecked(true)
    const wrong = names.find((which) => faultOf(which, values[which]))
    if (wrong) {
      inputs[wrong].current?.focus()
      return undefined
    }
    return {
      organisation: values.organisation.trim(),
      name: values.name.trim(),
      number: values.number.trim(),
    }
  }
  return { field, check }
}
