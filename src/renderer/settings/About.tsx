import { useSession } from '../session/session'
import { useText } from '../i18n'

export default function About() {
  const t = useText()
  const version = useSession((session) => session.version)
  return (
    <>
      <p>{t('settings.version', { version })}</p>
      <p className="muted">{t('settings.about.text')}</p>
    </>
  )
}
