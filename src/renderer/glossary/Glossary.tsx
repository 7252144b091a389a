import { useState } from 'react'
import { TACTICS } from '../../domain/scenario/vocabulary'
import { textHook, useLocale, useText } from '../i18n'
import { Button, LaterDialog } from '../ui'
import './glossary.css'

const useGlossaryText = textHook('glossary')
const useTacticNames = textHook('results')

const CUES = ['warning', 'reassuring', 'first'] as const
const OUTCOMES = ['critical', 'turned-away'] as const
const DESK = ['handling', 'adherence', 'rating', 'quality', 'sec'] as const

/** A button that opens explanations of the words in debriefs and results. */
export function GlossaryButton() {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="link" onPress={() => setOpen(true)}>
        {t('learn.glossary')}
      </Button>
      {open && <Glossary onClose={() => setOpen(false)} />}
    </>
  )
}

function Glossary({ onClose }: { readonly onClose: () => void }) {
  const t = useGlossaryText()
  const nameOf = useTacticNames()
  const common = useText()
  const locale = useLocale()
  const tactics = TACTICS.map((tactic) => ({
    id: tactic,
    name: nameOf(`tactic.${tactic}`),
    text: t(`tactic.${tactic}`),
  })).sort((a, b) => a.name.localeCompare(b.name, locale))
  const part = (ids: typeof CUES | typeof OUTCOMES | typeof DESK) =>
    ids.map((id) => (
      <div key={id}>
        <dt>{t(id)}</dt>
        <dd>{t(`${id}.text`)}</dd>
      </div>
    ))
  return (
    <LaterDialog
      title={t('title')}
      onClose={onClose}
      wide
      actions={
        <Button kind="primary" onPress={onClose}>
          {common('app.close')}
        </Button>
      }
    >
      <div className="glossary" role="region" aria-label={t('title')} tabIndex={0}>
        <h3>{t('tactics')}</h3>
        <p className="muted">{t('tactics.text')}</p>
        <dl>
          {tactics.map(({ id, name, text }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <h3>{t('cues')}</h3>
        <dl>{part(CUES)}</dl>
        <h3>{t('outcomes')}</h3>
        <dl>{part(OUTCOMES)}</dl>
        <h3>{t('desk')}</h3>
        <dl>{part(DESK)}</dl>
      </div>
    </LaterDialog>
  )
}
