import { ScreenTitle } from '../ui'
import { usePeopleText } from './words'

export default function People() {
  const t = usePeopleText()
  return (
    <main className="page">
      <ScreenTitle title={t('title')} />
      <p className="muted">{t('empty')}</p>
    </main>
  )
}
