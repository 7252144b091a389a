import type { Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Button, Live, Notice } from '../ui'
import { lineWidth } from './clock'
import { Prose } from './Prose'
import type { Run } from './use-run'
import { usePlayerText, useScenarioText } from './words'

/** The choices that say something, in the order in which the scenario gives them. */
export const repliesOf = (run: Pick<Run, 'view'>) =>
  run.view.choices.filter(({ meta }) => meta.say && !meta.tool)

interface RepliesProps {
  readonly run: Run
  /** Whether single keys work, so that they are shown. */
  readonly keys: boolean
  /** Takes the focus after a choice. */
  readonly group: Ref<HTMLDivElement>
  readonly onChoose: (event: string) => void
  readonly onEnded: () => void
}

export function Replies({ run, keys, group, onChoose, onEnded }: RepliesProps) {
  const t = usePlayerText()
  const text = useScenarioText()
  const replies = repliesOf(run)
  const { left, limit } = run
  const ready = run.allShown && !run.ringing
  if (run.view.ending && ready) {
    return (
      <div className="answer answer-ended">
        <p>{t('ended')}</p>
        <Button kind="primary" big autoFocus onPress={onEnded}>
          {t('see-debrief')}
        </Button>
      </div>
    )
  }
  if (run.ringing) return null
  return (
    <div className="answer">
      <div className="time-line" aria-hidden="true">
        {left !== undefined && limit !== undefined && ready && (
          <i style={{ width: `${lineWidth(left, limit)}%` }} />
        )}
      </div>
      <Live>
        {left !== undefined && limit !== undefined && ready && (
          <span className="visually-hidden">{t('time-limit', { seconds: Math.round(limit / 1000) })}</span>
        )}
      </Live>
      <Live urgent>
        {run.problem !== undefined && (
          <Notice
            kind="attention"
            actions={<Button onPress={() => void run.retry()}>{t('problem.retry')}</Button>}
          >
            {t('problem.text')}
          </Notice>
        )}
      </Live>
      {ready ? (
        <>
          <div className="answer-head">
            <h2 id="ask">{replies.length > 0 ? t(`ask.${run.channel}`) : t('only-desk')}</h2>
            <span className="grow" />
            {left !== undefined && (
              <>
                <span className="time-left">
                  {t('time-left', { seconds: Math.ceil(left / 10_000) * 10 })}
                </span>
                <Button kind="link" onPress={run.moreTime}>
                  {t('more-time')}
                </Button>
                <Button kind="link" onPress={run.dropLimit}>
                  {t('no-limit')}
                </Button>
              </>
            )}
          </div>
          <div className="replies" role="group" aria-labelledby="ask" tabIndex={-1} ref={group}>
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
