import { useAppState } from '../app/app-state'
import { useText } from '../i18n'

export default function About() {
  const t = useText()
  const { state } = useAppState()
  return (
    <>
      <p>{t('settings.version', { version: state.version })}</p>
      <p className="muted">{t('settings.about.text')}</p>
    </>
  )
}
