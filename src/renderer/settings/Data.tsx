import { useText } from '../i18n'

export default function Data() {
  const t = useText()
  return (
    <>
      <p>{t('settings.data.where')}</p>
      <p>{t('settings.data.who')}</p>
    </>
  )
}
