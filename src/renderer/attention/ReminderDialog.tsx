import { useId, useState } from 'react'
import type { PersonAttention } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { FACTS, LOCALES, useLocale, useText, type Locale, useErrorText } from '../i18n'
import { Button, Dialog, Live, Notice, Select, TextField } from '../ui'
import { addressesOf, reminderTo } from './reminder'
import { attentionTextIn, useAttentionText } from './words'

/** Shows the text of a reminder, to be sent by other means. It can be changed before it is copied. */
export function ReminderDialog({
  team,
  rows,
  onClose,
}: {
  readonly team: string
  readonly rows: readonly PersonAttention[]
  readonly onClose: () => void
}) {
  const t = useAttentionText()
  const text = useText()
  const errorText = useErrorText()
  const own = useLocale()
  const [locale, setLocale] = useState<Locale>(own)
  const [written, setWritten] = useState(() => reminderTo(rows, own, t))
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'attention'; readonly sentence: string }>()
  const body = useId()
  const { addresses, missing } = addressesOf(rows)

  const speak = async (next: Locale) => {
    setLocale(next)
    setSaid(undefined)
    setWritten(reminderTo(rows, next, await attentionTextIn(next)))
  }
  const copy = async (what: string) => {
    try {
      await unwrap(window.api.attention.copy({ text: what }))
      setSaid({ kind: 'good', sentence: t('reminder.copied') })
    } catch (error) {
      setSaid({ kind: 'attention', sentence: errorText(codeOf(error)) })
    }
  }
  return (
    <Dialog
      title={t('reminder.title', { team })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('app.close')}</Button>
          {addresses.length > 0 && (
            <Button onPress={() => void copy(addresses.join('; '))}>{t('reminder.copy-addresses')}</Button>
          )}
          <Button kind="primary" onPress={() => void copy(`${written.subject}\n\n${written.body}`)}>
            {t('reminder.copy')}
          </Button>
        </>
      }
    >
      <p>{t('reminder.text')}</p>
      <Select
        label={t('reminder.language')}
        value={locale}
        options={LOCALES.map((id) => ({ id, text: FACTS[id].name }))}
        onChange={(next) => void speak(next)}
      />
      {addresses.length === 0 ? (
        <p className="muted dense">{t('reminder.to.none')}</p>
      ) : (
        <TextField
          label={t('reminder.to')}
          hint={t('reminder.to.hint', { missing })}
          value={addresses.join('; ')}
          isReadOnly
        />
      )}
      <TextField
        label={t('reminder.subject')}
        value={written.subject}
        onChange={(subject) => setWritten({ ...written, subject })}
      />
      <div className="field">
        <label className="field-label" htmlFor={body}>
          {t('reminder.body')}
        </label>
        <textarea
          id={body}
          className="field-input reminder-body"
          rows={8}
          lang={locale}
          value={written.body}
          onChange={(event) => setWritten({ ...written, body: event.target.value })}
        />
      </div>
      <Live>{said && <Notice kind={said.kind}>{said.sentence}</Notice>}</Live>
    </Dialog>
  )
}
