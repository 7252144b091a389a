import { useMemo, type ReactNode } from 'react'
import { compileScenario } from '../../domain/run'
import { debriefOf } from '../../domain/scoring'
import { withVariant } from '../../domain/scenario/variants'
import { MediaUrl, type MediaHost, type PlayedAttempt } from '../player/host'
import { TextValues } from '../player/Prose'
import { useScenarioText } from '../player/words'
import { Button, Notice, TopBar } from '../ui'
import type { Scoring } from './OlderScoring'
import { Summary } from './Summary'
import { Timeline } from './Timeline'
import { useDebriefText } from './words'
import './debrief.css'

interface DebriefProps {
  readonly attempt: Pick<PlayedAttempt, 'scenario' | 'log' | 'seed' | 'trainee' | 'organisation'> & {
    readonly scoring?: Scoring | null
  }
  readonly host: MediaHost
  /** Shown beside the debrief, for example explanations of words. */
  readonly beside?: ReactNode
  readonly nextTitle?: string
  /** The label of the button that leaves, if there are no courses to return to. */
  readonly leave?: string
  readonly onPractise: () => void
  readonly onNext: () => void
  readonly onLeave: () => void
}

/** Tells the attempt scene by scene, from its log. */
export default function Debrief({
  attempt,
  host,
  beside,
  nextTitle,
  leave,
  onPractise,
  onNext,
  onLeave,
}: DebriefProps) {
  const t = useDebriefText()
  const text = useScenarioText()
  const { scenario: written, seed } = attempt
  const scenario = useMemo(() => withVariant(written, seed ?? undefined), [written, seed])
  const compiled = useMemo(() => compileScenario(scenario), [scenario])
  // Finding better choices may take a search, which begins once the debrief is on screen.
  const debrief = useMemo(
    () => debriefOf(compiled, attempt.log, 0, attempt.seed ?? undefined),
    [compiled, attempt.log, attempt.seed],
  )
  const values = useMemo(
    () => ({ trainee: attempt.trainee, organisation: attempt.organisation }),
    [attempt.trainee, attempt.organisation],
  )
  return (
    <MediaUrl value={host.mediaUrl}>
      <TextValues value={values}>
        <TopBar>
          <span className="separator" />
          <b>{t('debrief')}</b>
          <span className="muted debrief-title">{text(scenario.title)}</span>
          <span className="grow" />
          {beside}
          <Button onPress={onPractise}>{t('again')}</Button>
          {nextTitle !== undefined && <Button onPress={onLeave}>{t('done')}</Button>}
          <Button kind="primary" onPress={nextTitle === undefined ? onLeave : onNext}>
            {nextTitle === undefined ? (leave ?? t('done')) : t('next', { title: nextTitle })}
          </Button>
        </TopBar>
        {debrief ? (
          <main className="debrief">
            <Summary scenario={scenario} debrief={debrief} scoring={attempt.scoring} />
            <Timeline compiled={compiled} log={attempt.log} debrief={debrief} />
          </main>
        ) : (
          <main className="page">
            <Notice kind="attention">{t('lost')}</Notice>
          </main>
        )}
      </TextValues>
    </MediaUrl>
  )
}
