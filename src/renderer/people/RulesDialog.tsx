import { useState } from 'react'
import type { AssignmentRule } from '../../bridge'
import { useLoaded } from '../ui/use-loaded'
import { codeOf, unwrap } from '../api'
import { useLocalized, useText, useErrorText } from '../i18n'
import { Button, Dialog, Live, Notice } from '../ui'
import { usePeopleText } from './words'
import { NotLoaded } from '../lists/NotLoaded'

const load = () => unwrap(window.api.assignment.rules())

export function RulesDialog({ onClose }: { readonly onClose: () => void }) {
  const t = usePeopleText()
  const text = useText()
  const errorText = useErrorText()
  const localized = useLocalized()
  const loaded = useLoaded(load)
  const [ended, setEnded] = useState<readonly AssignmentRule[]>()
  const [problem, setProblem] = useState<string>()
  const rules = ended ?? (loaded.status === 'ready' ? loaded.value : undefined)
  const end = async (id: string) => {
    try {
      setEnded(await unwrap(window.api.assignment.endRule({ id })))
    } catch (error) {
      setProblem(errorText(codeOf(error)))
    }
  }
  return (
    <Dialog
      title={t('rules.title')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{text('app.close')}</Button>}
    >
      {!ended && <NotLoaded of={[loaded]} />}
      {rules?.length === 0 && <p className="muted">{t('rules.none')}</p>}
      <ul className="people-courses">
        {rules?.map(({ id, title, team, site, days }) => {
          const groups = [team, site].filter((group) => group !== null).join(', ')
          return (
            <li key={id}>
              <b>{localized(title)}</b>
              <span className="muted dense">
                {groups === '' ? t('rules.who.all') : t('rules.who', { groups })} ·{' '}
                {days === null ? t('rules.no-days') : t('rules.days', { days })}
              </span>
              <Button
                kind="link"
                aria-label={t('rules.end.what', { title: localized(title) })}
                onPress={() => void end(id)}
              >
                {t('rules.end')}
              </Button>
            </li>
          )
        })}
      </ul>
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
    </Dialog>
  )
}
