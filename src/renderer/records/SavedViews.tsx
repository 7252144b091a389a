import { useRef, useState } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Popover } from 'react-aria-components'
import type { RecordsView, SavedView } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { useLoaded } from '../ui/use-loaded'
import { useText, useErrorText } from '../i18n'
import { Button, Dialog, Live, TextField } from '../ui'
import { rangeOf } from './period'
import { useRecordsText } from '../lists/words'
import { NotLoaded } from '../lists/NotLoaded'

const loadViews = () => unwrap(window.api.views.list())

/** Updates a saved view: a named period means the days that it has today. */
function today(view: RecordsView): RecordsView {
  return view.period ? { ...view, filter: { ...view.filter, ...rangeOf(view.period, new Date()) } } : view
}

/** Lists a person's saved views, to be used, renamed or deleted. */
export function SavedViews({
  view,
  onUse,
  usable,
}: {
  readonly view: RecordsView
  readonly onUse: (view: RecordsView) => void
  readonly usable: (view: RecordsView) => boolean
}) {
  const t = useRecordsText()
  const errorText = useErrorText()
  const loaded = useLoaded(loadViews)
  const [open, setOpen] = useState(false)
  /** The view to rename, or the present one to save. */
  const [naming, setNaming] = useState<SavedView | 'new'>()
  const [said, setSaid] = useState('')
  const views = loaded.status === 'ready' ? loaded.value : []
  const list = useRef<HTMLElement>(null)
  const remove = async ({ id, name }: SavedView) => {
    // The focused button disappears with its view, so the list gets the focus, from which Escape and Tab continue.
    list.current?.focus()
    try {
      await unwrap(window.api.views.delete({ id }))
      setSaid(t('views.deleted', { name }))
    } catch (error) {
      setSaid(errorText(codeOf(error)))
    }
    loaded.reload()
  }
  return (
    <>
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button className="filter-chip">{t('views.title')}</Button>
        <Popover className="filter-popover" placement="bottom start">
          <AriaDialog ref={list} aria-label={t('views.title')} className="filter-dialog">
            <NotLoaded of={[loaded]} />
            {loaded.status === 'ready' && views.length === 0 && <p className="muted">{t('views.none')}</p>}
            <ul className="view-list">
              {views.map((saved) => (
                <li key={saved.id} className="row">
                  <Button
                    className="view-use"
                    aria-label={t('views.use', { name: saved.name })}
                    isDisabled={saved.view === null || !usable(saved.view)}
                    onPress={() => {
                      if (saved.view) onUse(today(saved.view))
                      setOpen(false)
                    }}
                  >
                    {saved.name}
                  </Button>
                  <Button
                    kind="link"
                    aria-label={t('views.rename.of', { name: saved.name })}
                    onPress={() => {
                      setOpen(false)
                      setNaming(saved)
                    }}
                  >
                    {t('views.rename')}
                  </Button>
                  <Button
                    kind="link"
                    aria-label={t('views.delete.of', { name: saved.name })}
                    onPress={() => void remove(saved)}
                  >
                    {t('views.delete')}
                  </Button>
                  {saved.view === null && <p className="field-hint">{t('views.unreadable')}</p>}
                </li>
              ))}
            </ul>
            <Live>{said && <p className="field-hint">{said}</p>}</Live>
            <div className="row filter-dialog-actions">
              <Button
                onPress={() => {
                  setOpen(false)
                  setNaming('new')
                }}
              >
                {t('views.save')}
              </Button>
            </div>
          </AriaDialog>
        </Popover>
      </DialogTrigger>
      {naming && (
        <NameDialog
          saved={naming === 'new' ? undefined : naming}
          view={view}
          onClose={(name) => {
            setNaming(undefined)
            if (name === undefined) return
            setSaid(t('views.saved', { name }))
            loaded.reload()
          }}
        />
      )}
    </>
  )
}

function NameDialog({
  saved,
  view,
  onClose,
}: {
  readonly saved: SavedView | undefined
  readonly view: RecordsView
  /** Called with the name if it was saved. */
  readonly onClose: (name?: string) => void
}) {
  const t = useRecordsText()
  const common = useText()
  const errorText = useErrorText()
  const [name, setName] = useState(saved?.name ?? '')
  const [error, setError] = useState<string>()
  const keep = async () => {
    const wanted = name.trim()
    if (wanted === '') return setError(t('views.name.missing'))
    try {
      await unwrap(
        saved
          ? window.api.views.rename({ id: saved.id, name: wanted })
          : window.api.views.save({ name: wanted, view }),
      )
      onClose(wanted)
    } catch (failure) {
      const code = codeOf(failure)
      setError(code === 'already-exists' ? t('views.name.taken') : errorText(code))
    }
  }
  return (
    <Dialog
      title={t(saved ? 'views.rename.title' : 'views.save.title')}
      onClose={() => onClose()}
      actions={
        <>
          <Button onPress={() => onClose()}>{common('app.cancel')}</Button>
          <Button kind="primary" onPress={() => void keep()}>
            {t('views.keep')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <TextField
          label={t('views.name')}
          hint={saved ? undefined : t('views.save.hint')}
          error={error}
          maxLength={120}
          // The dialog was opened to write it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={name}
          onChange={setName}
        />
      </form>
    </Dialog>
  )
}
