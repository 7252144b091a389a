import { useState } from 'react'
import type { ExchangeState } from '../../bridge'
import { unwrap } from '../api'
import { useLocale } from '../i18n'
import { regionOf } from '../i18n/text'
import { dateAndTime, shortDate } from '../i18n/dates'
import { Button, Dialog, TableBox } from '../ui'
import type { PartProps } from './Exchange'
import { useExchangeText } from './words'
import '../lists/lists.css'

type Device = ExchangeState['devices'][number]

export function Devices({ state: { devices }, run }: PartProps) {
  const t = useExchangeText()
  const locale = useLocale()
  const [revoking, setRevoking] = useState<Device>()
  const revoke = async (device: Device) => {
    setRevoking(undefined)
    await run(() => unwrap(window.api.exchange.revoke({ device: device.id })))
  }
  return (
    <section className="settings-part">
      <h3>{t('devices.title')}</h3>
      {devices.length === 0 ? (
        <p className="muted">{t('devices.none')}</p>
      ) : (
        <TableBox label={t('devices.title')}>
          <thead>
            <tr>
              <th scope="col">{t('devices.name')}</th>
              <th scope="col">{t('devices.last')}</th>
              <th scope="col">{t('devices.state')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('devices.revoke')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {devices.map((device) => (
              <tr key={device.id}>
                <th scope="row" className="wraps">
                  {device.site === null ? device.name : `${device.name}, ${device.site}`}
                  <small className="mono">{device.code}</small>
                </th>
                <td>{device.lastBundleAt ? dateAndTime(device.lastBundleAt, locale) : t('devices.never')}</td>
                <td className="wraps">
                  <DeviceState device={device} />
                </td>
                <td>
                  {device.revokedAt !== null ? (
                    <Button
                      kind="link"
                      aria-label={`${t('devices.again')}: ${device.name}`}
                      onPress={() =>
                        void run(() => unwrap(window.api.exchange.accept({ device: device.id })))
                      }
                    >
                      {t('devices.again')}
                    </Button>
                  ) : (
                    <Button
                      kind="link"
                      aria-label={`${t('devices.revoke')}: ${device.name}`}
                      onPress={() => setRevoking(device)}
                    >
                      {t('devices.revoke')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
      {revoking && (
        <Dialog
          role="alertdialog"
          title={t('devices.revoke.title', { name: revoking.name })}
          onClose={() => setRevoking(undefined)}
          actions={
            <>
              <Button onPress={() => setRevoking(undefined)}>{t('cancel')}</Button>
              <Button kind="primary" onPress={() => void revoke(revoking)}>
                {t('devices.revoke')}
              </Button>
            </>
          }
        >
          <p>{t('devices.revoke.text')}</p>
        </Dialog>
      )}
    </section>
  )
}

function DeviceState({ device }: { readonly device: Device }) {
  const t = useExchangeText()
  const locale = useLocale()
  const { revokedAt, missing, missingInAll } = device
  if (revokedAt !== null) {
    return <span className="muted">{t('devices.revoked', { at: shortDate(revokedAt, locale) })}</span>
  }
  if (missingInAll === 0) return <>{device.latest === null ? '—' : t('devices.ok')}</>
  const more = missingInAll > missing.length ? ['…'] : []
  const list = new Intl.ListFormat(regionOf(locale), { type: 'unit' }).format([
    ...missing.map(String),
    ...more,
  ])
  return <span className="tone tone-attention">{t('devices.gaps', { n: missingInAll, list })}</span>
}
