import type { TakenText, TakePlan } from '../../../domain/translation/take-texts'
import type { TextsFault, TextsFile } from '../../../domain/translation/texts-file'
import { textsFaultSayer } from '../../../texts/texts-fault-words'
import { useLocale } from '../../i18n'
import { Button, Dialog, Live, Notice } from '../../ui'
import { languageName } from './languages'
import { useTranslationText } from './places'

/** A file that was read, with the changes that it would make or the reasons why it can't be taken. */
export type Offer =
  | {
      readonly file: string
      readonly texts: TextsFile
      readonly plan: TakePlan
      /** True if the document has changed since another plan was shown. */
      readonly changed: boolean
    }
  | { readonly file: string; readonly faults: readonly TextsFault[] }

/** At most this many changes are listed, about as many as somebody reads before agreeing. */
const SHOWN = 100

/** Shows what taking a translator's file would change, or why the file can't be taken. */
export function TakeDialog({
  offer,
  onTake,
  onClose,
}: {
  readonly offer: Offer
  readonly onTake: (offer: Extract<Offer, { plan: TakePlan }>) => void
  readonly onClose: () => void
}) {
  const t = useTranslationText()
  if ('faults' in offer) return <Refused {...offer} onClose={onClose} />
  const { file, plan } = offer
  const all = [...plan.changed, ...plan.added]
  const nothing = all.length === 0 && plan.confirmed.length === 0 && plan.doubted.length === 0
  return (
    <Dialog
      title={t('take.title', { file })}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {!nothing && (
            <Button kind="primary" onPress={() => onTake(offer)}>
              {t('take.go', { n: all.length })}
            </Button>
          )}
        </>
      }
    >
      <Live>{offer.changed && <Notice kind="attention">{t('take.changed')}</Notice>}</Live>
      <Summary plan={plan} />
      {all.length === 0 && <p>{t('take.nothing')}</p>}
      {all.length > 0 && (
        <details className="translation-changes" open={all.length <= 12}>
          <summary>{t('take.changes')}</summary>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('take.before')}</th>
                <th scope="col">{t('take.after')}</th>
              </tr>
            </thead>
            <tbody>
              {all.slice(0, SHOWN).map((one) => (
                <Change key={one.id} change={one} />
              ))}
            </tbody>
          </table>
          {all.length > SHOWN && <p className="muted">{t('take.rest', { n: all.length - SHOWN })}</p>}
        </details>
      )}
    </Dialog>
  )
}

function Summary({ plan }: { readonly plan: TakePlan }) {
  const t = useTranslationText()
  const locale = useLocale()
  const { added, changed, same, empty, moved, since, doubted } = plan
  return (
    <>
      <p>
        {t('take.text', {
          from: languageName(plan.from, locale),
          to: languageName(plan.to, locale),
          added: added.length,
          changed: changed.length,
          same,
        })}
      </p>
      {empty > 0 && <p>{t('take.empty', { n: empty })}</p>}
      {moved > 0 && <p>{t('take.moved', { n: moved })}</p>}
      {since.length > 0 && <p>{t('take.since', { n: since.length })}</p>}
      {doubted.length > 0 && <p>{t('take.doubted', { n: doubted.length })}</p>}
    </>
  )
}

function Change({ change: { before, after, source } }: { readonly change: TakenText }) {
  return (
    <tr>
      <td>{before === '' ? <span className="muted">{source}</span> : before}</td>
      <td>{after}</td>
    </tr>
  )
}

function Refused({
  file,
  faults,
  onClose,
}: {
  readonly file: string
  readonly faults: readonly TextsFault[]
  readonly onClose: () => void
}) {
  const t = useTranslationText()
  const say = textsFaultSayer(t)
  return (
    <Dialog
      title={t('refused.title', { file })}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('close')}
        </Button>
      }
    >
      <p>{t('refused.text')}</p>
      <ul className="translation-faults">
        {faults.slice(0, 20).map((fault, i) => (
          // Faults have no keys; the list does not change while it is shown.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>
            {say(fault)}
            {fault.ids && fault.ids.length > 0 && (
              <ul className="mono dense">
                {fault.ids.map((id) => (
                  <li key={id}>{id}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {faults.length > 20 && <p className="muted">{t('texts-more', { n: faults.length - 20 })}</p>}
    </Dialog>
  )
}
