import { useCallback, useState } from 'react'
import type { RecordStoreState, RefusedStatement } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { useLoaded } from '../ui/use-loaded'
import { useLocale, useErrorText } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { Button, Dialog, Live, Notice } from '../ui'
import { useStoreText, verbText } from './words'
import { NotLoaded } from '../lists/NotLoaded'

const SHOWN = 50

type Open = { readonly what: 'view' | 'drop'; readonly statement: RefusedStatement }

interface RefusedProps {
  readonly count: number
  readonly onChange: (state: RecordStoreState) => void
}

/** Lists the statements that the store refused, to be looked at, tried again, saved or dropped. */
export function Refused({ count, onChange }: RefusedProps) {
  const t = useStoreText()
  const errorText = useErrorText()
  const locale = useLocale()
  const [open, setOpen] = useState<Open>()
  const [told, setTold] = useState<{ readonly kind: 'good' | 'attention'; readonly text: string }>()
  // The list is loaded again when the number has changed.
  const load = useCallback(
    () =>
      count === 0 ? Promise.resolve([]) : unwrap(window.api.recordStore.refused({ offset: 0, limit: SHOWN })),
    [count],
  )
  const list = useLoaded(load)
  const run = async (call: () => Promise<void>) => {
    setTold(undefined)
    try {
      await call()
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setTold({ kind: 'attention', text: errorText(code) })
    }
    list.reload()
  }
  const retry = (id: number | null) =>
    run(async () => onChange(await unwrap(window.api.recordStore.retry({ id }))))
  const drop = (id: number) =>
    run(async () => {
      setOpen(undefined)
      onChange(await unwrap(window.api.recordStore.drop({ id })))
    })
  const save = () =>
    run(async () => {
      const saved = await unwrap(window.api.recordStore.exportRefused())
      setTold({ kind: 'good', text: t('refused.exported', saved) })
    })
  const rows = list.status === 'ready' ? list.value : []
  return (
    <section className="settings-part" aria-labelledby="settings-part">
      <h3 id="settings-part">{t('refused.title', { count })}</h3>
      <p className="muted dense">{t('refused.text')}</p>
      <div className="row">
        <Button onPress={() => void retry(null)}>{t('refused.retry.all')}</Button>
        <Button onPress={() => void save()}>{t('refused.export')}</Button>
      </div>
      <Live>{told && <Notice kind={told.kind}>{told.text}</Notice>}</Live>
      <NotLoaded of={[list]} />
      <ul className="settings-rows store-list">
        {rows.map((statement) => (
          <li key={statement.id}>
            <p>
              <b>{verbText(t, statement.verb)}</b>
              <span className="muted dense"> {dateAndTime(statement.createdAt, locale)}</span>
            </p>
            {statement.reason !== null && <p className="dense store-reason">{statement.reason}</p>}
            <div className="row">
              {statement.body !== '' && (
                <Button kind="link" onPress={() => setOpen({ what: 'view', statement })}>
                  {t('refused.view')}
                </Button>
              )}
              <Button kind="link" onPress={() => void retry(statement.id)}>
                {t('refused.retry')}
              </Button>
              <Button kind="link" onPress={() => setOpen({ what: 'drop', statement })}>
                {t('refused.drop')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {count > SHOWN && <p className="muted dense">{t('refused.more', { shown: SHOWN })}</p>}
      {open?.what === 'view' && (
        <Dialog
          title={t('refused.statement', { verb: verbText(t, open.statement.verb) })}
          onClose={() => setOpen(undefined)}
          actions={<Button onPress={() => setOpen(undefined)}>{t('refused.close')}</Button>}
        >
          <p className="dense store-reason">{open.statement.reason}</p>
          <pre className="store-json" tabIndex={0}>
            {JSON.stringify(JSON.parse(open.statement.body), null, 2)}
          </pre>
        </Dialog>
      )}
      {open?.what === 'drop' && (
        <Dialog
          role="alertdialog"
          title={t('refused.drop.title')}
          onClose={() => setOpen(undefined)}
          actions={
            <>
              <Button onPress={() => setOpen(undefined)}>{t('cancel')}</Button>
              <Button kind="primary" onPress={() => void drop(open.statement.id)}>
                {t('refused.drop.go')}
              </Button>
            </>
          }
        >
          <p>{t('refused.drop.text')}</p>
        </Dialog>
      )}
    </section>
  )
}
