import { useLocale } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import type { PartProps } from './Exchange'
import { useExchangeText } from './words'

/** Shows the name of this device, the code by which HR knows it, and the bundles that it has sent. */
export function OwnDevice({ state: { device } }: PartProps) {
  const t = useExchangeText()
  const locale = useLocale()
  if (!device) return null
  const { latest } = device
  return (
    <section className="settings-part">
      <h3>{t('own.title')}</h3>
      <dl className="facts">
        <div>
          <dt>{t('own.name')}</dt>
          <dd>{device.name}</dd>
        </div>
        {device.site !== null && (
          <div>
            <dt>{t('own.site')}</dt>
            <dd>{device.site}</dd>
          </div>
        )}
        <div>
          <dt>{t('own.code')}</dt>
          <dd>
            <code>{device.code}</code>
            <span className="field-hint">{t('own.code.hint')}</span>
          </dd>
        </div>
        <div>
          <dt>{t('own.waiting')}</dt>
          <dd>{t('own.waiting.n', { n: device.waiting })}</dd>
        </div>
        {latest && (
          <div>
            <dt>{t('own.latest')}</dt>
            <dd>
              {latest.written
                ? t('own.latest.n', { number: latest.number, at: dateAndTime(latest.madeAt, locale) })
                : t('own.latest.unwritten', { number: latest.number })}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
