import { Button, ScreenTitle } from '../ui'
import { RestoreList } from './RestoreList'
import { useRestoreText } from './restore-words'
import { StartPage } from './StartPage'

/** Restores the records from a backup at the first start on a computer. */
export default function Restoring({ onBack }: { readonly onBack: () => void }) {
  const t = useRestoreText()
  return (
    <StartPage
      words={
        <>
          <ScreenTitle title={t('title')} />
          <p>{t('needs.keys')}</p>
          <p className="muted dense">{t('needs.windows')}</p>
        </>
      }
    >
      <RestoreList />
      <div className="row">
        <Button kind="link" onPress={onBack}>
          {t('back')}
        </Button>
      </div>
    </StartPage>
  )
}
