import { useState } from 'react'
import type { Organisation as Settings } from '../../bridge'
import { organisationFault } from '../../domain/records'
import { applyState } from '../session/session'
import { useLoaded } from '../ui/use-loaded'
import { codeOf, loadState, unwrap } from '../api'
import { useText, useErrorText } from '../i18n'
import { useSignInText } from '../start/words'
import { Button, Checkbox, Live, Notice, Select, TextField } from '../ui'
import { NotLoaded } from '../lists/NotLoaded'

const load = () => unwrap(window.api.organisation.settings())

export default function Organisation() {
  const loaded = useLoaded(load)
  if (loaded.status === 'waiting') return null
  if (loaded.status === 'failed') return <NotLoaded of={[loaded]} />
  return <Form kept={loaded.value} />
}

/** Returns the offered steps, with the present value among them. */
const steps = (offered: readonly number[], kept: number): number[] =>
  [...new Set([...offered, kept])].sort((a, b) => a - b)

function Form({ kept }: { readonly kept: Settings }) {
  const t = useText()
  const errorText = useErrorText()
  const a = useSignInText()
  const [form, setForm] = useState(kept)
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'attention'; readonly text: string }>()
  const put = (change: Partial<Settings>) => {
    setForm({ ...form, ...change })
    setSaid(undefined)
  }
  const missing = form.name.trim() === ''
  const unusable = !missing && organisationFault(form.name) !== undefined
  const save = async () => {
    const { name, pin, autoLockMinutes, selfJoin, privacy, smallestGroup } = form
    try {
      await unwrap(
        window.api.organisation.change({ name, pin, autoLockMinutes, selfJoin, privacy, smallestGroup }),
      )
      await applyState(await loadState())
      setSaid({ kind: 'good', text: a('organisation.saved') })
    } catch (error) {
      setSaid({ kind: 'attention', text: errorText(codeOf(error)) })
    }
  }
  return (
    <div className="settings-fields">
      <TextField
        label={a('organisation.name')}
        hint={a('organisation.name.hint')}
        error={missing ? t('field.organisation.missing') : unusable ? t('field.name.unusable') : undefined}
        maxLength={120}
        value={form.name}
        onChange={(name) => put({ name })}
      />
      <div>
        <Select
          label={a('organisation.pin')}
          value={form.pin}
          options={(form.privacy === 'pseudonymous'
            ? (['required'] as const)
            : (['none', 'required'] as const)
          ).map((id) => ({ id, text: a(`organisation.pin.${id}`) }))}
          onChange={(pin) => put({ pin })}
        />
        <p className="field-hint">
          {a(form.privacy === 'pseudonymous' ? 'organisation.pin.needed' : 'organisation.pin.hint')}
        </p>
      </div>
      <Checkbox
        checked={form.selfJoin}
        onChange={(selfJoin) => put({ selfJoin })}
        hint={a('organisation.join.hint')}
      >
        {a('organisation.join')}
      </Checkbox>
      <div>
        <Select
          label={a('organisation.lock')}
          value={String(form.autoLockMinutes)}
          options={steps([2, 5, 10, 15, 30, 60], kept.autoLockMinutes).map((n) => ({
            id: String(n),
            text: a('organisation.lock.minutes', { n }),
          }))}
          onChange={(minutes) => put({ autoLockMinutes: Number(minutes) })}
        />
        <p className="field-hint">{a('organisation.lock.hint')}</p>
      </div>
      <div>
        <Select
          label={a('organisation.privacy')}
          value={form.privacy}
          options={(['named', 'pseudonymous'] as const).map((id) => ({
            id,
            text: a(`organisation.privacy.${id}`),
          }))}
          onChange={(privacy) => put(privacy === 'pseudonymous' ? { privacy, pin: 'required' } : { privacy })}
        />
        <p className="field-hint">{a('organisation.privacy.hint')}</p>
      </div>
      {form.privacy === 'pseudonymous' && (
        <div>
          <Select
            label={a('organisation.group')}
            value={String(form.smallestGroup)}
            options={steps([10, 15, 20, 30, 50], kept.smallestGroup).map((n) => ({
              id: String(n),
              text: a('organisation.group.people', { n }),
            }))}
            onChange={(people) => put({ smallestGroup: Number(people) })}
          />
          <p className="field-hint">{a('organisation.group.hint')}</p>
        </div>
      )}
      <div className="row">
        <Button kind="primary" isDisabled={missing || unusable} onPress={() => void save()}>
          {a('organisation.save')}
        </Button>
      </div>
      <Live>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
    </div>
  )
}
