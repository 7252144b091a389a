import { useMemo, useState } from 'react'
import { compileScenario, decide, scenePath, startSession, type LogEntry } from '../../domain/run'
import type { Scenario } from '../../domain/scenario/schema'
import { eachText, NOWHERE } from '../../domain/scenario/texts'
import { wordsIn } from '../../domain/authoring/review/pin'
import { scenePlace } from '../../domain/authoring/review/place-ids'
import Debrief from '../debrief/Debrief'
import { useLocale } from '../i18n'
import { memoryHost } from '../player/memory-host'
import Player from '../player/Player'
import type { PlayedAttempt, PlayerHost } from '../player/host'
import { usePin, useReview } from './context'
import { Pinned } from './Pinned'
import { useReviewText } from './words'

/**
 * Copies the scenario and gives each text's words in one language under the player's language as well, so that the
 * player shows them.
 */
export function inLanguage(scenario: Scenario, language: string, locale: string): Scenario {
  const copy = structuredClone(scenario)
  eachText(
    copy,
    (text) => {
      if (typeof text === 'string' || text[language] === undefined) return
      text[locale] = text[language]
    },
    NOWHERE,
  )
  return copy
}

/** Plays the scenario as a trainee would, from the first scene to the debrief. Each place can be commented on. */
export function PlayView({ onLeave }: { readonly onLeave: () => void }) {
  const { language } = useReview()
  const [count, setCount] = useState(0)
  return <Attempt key={`${count} ${language}`} onAgain={() => setCount(count + 1)} onLeave={onLeave} />
}

function Attempt({ onAgain, onLeave }: { readonly onAgain: () => void; readonly onLeave: () => void }) {
  const t = useReviewText()
  const locale = useLocale()
  const { pack, language } = useReview()
  const pin = usePin()
  const [log, setLog] = useState<readonly LogEntry[]>()
  const [{ attempt, memory, first }] = useState(() => {
    const scenario = inLanguage(pack.scenario, language, locale)
    const attempt: PlayedAttempt = {
      scenario,
      log: [],
      seed: null,
      mode: 'practice',
      trainee: t('play.trainee'),
      organisation: t('play.organisation'),
      place: null,
    }
    const clock = { now: () => new Date(), ticks: () => performance.now() }
    const memory = memoryHost(attempt, clock, {
      mediaUrl: ({ sha256 }) => pack.media[sha256] ?? '',
      shortcuts: false,
    })
    return { attempt, memory, first: startSession(compileScenario(scenario)) }
  })
  const [session, setSession] = useState(first)
  const host = useMemo(
    (): PlayerHost => ({
      ...memory,
      commit: async (asked) => {
        const entry = await memory.commit(asked)
        if (entry.kind === 'decision') setSession((now) => decide(now, entry.event) ?? now)
        return entry
      },
    }),
    [memory],
  )
  const path = scenePath(session)
  const title = titleOf(pack.scenario, path)
  const called = (title && wordsIn(title, language)) || path
  return (
    <div className="review-play">
      <Pinned pin={pin('scene', scenePlace(path), title)} what={called} className="review-where">
        <a href={`#scene-${path}`} onClick={onLeave}>
          {t('play.where', { scene: called })}
        </a>
      </Pinned>
      {log ? (
        <Debrief
          attempt={{ ...attempt, log }}
          host={host}
          leave={t('play.leave')}
          onPractise={onAgain}
          onNext={onLeave}
          onLeave={onLeave}
        />
      ) : (
        <Player attempt={attempt} host={host} onEnded={setLog} onLeave={onLeave} />
      )}
    </div>
  )
}

function titleOf(scenario: Scenario, path: string): Readonly<Record<string, string>> | undefined {
  let node: { readonly states?: Scenario['machine']['states'] | undefined } = scenario.machine
  let title: Readonly<Record<string, string>> | undefined
  for (const key of path.split('.')) {
    const next: Scenario['machine']['states'][string] | undefined = node.states?.[key]
    if (!next) return undefined
    title = next.meta?.title
    node = next
  }
  return title
}
