import { useEffect, useState } from 'react'
import type { AppState } from '../../bridge'
import { applyState, useSession } from '../session/session'
import { LanguageSelect } from './LanguageSelect'
import { codeOf, loadState, unwrap } from '../api'
import { useErrorText } from '../i18n'
import { Button, Dialog, Live, Notice, ScreenTitle } from '../ui'
import { RestoreList } from './RestoreList'
import { useRestoreText } from './restore-words'
import { StartPage } from './StartPage'

/** Says why the records can’t be used, and what can be done. */
export default function NoRecords() {
  const problem = useSession((session) => session.problem)
  return problem && <Problem key={problem.code} problem={problem} />
}

function Problem({ problem }: { readonly problem: NonNullable<AppState['problem']> }) {
  const t = useRestoreText()
  const errorText = useErrorText()
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string>()
  const { code, detail } = problem
  const passes = code === 'busy' || code === 'unreadable'

  // The records may have become free before this page listened.
  useEffect(() => {
    if (!passes) return
    const ask = async () => {
      const next = await loadState()
      if (next.problem?.code !== code) applyState(next)
    }
    ask().catch(() => undefined)
  }, [passes, code])

  const then = async (call: () => Promise<unknown>) => {
    setAsking(false)
    setSaid(undefined)
    try {
      await call()
      await applyState(await loadState())
    } catch (error) {
      setSaid(errorText(codeOf(error)))
    }
  }

  return (
    <StartPage
      words={
        <>
          <ScreenTitle title={t(`${code}.title`)} />
          <p>{t(`${code}.text`)}</p>
          <p className="muted dense">{t('detail', { detail })}</p>
        </>
      }
    >
      <LanguageSelect onProblem={setSaid} />
      {passes ? (
        <Notice>{t('waiting')}</Notice>
      ) : (
        <>
          <RestoreList />
          <div className="row">
            <Button onPress={() => void then(() => unwrap(window.api.rescue.lookAgain()))}>
              {t('look-again')}
            </Button>
            {code !== 'newer' && (
              <Button kind="link" onPress={() => setAsking(true)}>
                {t('anew')}
              </Button>
            )}
          </div>
        </>
      )}
      <Live urgent>{said !== undefined && <Notice kind="attention">{said}</Notice>}</Live>
      {asking && (
        <Dialog
          role="alertdialog"
          title={t('anew.title')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{t('keep')}</Button>
              <Button kind="primary" onPress={() => void then(() => unwrap(window.api.rescue.beginAnew()))}>
                {t('anew.go')}
              </Button>
            </>
          }
        >
          <p>{t('anew.text')}</p>
        </Dialog>
      )}
    </StartPage>
  )
}
