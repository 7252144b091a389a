import { useMemo, useState } from 'react'
import { scenePath } from '../../domain/run'
import { Toolbar } from 'react-aria-components'
import type { PlanRun } from '../../domain/scoring'
import { Button, Notice } from '../ui'
import type { DraftMedia } from './draft-media'
import type { UnseenPart } from './coverage'
import { PlanList } from './PlanList'
import { usePlayWords, type PlayedParts } from './play-words'
import { RecordDialog } from './RecordDialog'
import { FROM_THE_BEGINNING, play, type Played, type PlayStart } from './test-play'
import { TestPlay } from './TestPlay'
import { Unseen } from './Unseen'
import type { Playing } from './use-play'
import type { Playable } from './use-playable'
import { usePlanText } from './words'
import './play.css'

const PARTS = ['play', 'plans', 'unseen'] as const
export type PlayPart = (typeof PARTS)[number]

interface PlayPaneProps extends Omit<Playing, 'unseen'> {
  /** The document's pictures and sounds. */
  readonly media: Pick<DraftMedia, 'files' | 'address'>
  readonly playable: Playable
  readonly readOnly: boolean
  readonly parts: PlayedParts
  /** Shows a scene in the outline. */
  readonly onScene: (path: string) => void
  readonly onPlace: (part: UnseenPart) => void
  readonly onWhole: () => void
  readonly pseudo: boolean
  readonly onPseudo: (pseudo: boolean) => void
}

interface Stood {
  readonly start: PlayStart
  readonly events: readonly string[]
  readonly scene: string
  readonly flags: readonly string[]
}

/**
 * Notices that an edit has led the same choices to another scene.
 * @returns the place at which the play stood before the edit; `undefined` if the scene is the same
 */
function useMoved(
  { compiled }: Playable,
  start: PlayStart,
  events: readonly string[],
  played: Played | undefined,
): Stood | undefined {
  const [stood, setStood] = useState<Stood>()
  const scene = played && scenePath(played.session)
  const known = stood?.events === events && stood.start.scene === start.scene ? stood : undefined
  if (compiled && played && scene !== undefined && !known) {
    setStood({ start, events, scene, flags: played.flags })
  }
  return known && scene !== undefined && scene !== known.scene ? known : undefined
}

/** Plays the document, runs its test plan, and lists the parts that nobody has seen yet. */
export function PlayPane({
  part,
  onPart,
  media,
  playable,
  readOnly,
  parts,
  plan,
  coverage,
  start,
  events,
  onPlay,
  onScene,
  onPlace,
  onWhole,
  pseudo,
  onPseudo,
}: PlayPaneProps) {
  const t = usePlanText()
  const { compiled, state } = playable
  const current = state === 'whole'
  const [shown, setShown] = useState<PlanRun>()
  const [recording, setRecording] = useState(false)
  const played = useMemo(
    () => (compiled ? play(compiled, start, events) : undefined),
    [compiled, start, events],
  )
  const moved = useMoved(playable, start, events, played)
  const { titleOf } = usePlayWords(parts)
  const red = plan.runs.filter((run) => plan.results.get(run)?.passed === false).length
  const names = {
    play: t('part.play'),
    plans: t(red > 0 ? 'part.plans.red' : 'part.plans', { n: plan.runs.length, red }),
    unseen: t('part.unseen', { n: coverage.unseen.length }),
  }
  const canRecord = !readOnly && current && plan.status === 'ready' && played && played.steps.length > 1
  return (
    <>
      <Toolbar className="studio-play-parts" aria-label={t('parts')}>
        {PARTS.map((name) => (
          <Button
            key={name}
            className="studio-play-part"
            aria-pressed={part === name}
            onPress={() => onPart(name)}
          >
            {names[name]}
          </Button>
        ))}
      </Toolbar>
      {part === 'play' && (
        <TestPlay
          media={media}
          compiled={compiled}
          state={state}
          played={played}
          parts={parts}
          start={start}
          events={events}
          onPlay={onPlay}
          onScene={onScene}
          onWhole={onWhole}
          pseudo={pseudo}
          onPseudo={onPseudo}
        >
          {moved && played && parts.scenes.some(({ name }) => name === moved.scene) && (
            <Notice
              kind="attention"
              actions={
                <Button onPress={() => onPlay({ scene: moved.scene, flags: moved.flags }, [])}>
                  {t('moved.stay', { before: titleOf(moved.scene) })}
                </Button>
              }
            >
              {t('moved', { scene: titleOf(scenePath(played.session)), before: titleOf(moved.scene) })}
            </Notice>
          )}
          {canRecord &&
            (start.scene === null ? (
              <Button onPress={() => setRecording(true)}>{t('record')}</Button>
            ) : (
              <p className="muted dense">{t('record.middle')}</p>
            ))}
        </TestPlay>
      )}
      {part === 'plans' && (
        <PlanList
          plan={plan}
          state={state}
          compiled={compiled}
          parts={parts}
          onShow={(run) => {
            setShown(run)
            onPlay(FROM_THE_BEGINNING, run.choices)
            onPart('play')
          }}
        />
      )}
      {part === 'unseen' && (
        <Unseen
          coverage={coverage}
          compiled={compiled}
          parts={parts}
          onGo={onPlace}
          onWay={(way) => {
            onPlay(FROM_THE_BEGINNING, way)
            onPart('play')
          }}
        />
      )}
      {recording && played && (
        <RecordDialog
          plan={plan}
          played={played}
          shown={shown && plan.runs.includes(shown) ? shown : undefined}
          parts={parts}
          onClose={(run) => {
            setRecording(false)
            if (!run) return
            setShown(undefined)
            onPart('plans')
          }}
        />
      )}
    </>
  )
}
