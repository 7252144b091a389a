import { useRef, useState } from 'react'
import type { ChosenFile } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { groupFault, LONGEST_GROUP } from '../../domain/records'
import { applyState } from '../session/session'
import { useLocale, useText, useErrorText } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { Button, Live, Notice, TextField } from '../ui'
import type { PartProps } from './Exchange'
import { useExchangeText } from './words'

type Reason = Extract<ChosenFile, { outcome: 'refused' }>['reason']

/** Makes this computer a device: asks for the file, shows its code, then asks for the computer's name. */
export function Enrol({ state, run }: PartProps) {
  const t = useExchangeText()
  const common = useText()
  const errorText = useErrorText()
  const locale = useLocale()
  const file = state.chosen
  const [refused, setRefused] = useState<Reason>()
  const [problem, setProblem] = useState<string>()
  const [done, setDone] = useState(false)
  const [name, setName] = useState(state.device?.name ?? '')
  const [site, setSite] = useState(state.device?.site ?? '')
  const [checked, setChecked] = useState(false)
  const unusable = (written: string) =>
    checked && written.trim() !== '' && groupFault(written) !== undefined
      ? common('field.name.unusable')
      : undefined
  const nameInput = useRef<HTMLInputElement>(null)

  const choose = async () => {
    setRefused(undefined)
    setProblem(undefined)
    setDone(false)
    try {
      const answer = await unwrap(window.api.exchange.chooseFile())
      if (answer.outcome === 'refused') setRefused(answer.reason)
    } catch (error) {
      if (codeOf(error) !== 'cancelled') setProblem(errorText(codeOf(error)))
    }
    await run(() => unwrap(window.api.exchange.state()))
  }
  const enrol = () =>
    run(async () => {
      const chosen = file?.id ?? ''
      const answer = await unwrap(window.api.exchange.enrol({ chosen, name: name.trim(), site: site.trim() }))
      if (answer.outcome === 'refused') setRefused(answer.reason)
      else {
        setDone(true)
        await applyState(await unwrap(window.api.app.state()))
      }
      return unwrap(window.api.exchange.state())
    })
  const submit = () => {
    setChecked(true)
    const wrongSite = site.trim() !== '' && groupFault(site) !== undefined
    if (groupFault(name) !== undefined) nameInput.current?.focus()
    else if (!wrongSite) void enrol()
  }

  return (
    <section className="settings-part">
      <h3>{t(state.role === 'device' ? 'take.again' : 'take.title')}</h3>
      <p>{t('take.text')}</p>
      <div className="row">
        <Button onPress={() => void choose()}>{t('take.choose')}</Button>
      </div>
      <Live urgent>
        {problem !== undefined && <Notice kind="attention">{problem}</Notice>}
        {refused !== undefined && <Notice kind="attention">{t(`refused.${refused}`)}</Notice>}
      </Live>
      <Live>{done && <Notice kind="good">{t('take.done')}</Notice>}</Live>
      {file && (
        <form
          className="settings-fields"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Notice>
            {t('take.read', {
              organisation: file.organisation,
              courses: file.courses,
              people: file.people,
              date: dateAndTime(file.madeAt, locale),
            })}
          </Notice>
          <p>{t('take.code', { code: file.code })}</p>
          <TextField
            label={t('take.name')}
            hint={t('take.name.hint')}
            value={name}
            onChange={setName}
            error={checked && name.trim() === '' ? t('name.missing') : unusable(name)}
            inputRef={nameInput}
            maxLength={LONGEST_GROUP}
            autoComplete="off"
            isRequired
          />
          <TextField
            label={t('take.site')}
            value={site}
            onChange={setSite}
            error={unusable(site)}
            maxLength={LONGEST_GROUP}
            autoComplete="off"
          />
          <div className="row">
            <Button kind="primary" type="submit">
              {t('take.go')}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
