import { useAppState } from '../app/app-state'
import { useText } from '../i18n'

export default function Organisation() {
  const t = useText()
  const { state } = useAppState()
  return (
    <>
      <p className="settings-value">{state.organisation}</p>
      <p className="muted dense">{t('settings.organisation.fixed')}</p>
    </>
  )
}
