import { use, useEffect, useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { AttemptReplay } from '../../../bridge'
import { contextOf, type CompiledScenario, type LogEntry, type Session } from '../../../domain/run'
import { regionOf, useLocale } from '../../i18n'
import { TextValues } from '../../player/Prose'
import { plainText } from '../../../domain/scenario/text-language'
import { useToolWords } from '../../player/tool-words'
import { toolName } from '../../player/Tools'
import { usePlayerText, useScenarioText } from '../../player/words'
import { useDebriefText } from '../../debrief/words'
import { stepOf, type StepKind } from './steps'
import { usePersonText } from './use-person-text'

/** Lists every entry of the log by time. Choosing one shows the moment before it. */
export function Steps({
  shown,
  compiled,
  sessions,
  position,
  onMove,
}: {
  readonly shown: AttemptReplay
  readonly compiled: CompiledScenario
  readonly sessions: readonly Session[]
  readonly position: number
  readonly onMove: (position: number) => void
}) {
  const t = usePersonText()
  const locale = useLocale()
  const wordsOf = useStepWords(compiled)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current="step"]')?.scrollIntoView({ block: 'nearest' })
  }, [position])
  const time = new Intl.DateTimeFormat(regionOf(locale), { timeStyle: 'medium' })
  const steps = shown.attempt.log.map((entry, i, log) => {
    const made = log.slice(0, i).filter(({ kind }) => kind === 'decision').length
    return { entry, before: sessions[made]!, after: sessions[entry.kind === 'decision' ? made + 1 : made]! }
  })
  return (
    <section className="replay-steps" aria-label={t('replay.steps')}>
      <h2 className="label">{t('replay.steps')}</h2>
      <ol ref={list}>
        {steps.map(({ entry, before, after }, i) => (
          <li key={entry.seq} className={entry.kind}>
            <AriaButton
              className="replay-step"
              {...(i === position ? { 'aria-current': 'step' as const } : {})}
              onPress={() => onMove(i)}
            >
              <span className="caption-text mono muted">
                {time.format(new Date(entry.at))} ·{' '}
                {t('replay.took', { seconds: Math.round(entry.elapsedMs / 1000) })}
              </span>
              <span className="replay-did">{wordsOf(stepOf(compiled.scenario, before, entry))}</span>
              <Points entry={entry} before={before} after={after} />
            </AriaButton>
          </li>
        ))}
      </ol>
    </section>
  )
}

function useStepWords(compiled: CompiledScenario): (step: StepKind) => string {
  const t = usePersonText()
  const player = usePlayerText()
  const debrief = useDebriefText()
  const text = useScenarioText()
  const values = use(TextValues)
  const own = compiled.scenario.role === 'customer'
  const toolWords = useToolWords(compiled.scenario)
  return (step) => {
    switch (step.kind) {
      case 'silence':
        return t('replay.silence')
      case 'left':
        return debrief('left.counts', { outcome: step.outcome })
      case 'unknown':
        return step.event
      case 'choice': {
        const { meta } = step
        if (meta.say) return plainText(text(meta.say), values)
        return toolWords(meta)
      }
      case 'desk': {
        const tool = toolName(player, step.tool, own)
        const what = step.object === undefined ? tool : player('tool.on', { tool, object: text(step.object) })
        const looked = step.tool === 'reveal-field' || step.tool === 'open-policy'
        return t(looked ? 'replay.looked' : 'replay.used', { what })
      }
    }
  }
}

function Points({
  entry,
  before,
  after,
}: {
  readonly entry: LogEntry
  readonly before: Session
  readonly after: Session
}) {
  const t = usePersonText()
  const debrief = useDebriefText()
  if (entry.kind !== 'decision') return null
  const assessed = contextOf(after).assessments.slice(contextOf(before).assessments.length)
  const critical = contextOf(after).critical.length > contextOf(before).critical.length
  const points = assessed.reduce((sum, each) => sum + each.points, 0)
  const possible = assessed.reduce((sum, each) => sum + each.of, 0)
  return (
    <>
      {possible > 0 && (
        <b className={`dense ${points === possible ? 'good' : 'amber-text'}`}>
          {debrief('earned', { points, possible })}
        </b>
      )}
      {critical && <span className="tone tone-critical">{t('critical')}</span>}
    </>
  )
}
