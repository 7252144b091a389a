import { useMemo, useState } from 'react'
import { Button, Live } from '../../ui'
import { doneOf, placeOf, STEPS, type GuideFacts, type GuidePlace } from './steps'
import { useGuideText } from '../words'
import './guide.css'

/** Guides through a first scenario: shows the next step with its reason and the way to its place. It blocks nothing. */
export default function Guide({
  facts,
  onGo,
  onLeave,
}: {
  readonly facts: GuideFacts
  readonly onGo: (place: GuidePlace) => void
  readonly onLeave: () => void
}) {
  const t = useGuideText()
  const [all, setAll] = useState(false)
  const done = useMemo(() => doneOf(facts), [facts])
  const next = STEPS.find((step) => !done.has(step))
  return (
    <section className="studio-guide" aria-label={t('guide')}>
      <div className="row">
        <b>{t('guide')}</b>
        <span className="muted dense">{t('progress', { done: done.size, of: STEPS.length })}</span>
      </div>
      <progress max={STEPS.length} value={done.size} aria-label={t('guide')} />
      <Live>
        {next ? (
          <>
            <p>
              <b>{t('next', { title: t(next) })}</b>
            </p>
            <p className="muted dense">{t(`${next}.why`)}</p>
          </>
        ) : (
          <p>{t('finished')}</p>
        )}
      </Live>
      <div className="row">
        {next && (
          <Button kind="primary" onPress={() => onGo(placeOf(next, facts))}>
            {t('show')}
          </Button>
        )}
        <Button kind="link" aria-expanded={all} onPress={() => setAll(!all)}>
          {t('all')}
        </Button>
        <Button kind="link" onPress={onLeave}>
          {t('hide')}
        </Button>
      </div>
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
