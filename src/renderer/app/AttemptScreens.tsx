import { lazy, useMemo } from 'react'
import type { AttemptView } from '../../bridge'
import { loadCourses, mediaUrl } from '../api'
import { useLocalized, useText } from '../i18n'
import { GlossaryButton } from '../glossary/Glossary'
import { nextDrawn, nextOpen } from '../learn/progress'
import { Live, Notice } from '../ui'
import { useSession } from '../session/session'
import { hostOf } from './host'
import { useNavigation } from '../session/navigation'
import { useAttempts } from '../learn/use-attempts'
import { useLoaded } from '../ui/use-loaded'
import { NotLoaded } from '../lists/NotLoaded'

const Player = lazy(() => import('../player/Player'))
const Debrief = lazy(() => import('../debrief/Debrief'))

export function PlayerScreen({ attempt }: { readonly attempt: AttemptView }) {
  const { go } = useNavigation()
  const shortcuts = useSession((session) => session.shortcuts)
  const host = useMemo(() => hostOf(attempt.id, shortcuts), [attempt.id, shortcuts])
  /** If the attempt can't be left now, it stays open and can be continued on Learn. */
  const leave = async () => {
    if (attempt.mode === 'assessed') await window.api.attempt.leave({ attempt: attempt.id })
    go({ name: 'learn' })
  }
  return (
    <Player
      key={attempt.id}
      attempt={attempt}
      host={host}
      onEnded={(log) => go({ name: 'debrief', attempt: { ...attempt, log: [...log], ended: true } })}
      onLeave={() => void leave()}
    />
  )
}

export function DebriefScreen({ attempt }: { readonly attempt: AttemptView }) {
  const { go } = useNavigation()
  const localized = useLocalized()
  const t = useText()
  const { start, resume, problem, question } = useAttempts()
  const courses = useLoaded(loadCourses)
  const course =
    courses.status === 'ready' ? courses.value.find((entry) => entry.id === attempt.course) : undefined
  const next = course && nextOpen(course)
  const drawn = course && nextDrawn(course)
  const leave = () => go({ name: 'learn' })
  const onNext = () => {
    if (drawn) start({ course: attempt.course, scenario: null, mode: 'assessed' })
    else if (!next) leave()
    else if (next.state === 'in-progress' && next.attempt !== null) resume(next.attempt)
    else start({ course: attempt.course, scenario: next.scenario, mode: 'assessed' })
  }
  return (
    <>
      <NotLoaded of={[courses]} />
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      <Debrief
        key={attempt.id}
        attempt={attempt}
        host={{ mediaUrl }}
        beside={<GlossaryButton />}
        onPractise={() => start({ course: attempt.course, scenario: attempt.scenario.id, mode: 'practice' })}
        onNext={onNext}
        onLeave={leave}
        {...(drawn
          ? { nextTitle: t('learn.draw.next', drawn) }
          : next
            ? { nextTitle: localized(next.title) }
            : {})}
      />
      {question}
    </>
  )
}
