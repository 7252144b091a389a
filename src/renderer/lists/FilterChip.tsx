import { useState, type ReactNode } from 'react'
import { Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { Button, TextField } from '../ui'
import { useRecordsText } from './words'

type FilterId = 'site' | 'team' | 'course' | 'status' | 'period' | 'score' | 'competency' | 'role'

interface FilterChipProps {
  /** The name of the filter. */
  readonly by: FilterId
  /** The choice as a text; `undefined` while everything is chosen. */
  readonly chosen: string | undefined
  readonly onClear: () => void
  readonly children: ReactNode
}

/** A button that shows its filter's present choice and opens the others. */
export function FilterChip({ by, chosen, onClear, children }: FilterChipProps) {
  const t = useRecordsText()
  const what = t(`filter.${by}`)
  return (
    <DialogTrigger>
      <Button className={chosen === undefined ? 'filter-chip' : 'filter-chip filter-chip-on'}>
        {chosen === undefined ? t(`filter.all.${by}`) : t('filter.chosen', { what, chosen })}
      </Button>
      <Popover className="filter-popover" placement="bottom start">
        <Dialog aria-label={what} className="filter-dialog">
          {({ close }) => (
            <>
              {children}
              <div className="row filter-dialog-actions">
                {chosen !== undefined && (
                  <Button kind="link" onPress={onClear}>
                    {t('filter.clear')}
                  </Button>
                )}
                <span className="grow" />
                <Button onPress={close}>{t('filter.done')}</Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

export interface Choice<T extends string> {
  readonly id: T
  readonly text: string
}

const SEARCHED_FROM = 12

/** Chooses any entries of a list. A long list can be searched. */
export function ChoiceChip<T extends string>({
  by,
  choices,
  chosen,
  onChange,
}: {
  readonly by: FilterId
  readonly choices: readonly Choice<T>[]
  readonly chosen: readonly T[]
  readonly onChange: (chosen: T[]) => void
}) {
  const t = useRecordsText()
  const [find, setFind] = useState('')
  const wanted = find.trim().toLocaleLowerCase()
  const shown = choices.filter(
    ({ id, text }) => chosen.includes(id) || text.toLocaleLowerCase().includes(wanted),
  )
  const texts = chosen.map((id) => choices.find((choice) => choice.id === id)?.text ?? id)
  const text =
    texts.length > 2 ? t('filter.many', { n: texts.length }) : texts.length > 0 ? texts.join(', ') : undefined
  return (
    <FilterChip by={by} chosen={text} onClear={() => onChange([])}>
      {choices.length > SEARCHED_FROM && (
        <TextField
          label={t('filter.find')}
          hideLabel
          placeholder={t('filter.find')}
          value={find}
          onChange={setFind}
        />
      )}
      {choices.length === 0 ? (
        <p className="muted">{t('filter.none')}</p>
      ) : (
        <ListBox
          aria-label={t(`filter.${by}`)}
          className="filter-list"
          items={shown}
          selectionMode="multiple"
          selectionBehavior="toggle"
          // Escape closes the list and must not clear the choice.
          escapeKeyBehavior="none"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChange(choices.filter(({ id }) => keys === 'all' || keys.has(id)).map(({ id }) => id))
          }
        >
          {(choice) => (
            <ListBoxItem className="filter-option" id={choice.id} textValue={choice.text}>
              <i className="filter-check" aria-hidden="true" />
              {choice.text}
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </FilterChip>
  )
}
