import { lazy, useMemo, useState } from 'react'
import type { LogEntry } from '../../domain/run'
import { withMediaHashes } from '../../domain/scenario/media'
import type { Scenario } from '../../domain/scenario/schema'
import { memoryHost } from '../player/memory-host'
import type { PlayedAttempt } from '../player/host'
import { useSession } from '../session/session'
import type { DraftMedia } from './draft-media'
import { useStudioText } from './words'

const Player = lazy(() => import('../player/Player'))
const Debrief = lazy(() => import('../debrief/Debrief'))

/** Plays the scenario as a trainee would, from the first scene to the debrief. Nothing is recorded. */
export function WholePlay({
  scenario,
  media,
  onEnded,
  onLeave,
}: {
  readonly scenario: Scenario
  /** The document's pictures and sounds. */
  readonly media: Pick<DraftMedia, 'files' | 'address'>
  /** Called when the play came to an end. */
  readonly onEnded: () => void
  readonly onLeave: () => void
}) {
  const shortcuts = useSession((session) => session.shortcuts)
  const trainee = useSession((session) => session.person?.name.split(' ')[0] ?? '')
  const t = useStudioText()
  const organisation = t('play.organisation')
  const [log, setLog] = useState<readonly LogEntry[]>()
  const [count, setCount] = useState(0)
  const attempt = useMemo(
    (): PlayedAttempt => ({
      scenario: withMediaHashes(scenario, new Map(media.files.map(({ file, hash }) => [file, hash]))),
      log: [],
      seed: null,
      mode: 'practice',
      trainee,
      organisation,
      place: null,
    }),
    [scenario, media.files, trainee, organisation],
  )
  const host = useMemo(() => {
    const clock = { now: () => new Date(), ticks: () => performance.now() }
    return memoryHost(attempt, clock, { mediaUrl: media.address, shortcuts })
    // Each play from the beginning needs a new log, so `count` is a dependency.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [attempt, shortcuts, count])
  if (log) {
    return (
      <Debrief
        attempt={{ ...attempt, log }}
        host={host}
        onPractise={() => {
          setLog(undefined)
          setCount(count + 1)
        }}
        onNext={onLeave}
        onLeave={onLeave}
      />
    )
  }
  return (
    <Player
      key={count}
      attempt={attempt}
      host={host}
      onEnded={(whole) => {
        setLog(whole)
        onEnded()
      }}
      onLeave={onLeave}
    />
  )
}
