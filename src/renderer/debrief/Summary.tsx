import type { Debrief } from '../../domain/scoring'
import { scoreBesideMark } from '../../domain/scoring/whole-share'
import type { Scenario } from '../../domain/scenario/schema'
import { useLocale } from '../i18n'
import { decimal, knownDate } from '../i18n/dates'
import { Prose } from '../player/Prose'
import { useScenarioText } from '../player/words'
import { ScreenTitle } from '../ui'
import { Cost } from './Cost'
import { OlderScoring, type Scoring } from './OlderScoring'
import { useDebriefText } from './words'

/** Below this share of a competency's points its line is amber. */
const FULL_ENOUGH = 0.75

export function Summary({
  scenario,
  debrief,
  scoring,
}: {
  readonly scenario: Scenario
  readonly debrief: Debrief
  readonly scoring?: Scoring | null | undefined
}) {
  const t = useDebriefText()
  const text = useScenarioText()
  const locale = useLocale()
  const { score, left, ending, disclosures, steps, workload } = debrief
  // A genuine contact has no first sign of an attack. Time after something that merely looks odd measures nothing.
  const exchangesAfterFirstSign = scenario.truth === 'attack' ? debrief.exchangesAfterFirstSign : null
  const { meta } = ending
  const shown = score.ratio === null ? null : scoreBesideMark(score.ratio, scenario.scoring.pass)
  return (
    <section className="debrief-summary" aria-label={t('debrief')} tabIndex={0}>
      <div>
        <span className="label">{t(`was.${scenario.truth}`)}</span>
        <ScreenTitle title={left ? t('left') : meta ? text(meta.title) : t('debrief')} />
        <p className={score.passed ? 'verdict good' : 'verdict'}>
          {t(score.passed ? 'passed' : 'not-passed')}
        </p>
        <OlderScoring scoring={scoring} />
        {left && (
          <div className="muted left">
            <p>{t('left.counts', { outcome: left.outcome })}</p>
            <p>{t('left.why')}</p>
          </div>
        )}
        {!left && meta?.debrief && (
          <div className="muted">
            <Prose text={text(meta.debrief)} />
          </div>
        )}
      </div>
      {score.critical.length > 0 && <p className="critical">{t('critical')}</p>}
      <div className="debrief-numbers">
        <div>
          <b className="mono">{shown ? decimal(shown.score, locale) : '–'}</b>
          <span>{shown ? t('points', { pass: decimal(shown.mark, locale) }) : t('unscored')}</span>
        </div>
        <div>
          <b className="mono">{exchangesAfterFirstSign ?? steps.length}</b>
          <span>
            {exchangesAfterFirstSign === null
              ? t('decisions', { count: steps.length })
              : t('exchanges', { count: exchangesAfterFirstSign })}
          </span>
        </div>
        <div>
          <b className="mono">{disclosures}</b>
          <span>{t('given', { count: disclosures })}</span>
        </div>
      </div>
      <div className="competencies">
        {score.byCompetency.map(({ competency, earned, possible }) => (
          <div key={competency}>
            <span>{t(competency)}</span>
            <i className={earned / possible >= FULL_ENOUGH ? '' : 'some'} aria-hidden="true">
              <u style={{ width: `${(earned / possible) * 100}%` }} />
            </i>
            <em className="mono">
              {earned} / {possible}
            </em>
          </div>
        ))}
      </div>
      {workload && <Cost workload={workload} steps={steps} scenario={scenario} />}
      <div className="keep">
        <span className="label">{t('keep')}</span>
        <Prose text={text(scenario.keep)} />
      </div>
      {(scenario.incident || scenario.sources.length > 0) && (
        <div className="incident">
          <span className="label">{t('incident')}</span>
          {scenario.incident && <Prose text={text(scenario.incident)} />}
          {scenario.sources.length > 0 && (
            <ul aria-label={t('sources')}>
              {scenario.sources.map((source) => (
                <li key={source.title}>
                  {[source.title, source.publisher, knownDate(source.date, locale)]
                    .filter(Boolean)
                    .join(', ')}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  )
}
