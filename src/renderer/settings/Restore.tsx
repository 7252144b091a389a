import { RestoreList } from '../start/RestoreList'
import { useRestoreText } from '../start/restore-words'

/** Lets an administrator restore a backup. */
export default function Restore() {
  const t = useRestoreText()
  return (
    <div className="settings-fields">
      <p>{t('page.text')}</p>
      <RestoreList />
      <h3>{t('needs.title')}</h3>
      <p>{t('needs.keys')}</p>
      <p className="muted">{t('needs.windows')}</p>
    </div>
  )
}
