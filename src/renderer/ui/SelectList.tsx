import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components'
import { SelectArrow } from './SelectArrow'

export interface SelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly id: T; readonly text: string }[]
  readonly onChange: (value: T) => void
  /** True for a list without a visible label, in a bar. */
  readonly compact?: boolean
}

export function SelectList<T extends string>({
  label,
  value,
  options,
  onChange,
  compact = false,
  open,
  focused,
}: SelectProps<T> & {
  /** True if the list was pressed before its code was loaded; it then opens at once. */
  readonly open: boolean
  readonly focused: boolean
}) {
  return (
    <AriaSelect
      className={compact ? 'select-compact' : 'field'}
      value={value}
      defaultOpen={open}
      autoFocus={focused}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen) onChange(chosen.id)
      }}
    >
      <Label className={compact ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="select-button">
        <SelectValue />
        <SelectArrow />
      </Button>
      <Popover className="select-list">
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem className="select-option" id={option.id} textValue={option.text}>
              {option.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
