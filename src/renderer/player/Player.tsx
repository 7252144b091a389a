import { useEffect, useMemo, useState } from 'react'
import type { Key } from 'react-aria-components'
import type { AttemptView } from '../../bridge'
import { Button, Dialog, Live, TopBar } from '../ui'
import { Contact } from './Contact'
import { Desk } from './Desk'
import { choiceFor, toolEvent, TOOL_KEYS, toolsAtHand, type ToolUse } from './desk-tools'
import { TextValues } from './Prose'
import { Replies, repliesOf } from './Replies'
import { Tools, toolName } from './Tools'
import { useRun } from './use-run'
import { usePlayerText, useScenarioText } from './words'
import './contact.css'
import './player.css'

interface PlayerProps {
  readonly attempt: AttemptView
  readonly onEnded: (attempt: AttemptView) => void
  readonly onLeave: () => void
}

const TYPING = 'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"]'

/** Space belongs to whatever has the focus before it belongs to the conversation. */
const PRESSED_BY_SPACE = 'button, a, [role="tab"]'

/** The simulated desk: the contact on the left, the desk with its tools on the right. */
export default function Player({ attempt, onEnded, onLeave }: PlayerProps) {
  const t = usePlayerText()
  const text = useScenarioText()
  const run = useRun(attempt)
  const [tab, setTab] = useState<Key>('record')
  const [said, setSaid] = useState('')
  const { scenario } = run.compiled
  const own = scenario.role === 'customer'
  const values = useMemo(
    () => ({ trainee: attempt.trainee, organisation: attempt.organisation }),
    [attempt.trainee, attempt.organisation],
  )
  const ready = run.allShown && !run.ringing && !run.paused

  /** Says that something was noted only once it is. */
  const lookAround = async (what: ToolUse) => {
    if (!(await run.commit('desk', toolEvent(what)))) return
    if (what.tool === 'reveal-field') setSaid(t('revealed'))
    else if (what.tool !== 'open-policy')
      setSaid(t('nothing-happened', { tool: toolName(t, what.tool, own) }))
  }

  const use = (what: ToolUse) => {
    if (run.view.ending || run.ringing) return
    const choice = choiceFor(run.view.choices, what)
    setSaid('')
    if (choice) {
      void run.commit('decision', choice.event)
      return
    }
    if (
      what.tool === 'call-back' &&
      what.contact === undefined &&
      (scenario.desk.directory ?? []).length > 0
    ) {
      setTab('directory')
      setSaid(t('choose-number'))
      return
    }
    void lookAround(what)
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || run.paused) return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      const onControl = event.target instanceof Element && event.target.closest(PRESSED_BY_SPACE) !== null
      if (event.key === ' ' && !run.allShown && !run.ringing && !onControl) {
        event.preventDefault()
        run.showAll()
        return
      }
      if (!ready) return
      const reply = repliesOf(run)[Number(event.key) - 1]
      if (/^[1-9]$/.test(event.key) && reply) void run.commit('decision', reply.event)
      const tool = toolsAtHand(scenario, run.channel).find(
        (known) => TOOL_KEYS[known] === event.key.toLowerCase(),
      )
      if (tool) use({ tool })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  useEffect(() => {
    document.title = `${text(scenario.title)} · Hold the Line`
  })

  return (
    <TextValues value={values}>
      <TopBar>
        <span className="separator" />
        <h1 className="bar-title">{text(scenario.title)}</h1>
        {attempt.mode === 'practice' && <span className="chip">{t('mode.practice')}</span>}
        <span className="grow" />
        <span className="chip">{t(`role.${scenario.role}`, { name: attempt.trainee })}</span>
        <Button onPress={() => run.pause(true)}>{t('pause')}</Button>
      </TopBar>
      <main className="player">
        <section className="contact" aria-label={t('thread')}>
          <Contact run={run} values={values} />
          <Replies run={run} onEnded={() => onEnded({ ...attempt, log: run.log, ended: true })} />
        </section>
        <aside className="desk" aria-label={t('desk')}>
          <Desk run={run} onUse={use} tab={tab} onTab={setTab} />
          <div className="desk-said">
            <Live>{said && <p className="small">{said}</p>}</Live>
          </div>
          <Tools run={run} onUse={use} />
        </aside>
      </main>
      {run.paused && (
        <Dialog
          title={t('pause.title')}
          onClose={() => run.pause(false)}
          actions={
            <>
              <Button onPress={onLeave}>{t('pause.leave')}</Button>
              <Button kind="primary" autoFocus onPress={() => run.pause(false)}>
                {t('pause.resume')}
              </Button>
            </>
          }
        >
          <p>{t('pause.text')}</p>
          <p>
            <Button kind="link" onPress={() => run.setAtOnce(!run.atOnce)}>
              {t(run.atOnce ? 'pause.atOnce.on' : 'pause.atOnce')}
            </Button>
          </p>
        </Dialog>
      )}
    </TextValues>
  )
}
