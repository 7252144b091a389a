import { Button, ScreenTitle } from '../ui'
import { RestoreList } from './RestoreList'
import { useRestoreText } from './restore-words'
import { StartPage } from './StartPage'

/** At the first start on a computer: the records come from a backup instead. */
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
