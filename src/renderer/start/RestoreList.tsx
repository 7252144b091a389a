import { useState } from 'react'
import type { Restorables } from '../../bridge'
import { applyState, useSession } from '../session/session'
import { useLoaded } from '../ui/use-loaded'
import { codeOf, loadState, unwrap } from '../api'
import { useErrorText } from '../i18n'
import { longWrittenDay } from '../i18n/dates'
import { Button, Dialog, Live, Notice, Select } from '../ui'
import { useRestoreText } from './restore-words'
import { NotLoaded } from '../lists/NotLoaded'

/** The start page has calls of its own that need no sign-in; otherwise an administrator's calls are used. */
const callsOf = (phase: string) =>
  phase === 'no-records' || phase === 'first-run' ? window.api.rescue : window.api.restore

function useProblemText() {
  const errorText = useErrorText()
  return (error: unknown): string => errorText(codeOf(error))
}

/** Lists the backups, newest first, and restores one. */
export function RestoreList() {
  const phase = useSession((session) => session.phase)
  const calls = callsOf(phase)
  const [load] = useState(() => () => unwrap(calls.list()))
  const loaded = useLoaded(load)
  if (loaded.status === 'waiting') return null
  if (loaded.status === 'failed') return <NotLoaded of={[loaded]} />
  return <Choices first={loaded.value} />
}

function Choices({ first }: { readonly first: Restorables }) {
  const t = useRestoreText()
  const phase = useSession((session) => session.phase)
  const locale = useSession((session) => session.locale)
  const calls = callsOf(phase)
  const problemText = useProblemText()
  const [list, setList] = useState(first)
  const [chosen, setChosen] = useState(first.backups[0]?.file)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const backup = list.backups.find(({ file }) => file === chosen)
  const dayOf = (day: string) => longWrittenDay(day, locale)

  const attempt = async (work: () => Promise<void>) => {
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      if (codeOf(error) !== 'cancelled') setProblem(problemText(error))
    }
  }
  const look = (ownPlace: boolean) =>
    attempt(async () => {
      const next = await unwrap(calls.choose({ ownPlace }))
      setList(next)
      setChosen(next.backups[0]?.file)
    })
  const restore = () =>
    attempt(async () => {
      setAsking(false)
      setBusy(true)
      try {
        await unwrap(calls.run({ file: chosen! }))
        await applyState(await loadState())
      } finally {
        setBusy(false)
      }
    })

  return (
    <div className="restore">
      <h2 className="restore-title">
        {list.folder === null ? t('list.title') : t('list.folder', { folder: list.folder })}
      </h2>
      {backup === undefined ? (
        <p className="muted">{t('list.none')}</p>
      ) : (
        <Select
          label={t('list.label')}
          value={backup.file}
          options={list.backups.map(({ file, day, kind }, i) => ({
            id: file,
            text: `${t(`backup.${kind}`, { day: dayOf(day), file })}${i === 0 ? ` (${t('newest')})` : ''}`,
          }))}
          onChange={setChosen}
        />
      )}
      <div className="row">
        {backup !== undefined && (
          <Button kind="primary" isPending={busy} onPress={() => setAsking(true)}>
            {t(busy ? 'going' : 'go')}
          </Button>
        )}
        <Button onPress={() => void look(false)}>{t('choose-folder')}</Button>
        {list.folder !== null && <Button onPress={() => void look(true)}>{t('own-folder')}</Button>}
      </div>
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      {asking && backup !== undefined && (
        <Dialog
          role="alertdialog"
          title={t('ask.title', { day: dayOf(backup.day) })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{t('keep')}</Button>
              <Button kind="primary" onPress={() => void restore()}>
                {t('ask.go')}
              </Button>
            </>
          }
        >
          <p>{t('ask.text')}</p>
          <p>{t('ask.missing')}</p>
        </Dialog>
      )}
    </div>
  )
}
