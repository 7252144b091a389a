import { useCallback, useState } from 'react'
import { codeOf, unwrap } from '../../api'
import { useErrorText, useLocale } from '../../i18n'
import { dateAndTime } from '../../i18n/dates'
import { Button, Dialog, Live, Notice, Select } from '../../ui'
import { useLoaded } from '../../ui/use-loaded'
import { megabytes, usePackageText } from './words'
import { NotLoaded } from '../../lists/NotLoaded'

interface ExportDialogProps {
  readonly id: string
  readonly title: string
  /** Resolves when everything that was written is saved, or can't be. */
  readonly settle: () => Promise<boolean>
  readonly onClose: () => void
}

type Said = { readonly kind: 'good' | 'attention'; readonly text: string; readonly missing?: string }

/** Stands for the scenario as it is now, among the numbers of its versions. */
const NOW = 'now'

/** Exports a scenario as one file, for another computer: as it is now, or as one of its versions was published. */
export default function ExportDialog({ id, title, settle, onClose }: ExportDialogProps) {
  const t = usePackageText()
  const errorText = useErrorText()
  const locale = useLocale()
  const [said, setSaid] = useState<Said>()
  const [working, setWorking] = useState(false)
  const [chosen, setChosen] = useState(NOW)
  const version = chosen === NOW ? null : Number(chosen)
  const versions = useLoaded(
    useCallback(() => unwrap(window.api.studio.versions({ kind: 'scenario', id })), [id]),
  )
  const published = versions.status === 'ready' ? versions.value : []
  const save = async () => {
    setWorking(true)
    setSaid(undefined)
    try {
      // A version never changes, so nothing that is written now belongs into it.
      if (version === null && !(await settle())) throw new Error('not kept')
      const answer = await unwrap(window.api.studio.exportPackage({ id, version }))
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
          ...(missing.length > 0
            ? {
                missing: t(version === null ? 'export.missing' : 'export.missing.then', {
                  n: missing.length,
                  files,
                }),
              }
            : {}),
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
          <NotLoaded of={[versions]} />
          {published.length > 0 && (
            <Select
              label={t('export.which')}
              value={chosen}
              options={[
                { id: NOW, text: t('export.now') },
                ...published.map(({ number, at }) => ({
                  id: String(number),
                  text: t('export.version', { number, at: dateAndTime(at, locale) }),
                })),
              ]}
              onChange={setChosen}
            />
          )}
          <p>{t(version === null ? 'export.in.now' : 'export.in.version')}</p>
          <p className="muted">{t('export.floor')}</p>
          <p className="muted">{t('export.without')}</p>
        </>
      )}
    </Dialog>
  )
}
