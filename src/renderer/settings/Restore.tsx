import { RestoreList } from '../start/RestoreList'
import { useRestoreText } from '../start/restore-words'

/** For an administrator: back to how the records were when a backup was made. */
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
