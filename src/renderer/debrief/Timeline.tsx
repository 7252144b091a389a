import type { CompiledScenario, LogEntry } from '../../domain/run'
import type { Better, Debrief, DebriefStep } from '../../domain/scoring'
import type { Scenario } from '../../domain/scenario/schema'
import { MediaView } from '../player/Media'
import { Prose } from '../player/Prose'
import { clockTime } from '../player/clock'
import { toolName } from '../player/Tools'
import { usePlayerText, useScenarioText } from '../player/words'
import { useBetter } from './use-better'
import { useDebriefText } from './words'
import type { ChoiceMeta } from '../../domain/scenario/schema'

function ChoiceWords({ meta, own }: { readonly meta: ChoiceMeta; readonly own: boolean }) {
  const text = useScenarioText()
  const player = usePlayerText()
  if (meta.say) return <Prose text={text(meta.say)} />
  return <p>{meta.tool ? toolName(player, meta.tool, own) : ''}</p>
}

/** Formats the time since the beginning of the contact: `75 000` ms → `1:15`. */
export function elapsed(ms: number): string {
  return clockTime(Math.max(0, ms / 1000))
}

function Step({
  step,
  scenario,
  at,
  better,
}: {
  readonly step: DebriefStep
  readonly scenario: Scenario
  /** Milliseconds since the beginning of the contact, without pauses. */
  readonly at: number
  /** `undefined` while the search is running. */
  readonly better: Better | undefined
}) {
  const t = useDebriefText()
  const text = useScenarioText()
  const own = scenario.role === 'customer'
  const time = elapsed(at)
  const points = step.assessments.reduce((sum, { points }) => sum + points, 0)
  const possible = step.assessments.reduce((sum, { of }) => sum + of, 0)
  const labels = (kind: 'warning' | 'reassuring') =>
    step.cues
      .flatMap((id) => (scenario.cues[id]?.kind === kind ? [text(scenario.cues[id].label)] : []))
      .join(', ')
  const warning = labels('warning')
  const reassuring = labels('reassuring')
  const did = step.transition.meta?.did ?? step.choice?.meta.did
  return (
    <li className={step.firstSign ? 'step first-sign' : 'step'}>
      <div className="label">
        {time} · {step.view.meta ? text(step.view.meta.title) : step.view.path}{' '}
        {step.firstSign && (
          <span className="chip amber">{t(scenario.truth === 'attack' ? 'decisive' : 'looks-odd')}</span>
        )}
      </div>
      {step.view.beats.map((beat) => (
        <blockquote key={beat.id}>
          <Prose
            text={text(beat.text)}
            marks={(beat.cues ?? []).flatMap((mark) => (typeof mark === 'string' ? [] : [text(mark.phrase)]))}
          />
          {beat.media && <MediaView media={beat.media} />}
        </blockquote>
      ))}
      {warning && <p className="cues">{t('cues', { cues: warning })}</p>}
      {reassuring && <p className="cues">{t('reassuring', { cues: reassuring })}</p>}
      <div className="taken">
        {step.timedOut && !did ? <p>{t('silence')}</p> : did ? <Prose text={text(did)} /> : null}
        {!did && step.choice && !step.timedOut && <ChoiceWords meta={step.choice.meta} own={own} />}
        {possible > 0 && (
          <b className={`mono ${points === possible ? 'good' : 'amber-text'}`}>
            +{points}/{possible}
          </b>
        )}
      </div>
      {step.critical.length > 0 && <p className="critical">{t('critical')}</p>}
      {step.assessments.map((assessment, i) => (
        <div key={i} className="muted">
          <Prose text={text(assessment.why)} />
        </div>
      ))}
      {better?.choice && (
        <div className="better">
          <span className="label">{t('better')}</span>
          <ChoiceWords meta={better.choice.meta} own={own} />
        </div>
      )}
      {better && !better.searched && <p className="muted small">{t('not-searched')}</p>}
    </li>
  )
}

export function Timeline({
  compiled,
  log,
  debrief: { steps, left, ending },
}: {
  readonly compiled: CompiledScenario
  readonly log: readonly LogEntry[]
  readonly debrief: Debrief
}) {
  const t = useDebriefText()
  const text = useScenarioText()
  const better = useBetter(compiled, log)
  const took = (until: number) => steps.slice(0, until).reduce((sum, { elapsedMs }) => sum + elapsedMs, 0)
  return (
    <section className="debrief-timeline" aria-label={t('timeline')} tabIndex={0}>
      <ol>
        {steps.map((step, i) => (
          <Step
            key={step.seq}
            step={step}
            scenario={compiled.scenario}
            better={better?.[i]}
            at={took(i + 1)}
          />
        ))}
        {left && (
          <li className="step">
            <div className="label">
              {elapsed(took(steps.length) + left.elapsedMs)} ·{' '}
              {ending.meta ? text(ending.meta.title) : ending.path}
            </div>
            <p>{t('left.here')}</p>
          </li>
        )}
      </ol>
    </section>
  )
}
