import { useMemo, useState } from 'react'
import { Button, Live } from '../../ui'
import { doneOf, placeOf, STEPS, type GuideFacts, type GuidePlace } from './steps'
import { useGuideText } from '../words'
import './guide.css'

/** Guides through a first scenario: shows the next step with its reason and the way to its place. It blocks nothing. */
export default function Guide({
  facts,
  fresh,
  onGo,
  onLeave,
}: {
  readonly facts: GuideFacts
  /** Whether the scenario was begun from a template or from nothing. */
  readonly fresh: boolean
  readonly onGo: (place: GuidePlace) => void
  readonly onLeave: () => void
}) {
  const t = useGuideText()
  const [all, setAll] = useState(false)
  const done = useMemo(() => doneOf(facts), [facts])
  const next = STEPS.find((step) => !done.has(step))
  const name = t(fresh ? 'guide' : 'open')
  return (
    <section className="studio-guide" aria-label={name} data-all={all}>
      <progress max={STEPS.length} value={done.size} aria-label={name} />
      <div className="row">
        <b>{name}</b>
        <Button kind="link" className="dense" aria-expanded={all} onPress={() => setAll(!all)}>
          {t('progress', { done: done.size, of: STEPS.length })}
          <span className="visually-hidden"> {t('all')}</span>
        </Button>
        <span className="grow" />
        <Button kind="link" className="studio-guide-leave" aria-label={t('hide')} onPress={onLeave}>
          ×
        </Button>
      </div>
      <Live>
        {next ? (
          <p>
            <b>{t('next', { title: t(next) })}</b>
          </p>
        ) : (
          <p>{t('finished')}</p>
        )}
        {next && <p className="muted dense studio-guide-why">{t(`${next}.why`)}</p>}
      </Live>
      {next && (
        <Button kind="primary" onPress={() => onGo(placeOf(next, facts))}>
          {t('show')}
        </Button>
      )}
      {all && (
        <ol>
          {STEPS.map((step) => (
            <li key={step} data-done={done.has(step)}>
              <Button kind="link" onPress={() => onGo(placeOf(step, facts))}>
                {t(step)}
              </Button>
              {done.has(step) && (
                <>
                  <span aria-hidden="true"> ✓</span>
                  <span className="visually-hidden"> {t('done')}</span>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
