import { useState } from 'react'
import { unwrap } from '../api'
import { Button, Checkbox, Live, Notice } from '../ui'
import type { PartProps } from './Exchange'
import { useExchangeText } from './words'

/** Makes the file with which all other computers are set up. */
export function MakeFile({ state, run }: PartProps) {
  const t = useExchangeText()
  const [people, setPeople] = useState(false)
  const [saved, setSaved] = useState<string>()
  const save = () =>
    run(async () => {
      setSaved(undefined)
      const { file } = await unwrap(window.api.exchange.makeFile({ people }))
      setSaved(file)
      return unwrap(window.api.exchange.state())
    })
  return (
    <section className="settings-part">
      <h3>{t('make.title')}</h3>
      <p>{t('make.text')}</p>
      {state.role === 'alone' && <p className="muted dense">{t('make.first')}</p>}
      <Checkbox checked={people} onChange={setPeople} hint={t('make.people.hint')}>
        {t('make.people')}
      </Checkbox>
      <div className="row">
        <Button onPress={() => void save()}>{t('make.save')}</Button>
      </div>
      <Live>{saved !== undefined && <Notice kind="good">{t('make.saved', { file: saved })}</Notice>}</Live>
      {state.organisation && (
        <dl className="facts">
          <div>
            <dt>{t('make.code')}</dt>
            <dd>
              <code>{state.organisation.code}</code>
              <span className="field-hint">{t('make.code.hint')}</span>
            </dd>
          </div>
        </dl>
      )}
    </section>
  )
}
