import { unwrap } from '../api'
import { useLocale } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { Button } from '../ui'
import type { PartProps } from './Exchange'
import { useExchangeText } from './words'

/** Lists the computers whose bundles wait until somebody has compared their code. */
export function Requests({ state: { requests }, run }: PartProps) {
  const t = useExchangeText()
  const locale = useLocale()
  if (requests.length === 0) return null
  return (
    <section className="settings-part">
      <h3>{t('requests.title')}</h3>
      <p>{t('requests.text')}</p>
      <ul className="settings-rows exchange-list">
        {requests.map(({ id, name, site, code, seenAt }) => (
          <li key={id}>
            <div className="grow">
              <strong>{site === null ? name : `${name}, ${site}`}</strong>
              <p className="muted dense">{t('requests.asked', { at: dateAndTime(seenAt, locale) })}</p>
            </div>
            <code className="exchange-code">{code}</code>
            <Button
              kind="primary"
              onPress={() => void run(() => unwrap(window.api.exchange.accept({ device: id })))}
            >
              {t('requests.accept')}
            </Button>
            <Button onPress={() => void run(() => unwrap(window.api.exchange.refuse({ device: id })))}>
              {t('requests.refuse')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
