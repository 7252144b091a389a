import {
  Autocomplete,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { Dialog } from '../ui/Dialog'
import { useCommandText, useStudioText } from './words'
import { Button } from '../ui'

export interface Pick {
  readonly id: string
  readonly text: string
  /** Shown beside the entry, for example the key of a command. */
  readonly beside?: string
  readonly disabled?: boolean
}

/** Lets somebody find one of many entries by typing some of its words. */
export default function PickDialog({
  title,
  text,
  picks,
  onPick,
  onClose,
}: {
  readonly title: string
  readonly text?: string
  readonly picks: readonly Pick[]
  readonly onPick: (id: string) => void
  readonly onClose: () => void
}) {
  const t = useCommandText()
  const studio = useStudioText()
  const { contains } = useFilter({ sensitivity: 'base' })
  return (
    <Dialog title={title} onClose={onClose} actions={<Button onPress={onClose}>{studio('cancel')}</Button>}>
      {text !== undefined && <p className="muted">{text}</p>}
      <Autocomplete filter={contains}>
        <SearchField className="field" autoFocus>
          <Label className="visually-hidden">{t('pick.search')}</Label>
          <Input className="field-input studio-pick-input" placeholder={t('pick.search')} />
        </SearchField>
        <ListBox
          aria-label={title}
          className="studio-picks"
          items={picks}
          disabledKeys={picks.filter(({ disabled }) => disabled).map(({ id }) => id)}
          renderEmptyState={() => <p className="muted">{t('pick.none')}</p>}
          onAction={(key) => {
            onClose()
            onPick(String(key))
          }}
        >
          {(pick) => (
            <ListBoxItem id={pick.id} textValue={pick.text} className="studio-pick">
              <span>{pick.text}</span>
              {pick.beside !== undefined && <kbd>{pick.beside}</kbd>}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  )
}
