import { useState } from 'react'
import type { ExchangeState, Response } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { useLocale, useErrorText } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { Button, Dialog, Live, Notice } from '../ui'
import type { PartProps } from './Exchange'
import { useExchangeText } from './words'

type Problem = ExchangeState['problems'][number]
type Clashes = Response<'exchange.clashes'>

/** Lists the bundles that were not taken, each with its reason. */
export function Problems({ state: { problems }, run }: PartProps) {
  const t = useExchangeText()
  const errorText = useErrorText()
  const locale = useLocale()
  const [asked, setAsked] = useState<{ bundle: string; clashes: Clashes }>()
  const [failed, setFailed] = useState<string>()
  if (problems.length === 0) return null

  const ask = async (bundle: string) => {
    setFailed(undefined)
    try {
      setAsked({ bundle, clashes: await unwrap(window.api.exchange.clashes({ bundle })) })
    } catch (error) {
      setFailed(errorText(codeOf(error)))
    }
  }
  const settle = async (bundle: string, devicePerson: string, ourName: string) => {
    setAsked(undefined)
    await run(() => unwrap(window.api.exchange.settle({ bundle, devicePerson, ourName })))
  }
  const from = ({ device, number, file }: Problem) =>
    device !== null && number !== null
      ? t('problems.from', { device, number })
      : t('problems.unnamed', { file })
  const clash = asked?.clashes[0]
  return (
    <section className="settings-part">
      <h3>{t('problems.title')}</h3>
      <p className="muted dense">{t('problems.text')}</p>
      <Live urgent>{failed !== undefined && <Notice kind="attention">{failed}</Notice>}</Live>
      <ul className="settings-rows exchange-list">
        {problems.map((problem) => (
          <li key={problem.hash}>
            <div className="grow">
              <strong>{t(`reason.${problem.reason}`)}</strong>
              <p className="dense">{t(`next.${problem.reason}`)}</p>
              <p className="muted dense exchange-path">
                {from(problem)} · {dateAndTime(problem.seenAt, locale)}
              </p>
            </div>
            {problem.reason === 'number-clash' && (
              <Button onPress={() => void ask(problem.hash)}>{t('problems.who')}</Button>
            )}
          </li>
        ))}
      </ul>
      {asked && clash && (
        <Dialog
          role="alertdialog"
          title={t('who.title')}
          onClose={() => setAsked(undefined)}
          actions={
            <>
              <Button onPress={() => setAsked(undefined)}>{t('close')}</Button>
              <Button
                kind="primary"
                onPress={() => void settle(asked.bundle, clash.devicePerson, clash.ourName)}
              >
                {t('who.same')}
              </Button>
            </>
          }
        >
          <p>{t('who.text', { number: clash.number, ours: clash.ourName, theirs: clash.theirName })}</p>
          <p className="muted">{t('who.other')}</p>
        </Dialog>
      )}
    </section>
  )
}
