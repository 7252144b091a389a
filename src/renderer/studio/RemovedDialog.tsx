import { useState } from 'react'
import { codeOf, unwrap } from '../api'
import { useErrorText, useLocale } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { Button, Dialog, Live, Notice } from '../ui'
import { useLoaded } from '../ui/use-loaded'
import { useStudioText, useWords } from './words'
import { NotLoaded } from '../lists/NotLoaded'

const load = () => unwrap(window.api.studio.removed())

/** Lists the deleted documents, each with a button that restores it. */
export function RemovedDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useStudioText()
  const errorText = useErrorText()
  const locale = useLocale()
  const words = useWords()
  const loaded = useLoaded(load)
  const [problem, setProblem] = useState<string>()
  const bringBack = async (key: string) => {
    try {
      await unwrap(window.api.studio.bringBack({ key }))
      setProblem(undefined)
      loaded.reload()
    } catch (error) {
      setProblem(errorText(codeOf(error)))
    }
  }
  const rows = loaded.status === 'ready' ? loaded.value : []
  return (
    <Dialog
      title={t('removed.title')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      <NotLoaded of={[loaded]} />
      {loaded.status === 'ready' && rows.length === 0 && <p className="muted">{t('removed.none')}</p>}
      <ul className="studio-removed">
        {rows.map(({ key, id, title, at, by }) => (
          <li key={key}>
            <span>
              {words(title) || id}
              <span className="muted dense studio-id">
                {dateAndTime(at, locale)} · {by}
              </span>
            </span>
            <Button onPress={() => void bringBack(key)}>{t('bring-back')}</Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
