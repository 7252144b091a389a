import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'

interface CheckboxProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
  /** Shown under the words and read aloud after them. */
  readonly hint?: string
}

export function Checkbox({ checked, onChange, children, hint }: CheckboxProps) {
  return (
    <AriaCheckbox className="checkbox" isSelected={checked} onChange={onChange}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <rect x="0.75" y="0.75" width="14.5" height="14.5" rx="3" />
        {checked && <path d="M4 8.3l2.7 2.7L12 5.5" />}
      </svg>
      <span>
        {children}
        {hint !== undefined && <span className="field-hint">{hint}</span>}
      </span>
    </AriaCheckbox>
  )
}
