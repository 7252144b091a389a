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
  // The button under a finger stays, or the press would be lost.
  const [touched, setTouched] = useState(false)
  if (!code || touched) {
    const onPress = () => {
      setPressed(true)
      setTouched(false)
    }
    return <Closed {...props} onPress={onPress} onTouch={setTouched} onFocusChange={setFocused} />
  }
  return <code.SelectList {...props} open={pressed} focused={focused} />
}

/** The keys that open the list. */
const OPENING: ReadonlySet<string> = new Set([' ', 'Enter', 'ArrowDown', 'ArrowUp'])

/** A press follows a finger that is lifted within this many milliseconds. */
const AFTER_TOUCH_MS = 500

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
  onTouch,
  onFocusChange,
}: SelectProps<T> & {
  readonly onPress: () => void
  readonly onTouch: (touched: boolean) => void
  readonly onFocusChange: (focused: boolean) => void
}) {
  const id = useId()
  const onPointerDown = ({ button, pointerType }: PointerEvent) => {
    // A finger that goes down may want to scroll; its button stays until it is up again.
    if (pointerType === 'touch') onTouch(true)
    else if (button === 0) onPress()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!OPENING.has(event.key) || event.ctrlKey || event.metaKey) return
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
        onPointerCancel={() => onTouch(false)}
        onPointerLeave={() => setTimeout(() => onTouch(false), AFTER_TOUCH_MS)}
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
