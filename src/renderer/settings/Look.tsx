import { useState } from 'react'
import type { Theme } from '../../bridge'
import { applyState, useSession } from '../session/session'
import { LanguageSelect } from '../start/LanguageSelect'
import { codeOf, unwrap } from '../api'
import { useText, useErrorText } from '../i18n'
import { Checkbox, Live, Notice, Select } from '../ui'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']

export default function Look() {
  const t = useText()
  const errorText = useErrorText()
  const theme = useSession((session) => session.theme)
  const shortcuts = useSession((session) => session.shortcuts)
  const [problem, setProblem] = useState<string>()
  const [saved, setSaved] = useState(false)
  const change = async (preference: { readonly theme: Theme } | { readonly shortcuts: boolean }) => {
    setProblem(undefined)
    try {
      await applyState(await unwrap(window.api.app.preferences(preference)))
      setSaved(true)
    } catch (error) {
      setSaved(false)
      setProblem(errorText(codeOf(error)))
    }
  }
  return (
    <div className="settings-fields">
      <div>
        <LanguageSelect onProblem={setProblem} />
        <p className="field-hint">{t('settings.language.hint')}</p>
      </div>
      <Select
        label={t('settings.theme')}
        value={theme}
        options={THEMES.map((id) => ({ id, text: t(`settings.theme.${id}`) }))}
        onChange={(theme) => void change({ theme })}
      />
      <Checkbox
        checked={shortcuts}
        hint={t('settings.shortcuts.hint')}
        onChange={(shortcuts) => void change({ shortcuts })}
      >
        {t('settings.shortcuts')}
      </Checkbox>
      <Live>{saved && problem === undefined && <p className="muted dense">{t('settings.saved')}</p>}</Live>
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
    </div>
  )
}
