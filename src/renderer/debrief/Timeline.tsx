import type { ReactNode } from 'react'
import type { CompiledScenario, LogEntry, SceneView } from '../../domain/run'
import type { Better, Debrief, DebriefStep } from '../../domain/scoring'
import type { ChoiceMeta, Cue, Scenario } from '../../domain/scenario/schema'
import { MediaView } from '../player/Media'
import { Prose } from '../player/Prose'
import { clockTime } from '../player/clock'
import { useToolWords } from '../player/tool-words'
import { useScenarioText } from '../player/words'
import { useBetter } from './use-better'
import { useDebriefText } from './words'

function ChoiceWords({ meta, scenario }: { readonly meta: ChoiceMeta; readonly scenario: Scenario }) {
  const text = useScenarioText()
  const toolWords = useToolWords(scenario)
  return meta.say ? <Prose text={text(meta.say)} /> : <p>{toolWords(meta)}</p>
}

/** Says which scene it is and, where the desk showed it, the handling time that the contact had taken. */
function SceneLabel({
  view,
  seconds,
  children,
}: {
  readonly view: SceneView
  readonly seconds: number | undefined
  readonly children?: ReactNode
}) {
  const t = useDebriefText()
  const text = useScenarioText()
  const title = view.meta ? text(view.meta.title) : view.path
  return (
    <div className="label">
      {seconds === undefined ? title : t('scene', { title, time: clockTime(seconds) })} {children}
    </div>
  )
}

/** Shows what was said and written, with its speakers, and what was told beside it. */
function Said({ view, scenario }: { readonly view: SceneView; readonly scenario: Scenario }) {
  const text = useScenarioText()
  return view.beats.map((beat, i) => {
    const member = scenario.cast[beat.from]
    const marks = (beat.cues ?? []).flatMap((mark) =>
      typeof mark === 'string'
        ? []
        : [{ phrase: text(mark.phrase), kind: scenario.cues[mark.cue]?.kind ?? ('warning' as const) }],
    )
    const content = (
      <>
        <Prose text={text(beat.text)} marks={marks} />
        {beat.media && <MediaView media={beat.media} />}
      </>
    )
    if (!member) {
      return (
        <div key={beat.id} className="told">
          {content}
        </div>
      )
    }
    const goesOn = view.beats[i - 1]?.from === beat.from
    return (
      <blockquote key={beat.id}>
        {goesOn ? (
          <span className="visually-hidden">{text(member.name)}</span>
        ) : (
          <b className="speaker">{text(member.name)}</b>
        )}
        {content}
      </blockquote>
    )
  })
}

function Cues({
  kind,
  cues,
  scenario,
}: {
  readonly kind: Cue['kind']
  readonly cues: readonly string[]
  readonly scenario: Scenario
}) {
  const t = useDebriefText()
  const text = useScenarioText()
  const own = cues.flatMap((id) => (scenario.cues[id]?.kind === kind ? [text(scenario.cues[id].label)] : []))
  if (own.length === 0) return null
  return (
    <p className="cues">
      <mark className={`cue-${kind}`}>{t(`cues.${kind}`, { truth: scenario.truth })}</mark> {own.join(', ')}
    </p>
  )
}

function Step({
  step,
  scenario,
  better,
}: {
  readonly step: DebriefStep
  readonly scenario: Scenario
  /** `undefined` while the search is running. */
  readonly better: Better | undefined
}) {
  const t = useDebriefText()
  const text = useScenarioText()
  const points = step.assessments.reduce((sum, { points }) => sum + points, 0)
  const possible = step.assessments.reduce((sum, { of }) => sum + of, 0)
  const did = step.transition.meta?.did ?? step.choice?.meta.did
  return (
    <li className={step.firstSign ? 'step first-sign' : 'step'}>
      <SceneLabel view={step.view} seconds={step.seconds}>
        {step.firstSign && (
          <span className="chip amber">{t(scenario.truth === 'attack' ? 'decisive' : 'looks-odd')}</span>
        )}
      </SceneLabel>
      <Said view={step.view} scenario={scenario} />
      <Cues kind="warning" cues={step.cues} scenario={scenario} />
      <Cues kind="reassuring" cues={step.cues} scenario={scenario} />
      <div className="taken">
        {step.timedOut && !did ? <p>{t('silence')}</p> : did ? <Prose text={text(did)} /> : null}
        {!did && step.choice && !step.timedOut && <ChoiceWords meta={step.choice.meta} scenario={scenario} />}
        {possible > 0 && (
          <b className={points === possible ? 'good' : 'amber-text'}>{t('earned', { points, possible })}</b>
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
          <ChoiceWords meta={better.choice.meta} scenario={scenario} />
        </div>
      )}
      {better && !better.searched && <p className="muted small">{t('not-searched')}</p>}
    </li>
  )
}

export function Timeline({
  compiled,
  log,
  debrief: { steps, left, ending, workload },
}: {
  readonly compiled: CompiledScenario
  readonly log: readonly LogEntry[]
  readonly debrief: Debrief
}) {
  const t = useDebriefText()
  const better = useBetter(compiled, log)
  return (
    <section className="debrief-timeline" aria-label={t('timeline')} tabIndex={0}>
      <ol>
        {steps.map((step, i) => (
          <Step key={step.seq} step={step} scenario={compiled.scenario} better={better?.[i]} />
        ))}
        <li className="step step-end">
          <SceneLabel view={ending} seconds={workload?.seconds} />
          {left ? <p>{t('left.here')}</p> : <Said view={ending} scenario={compiled.scenario} />}
        </li>
      </ol>
    </section>
  )
}
