import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react'
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

/** The keys that open the list. */
const OPENING: ReadonlySet<string> = new Set([' ', 'Enter', 'ArrowDown', 'ArrowUp'])

/**
 * Replaces the list until its code is loaded. The code may come between the two halves of a press, and the button with
 * the first half is gone then, so that the first half already counts.
 */
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
  const onPointerDown = ({ button, pointerType }: PointerEvent) => {
    // A finger that goes down may want to scroll.
    if (button === 0 && pointerType !== 'touch') onPress()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!OPENING.has(event.key) || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onPress()
  }
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
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
        onFocus={() => onFocusChange(true)}
        onBlur={() => onFocusChange(false)}
      >
        <span id={`${id}value`}>{options.find((option) => option.id === value)?.text}</span>
        <SelectArrow />
      </button>
    </div>
  )
}
