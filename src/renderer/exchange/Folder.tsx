import { useState } from 'react'
import { unwrap } from '../api'
import { useLocale } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { Button, Live, Notice } from '../ui'
import type { PartProps } from './Exchange'
import { useExchangeText, type ExchangeText } from './words'

/** Turns the system's code for an unusable folder into a sentence. */
function folderProblem(t: ExchangeText, code: string): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return t('folder.problem.missing')
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return t('folder.problem.denied')
  if (code === 'ENOSPC') return t('folder.full')
  return t('folder.problem.other', { code })
}

export function Folder({ state, run }: PartProps) {
  const t = useExchangeText()
  const locale = useLocale()
  const [taken, setTaken] = useState<string>()
  const { role, folder, lastLook } = state
  const takeFiles = () =>
    run(async () => {
      setTaken(undefined)
      const done = await unwrap(window.api.exchange.takeFiles())
      setTaken(t('take.files.done', done))
      return unwrap(window.api.exchange.state())
    })
  return (
    <section className="settings-part">
      <h3>{t('folder.title')}</h3>
      <p>{t(role === 'hr' ? 'folder.hr' : 'folder.device')}</p>
      <p className={folder === null ? 'muted' : 'exchange-path'}>{folder ?? t('folder.none')}</p>
      <Live>
        {folder !== null && (
          <p className="muted dense">
            {lastLook ? t('last.at', { at: dateAndTime(lastLook.at, locale) }) : t('last.never')}
          </p>
        )}
        {lastLook?.problem && <Notice kind="attention">{folderProblem(t, lastLook.problem)}</Notice>}
      </Live>
      <div className="row">
        <Button onPress={() => void run(() => unwrap(window.api.exchange.chooseFolder()))}>
          {t(folder === null ? 'folder.choose' : 'folder.change')}
        </Button>
        {folder !== null && (
          <Button onPress={() => void run(() => unwrap(window.api.exchange.look()))}>
            {t(role === 'hr' ? 'look.now' : 'send.now')}
          </Button>
        )}
        {role === 'hr' && <Button onPress={() => void takeFiles()}>{t('take.files')}</Button>}
        {role === 'device' && folder !== null && (
          <Button kind="link" onPress={() => void run(() => unwrap(window.api.exchange.sendAgain()))}>
            {t('send.again')}
          </Button>
        )}
      </div>
      {role === 'device' && folder !== null && <p className="field-hint">{t('send.again.hint')}</p>}
      <Live>{taken !== undefined && <Notice>{taken}</Notice>}</Live>
    </section>
  )
}
