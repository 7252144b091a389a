import { useState } from 'react'
import type { StudioSettings as Kept } from '../../bridge'
import { PUBLISHERS } from '../../domain/authoring/document'
import { codeOf, unwrap } from '../api'
import { useErrorText } from '../i18n'
import { Button, Live, Notice, Select } from '../ui'
import { useLoaded } from '../ui/use-loaded'
import { useStudioText } from './words'
import { NotLoaded } from '../lists/NotLoaded'

const load = () => unwrap(window.api.studio.settings())

/** Sets the folder in which scenarios are written together, and who may publish them. */
export default function StudioSettings() {
  const loaded = useLoaded(load)
  if (loaded.status === 'waiting') return null
  if (loaded.status === 'failed') return <NotLoaded of={[loaded]} />
  return <Form first={loaded.value} />
}

function Form({ first }: { readonly first: Kept }) {
  const t = useStudioText()
  const errorText = useErrorText()
  const [kept, setKept] = useState(first)
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'attention'; readonly text: string }>()
  const change = async (ask: () => Promise<Kept>) => {
    setSaid(undefined)
    try {
      setKept(await ask())
      setSaid({ kind: 'good', text: t('settings.saved') })
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setSaid({ kind: 'attention', text: errorText(code) })
    }
  }
  return (
    <div className="settings-fields">
      <p>{t('settings.folder.text')}</p>
      <p>
        <b>{t('settings.folder')}</b>{' '}
        {kept.folder === null ? t('settings.folder.own') : <span className="mono">{kept.folder}</span>}
      </p>
      {kept.problem !== null && (
        <Notice kind="attention">{t('settings.folder.problem', { code: kept.problem })}</Notice>
      )}
      <div className="row">
        <Button onPress={() => void change(() => unwrap(window.api.studio.chooseFolder()))}>
          {t('settings.folder.choose')}
        </Button>
        {kept.folder !== null && (
          <Button onPress={() => void change(() => unwrap(window.api.studio.ownFolder()))}>
            {t('settings.folder.back')}
          </Button>
        )}
      </div>
      <Select
        label={t('settings.publishers')}
        value={kept.publishers}
        options={PUBLISHERS.map((id) => ({ id, text: t(`settings.publishers.${id}`) }))}
        onChange={(publishers) => void change(() => unwrap(window.api.studio.changeSettings({ publishers })))}
      />
      <p className="field-hint">{t('settings.publishers.text')}</p>
      <Live>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
    </div>
  )
}
