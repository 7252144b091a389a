import { useId, useState } from 'react'
import { later } from './later'
import { SelectArrow } from './SelectArrow'
import type { SelectProps } from './SelectList'

const useSelectList = later(() => import('./SelectList'))

/** A button that shows the present choice and opens a list. The code of the list is loaded after the first screen. */
export function Select<T extends string>(props: SelectProps<T>) {
  const [pressed, setPressed] = useState(false)
  // The button of the meantime hands its focus on to the list's button.
  const [focused, setFocused] = useState(false)
  const code = useSelectList(pressed)
  if (!code) return <Closed {...props} onPress={() => setPressed(true)} onFocusChange={setFocused} />
  return <code.SelectList {...props} open={pressed} focused={focused} />
}

/** Replaces the list until its code is loaded. */
function Closed<T extends string>({
  label,
  value,
  options,
  compact = false,
  onPress,
  onFocusChange,
}: SelectProps<T> & {
  readonly onPress: () => void
  readonly onFocusChange: (focused: boolean) => void
}) {
  const id = useId()
  return (
    <div className={compact ? 'select-compact' : 'field'}>
      <span id={`${id}label`} className={compact ? 'visually-hidden' : 'field-label'}>
        {label}
      </span>
      <button
        type="button"
        className="select-button"
        aria-haspopup="listbox"
        aria-expanded="false"
        aria-labelledby={`${id}value ${id}label`}
        onClick={onPress}
        onFocus={() => onFocusChange(true)}
        onBlur={() => onFocusChange(false)}
      >
        <span id={`${id}value`}>{options.find((option) => option.id === value)?.text}</span>
        <SelectArrow />
      </button>
    </div>
  )
}
