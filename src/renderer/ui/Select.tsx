import { useId, useRef, useState } from 'react'
import { later } from './later'
import { SelectArrow } from './SelectArrow'
import type { SelectProps } from './SelectList'

const useSelectList = later(() => import('./SelectList'))

/** A button that shows what is chosen and opens a list. The code of the list is read after the first screen. */
export function Select<T extends string>(props: SelectProps<T>) {
  const [pressed, setPressed] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const code = useSelectList(pressed)
  if (!code) return <Closed {...props} button={button} onPress={() => setPressed(true)} />
  // The button that was there until now is still the one that has the focus.
  const focused = button.current !== null && button.current === document.activeElement
  return <code.SelectList {...props} open={pressed} focused={focused} />
}

/** What it looks like until it can open. */
function Closed<T extends string>({
  label,
  value,
  options,
  compact = false,
  button,
  onPress,
}: SelectProps<T> & {
  readonly button: React.RefObject<HTMLButtonElement | null>
  readonly onPress: () => void
}) {
  const id = useId()
  return (
    <div className={compact ? 'select-compact' : 'field'}>
      <span id={`${id}label`} className={compact ? 'visually-hidden' : 'field-label'}>
        {label}
      </span>
      <button
        ref={button}
        type="button"
        className="select-button"
        aria-haspopup="listbox"
        aria-expanded="false"
        aria-labelledby={`${id}value ${id}label`}
        onClick={onPress}
      >
        <span id={`${id}value`}>{options.find((option) => option.id === value)?.text}</span>
        <SelectArrow />
      </button>
    </div>
  )
}
