import { useEffect, useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Button, Live, Notice } from '../ui'
import { lineWidth } from './clock'
import { Prose } from './Prose'
import type { Run } from './use-run'
import { usePlayerText, useScenarioText } from './words'

/** The choices that say something, in the order in which the scenario gives them. */
export const repliesOf = (run: Pick<Run, 'view'>) =>
  run.view.choices.filter(({ meta }) => meta.say && !meta.tool)

export function Replies({ run, onEnded }: { readonly run: Run; readonly onEnded: () => void }) {
  const t = usePlayerText()
  const text = useScenarioText()
  const replies = repliesOf(run)
  const { left, limit } = run
  const ready = run.allShown && !run.ringing
  const list = useRef<HTMLDivElement>(null)
  const cameFromReply = useRef(false)
  // The reply that had the focus is gone with its scene; whoever answers by keyboard goes on from the first new one.
  useEffect(() => {
    if (!ready || run.busy || !cameFromReply.current) return
    cameFromReply.current = false
    if (document.activeElement === null || document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>('.reply')?.focus()
  }, [ready, run.busy, run.view])
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
  return (
    <div className="answer" ref={list}>
      <div className="time-line" aria-hidden="true">
        {left !== undefined && limit !== undefined && ready && (
          <i style={{ width: `${lineWidth(left, limit)}%` }} />
        )}
      </div>
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
            <h2>{replies.length > 0 ? t(`ask.${run.channel}`) : t('only-desk')}</h2>
            <span className="grow" />
            {left !== undefined && (
              <>
                <span className="visually-hidden">
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
          {replies.map(({ event, meta }, i) => (
            <AriaButton
              key={event}
              className="reply"
              onPress={() => {
                cameFromReply.current = true
                void run.commit('decision', event)
              }}
            >
              <kbd aria-hidden="true">{i + 1}</kbd>
              <span>
                <Prose text={text(meta.say!)} />
              </span>
            </AriaButton>
          ))}
          {replies.length > 0 && <p className="muted small answer-hint">{t('or-desk')}</p>}
        </>
      ) : (
        !run.ringing && (
          <div className="answer-head">
            <span className="grow" />
            <Button kind="link" onPress={run.showAll}>
              {t('show-all')}
            </Button>
          </div>
        )
      )}
    </div>
  )
}
