import { useId, useState } from 'react'
import { Button, Dialog, TextField } from '../ui'
import { useStudioText } from './words'

/** Gives a scene another title and id. An id that is taken or invalid is reported during typing. */
export function RenameDialog({
  id,
  title,
  taken,
  onClose,
  onRename,
}: {
  readonly id: string
  /** In the language of the page, or the language that is shown instead. */
  readonly title: string
  readonly taken: readonly string[]
  readonly onClose: () => void
  readonly onRename: (id: string, title: string) => void
}) {
  const t = useStudioText()
  const [written, setWritten] = useState(id)
  const [called, setCalled] = useState(title)
  const fits = /^[a-z][a-z0-9-]*$/.test(written) && !['constructor', 'prototype', 'timeout'].includes(written)
  const free = written === id || !taken.includes(written)
  const wrong = !fits ? t('id.shape') : !free ? t('id.taken') : undefined
  const form = useId()
  const same = written === id && called.trim() === title
  const ready = wrong === undefined && called.trim() !== '' && !same
  return (
    <Dialog
      title={t('scene.rename.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={form} isDisabled={!ready}>
            {t('scene.rename.go')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="studio-rename"
        onSubmit={(event) => {
          event.preventDefault()
          if (!ready) return
          onRename(written, called.trim())
          onClose()
        }}
      >
        <TextField label={t('scene.rename.called')} value={called} onChange={setCalled} autoFocus />
        <TextField
          label={t('id.label')}
          hint={t('scene.rename.hint')}
          value={written}
          onChange={setWritten}
          {...(wrong === undefined ? {} : { error: wrong })}
        />
      </form>
    </Dialog>
  )
}
