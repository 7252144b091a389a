import { useLayoutEffect, useRef, useState, type PointerEvent, type Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { SceneView } from '../../domain/run'
import { Button, Live, Notice } from '../ui'
import { lineWidth } from './clock'
import { Prose } from './Prose'
import { channelNow, isAllShown, isRinging, sceneOf, useRun, type Run, type RunState } from './run-store'
import { usePlayerText, useScenarioText } from './words'

/** Returns the choices that say something, in the order of the scenario. */
export const repliesOf = ({ choices }: Pick<SceneView, 'choices'>) =>
  choices.filter(({ meta }) => meta.say && !meta.tool)

interface RunProps {
  readonly run: Run
}

interface RepliesProps extends RunProps {
  /** True if single keys work; they are then shown. */
  readonly keys: boolean
  /** Gets the focus after a choice. */
  readonly group: Ref<HTMLDivElement>
  readonly onChoose: (event: string) => void
  readonly onEnded: () => void
}

/** Shows the replies and the time for them, and at the end the way to the debrief. */
export function Replies({ run, keys, group, onChoose, onEnded }: RepliesProps) {
  const t = usePlayerText()
  const ringing = useRun(run, isRinging)
  const ended = useRun(run, ({ phase }) => phase.name === 'ended')
  const ready = useRun(run, isAllShown)
  const pressed = useRun(run, ({ left }) => left !== undefined)
  if (ended) {
    return (
      <div className="answer answer-ended">
        <p>{t('ended')}</p>
        <Button kind="primary" big autoFocus onPress={onEnded}>
          {t('see-debrief')}
        </Button>
      </div>
    )
  }
  if (ringing) return null
  return (
    <div className="answer">
      <div className="time-line" aria-hidden="true">
        {pressed && ready && <TimeLine run={run} />}
      </div>
      <Live>{pressed && ready && <LimitSaid run={run} />}</Live>
      <NotKept run={run} />
      {ready ? (
        <Offered run={run} keys={keys} group={group} pressed={pressed} onChoose={onChoose} />
      ) : (
        <div className="answer-head">
          <span className="grow" />
          <Button kind="link" onPress={run.showAll}>
            {t(keys ? 'show-all.key' : 'show-all')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Draws the time limit without React, which would take ten times as long for each tick. */
function TimeLine({ run }: RunProps) {
  const line = useRef<HTMLElement>(null)
  const { timeLimit = 0 } = useRun(run, sceneOf)
  useLayoutEffect(() => {
    const draw = ({ left = 0 }: Pick<RunState, 'left'>) => {
      line.current!.style.width = `${lineWidth(left, timeLimit)}%`
    }
    draw(run.store.getState())
    return run.store.subscribe(draw)
  }, [run, timeLimit])
  return <i ref={line} />
}

function LimitSaid({ run }: RunProps) {
  const t = usePlayerText()
  const { timeLimit = 0 } = useRun(run, sceneOf)
  return <span className="visually-hidden">{t('time-limit', { seconds: Math.round(timeLimit / 1000) })}</span>
}

function TimeLeft({ run }: RunProps) {
  const t = usePlayerText()
  const seconds = useRun(run, ({ left = 0 }) => Math.ceil(left / 10_000) * 10)
  return (
    <>
      <span className="time-left">{t('time-left', { seconds })}</span>
      <Button kind="link" onPress={run.moreTime}>
        {t('more-time')}
      </Button>
      <Button kind="link" onPress={run.dropLimit}>
        {t('no-limit')}
      </Button>
    </>
  )
}

function NotKept({ run }: RunProps) {
  const t = usePlayerText()
  const failed = useRun(run, ({ phase }) => phase.name === 'failed')
  return (
    <Live urgent>
      {failed && (
        <Notice
          kind="attention"
          actions={<Button onPress={() => void run.retry()}>{t('problem.retry')}</Button>}
        >
          {t('problem.text')}
        </Notice>
      )}
    </Live>
  )
}

/** Returns the name of the one to whom the replies are said, if somebody else speaks in the scene as well. */
function useAddressee(run: Run): string | undefined {
  const text = useScenarioText()
  const { beats, contact } = useRun(run, sceneOf)
  const { cast } = run.compiled.scenario
  const member = contact === undefined ? undefined : cast[contact]
  if (!member || (member.channel !== 'call' && member.channel !== 'chat')) return undefined
  const others = beats.some(({ from }) => from !== contact && cast[from] !== undefined)
  return others ? text(member.name) : undefined
}

function Offered({
  run,
  keys,
  group,
  pressed,
  onChoose,
}: Omit<RepliesProps, 'onEnded'> & { readonly pressed: boolean }) {
  const t = usePlayerText()
  const text = useScenarioText()
  const view = useRun(run, sceneOf)
  const replies = repliesOf(view)
  const channel = useRun(run, channelNow)
  // A reply that appears under a pointer at rest must not look chosen, so it is lit only once the pointer moves.
  const [pointedIn, setPointedIn] = useState<SceneView>()
  const onPointerMove = ({ movementX, movementY }: PointerEvent) => {
    if (pointedIn !== view && (movementX !== 0 || movementY !== 0)) setPointedIn(view)
  }
  const to = useAddressee(run)
  return (
    <>
      <div className="answer-head">
        <h2 id="ask">
          {replies.length > 0 ? t(`ask.${channel}`) : t('only-desk')}
          {replies.length > 0 && to !== undefined && (
            <span className="muted"> {t('ask.to', { name: to })}</span>
          )}
        </h2>
        <span className="grow" />
        {pressed && <TimeLeft run={run} />}
      </div>
      <div
        className={pointedIn === view ? 'replies pointed' : 'replies'}
        role="group"
        aria-labelledby="ask"
        tabIndex={-1}
        ref={group}
        onPointerMove={onPointerMove}
      >
        {replies.map(({ event, meta }, i) => (
          <AriaButton key={event} className="reply" onPress={() => onChoose(event)}>
            {keys && <kbd aria-hidden="true">{i + 1}</kbd>}
            <span>
              <Prose text={text(meta.say!)} />
            </span>
          </AriaButton>
        ))}
      </div>
      {replies.length > 0 && <p className="muted small answer-hint">{t('or-desk')}</p>}
    </>
  )
}
