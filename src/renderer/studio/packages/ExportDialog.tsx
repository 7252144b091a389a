import { useState } from 'react'
import { codeOf, unwrap } from '../../api'
import { useErrorText } from '../../i18n'
import { Button, Dialog, Live, Notice } from '../../ui'
import { megabytes, usePackageText } from './words'
import './packages.css'

interface ExportDialogProps {
  readonly id: string
  readonly title: string
  /** Resolves when everything that was written is saved, or can't be. */
  readonly settle: () => Promise<boolean>
  readonly onClose: () => void
}

type Said = { readonly kind: 'good' | 'attention'; readonly text: string; readonly missing?: string }

/** Exports a scenario as one file, for another computer. */
export default function ExportDialog({ id, title, settle, onClose }: ExportDialogProps) {
  const t = usePackageText()
  const errorText = useErrorText()
  const [said, setSaid] = useState<Said>()
  const [working, setWorking] = useState(false)
  const save = async () => {
    setWorking(true)
    setSaid(undefined)
    try {
      if (!(await settle())) throw new Error('not kept')
      const answer = await unwrap(window.api.studio.exportPackage({ id }))
      if (answer.outcome === 'not-json') setSaid({ kind: 'attention', text: t('export.not-json', answer) })
      else if (answer.outcome === 'too-large')
        setSaid({ kind: 'attention', text: t('export.too-large', answer) })
      else {
        const { file, floor, media, runs, missing } = answer
        const text = t('export.saved', {
          file,
          size: megabytes(answer.size),
          floor: floor === null ? 'no' : 'yes',
          media,
          runs: runs ? 'yes' : 'no',
        })
        const files = missing.join(', ')
        setSaid({
          kind: 'good',
          text,
          ...(missing.length > 0 ? { missing: t('export.missing', { n: missing.length, files }) } : {}),
        })
      }
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setSaid({ kind: 'attention', text: errorText(code) })
    }
    setWorking(false)
  }
  const done = said?.kind === 'good'
  return (
    <Dialog
      title={t('export.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t(done ? 'close' : 'cancel')}</Button>
          {!done && (
            <Button kind="primary" isDisabled={working} onPress={() => void save()}>
              {t('export.go')}
            </Button>
          )}
        </>
      }
    >
      <Live urgent>
        {said !== undefined && <Notice kind={said.kind}>{said.text}</Notice>}
        {said?.missing !== undefined && <Notice kind="attention">{said.missing}</Notice>}
      </Live>
      {!done && (
        <>
          <p>{t('export.text', { title })}</p>
          <p className="muted">{t('export.without')}</p>
        </>
      )}
    </Dialog>
  )
}
