import { useEffect, useMemo, useRef, useState } from 'react'
import type { Key } from 'react-aria-components'
import type { LogEntry } from '../../domain/run'
import { Button, Checkbox, Dialog, Live, TopBar } from '../ui'
import { Contact } from './Contact'
import { Desk } from './Desk'
import { toolsAtHand } from '../../domain/scenario/tools-at-hand'
import { choiceFor, toolEvent, toolKey, type ToolUse } from './desk-tools'
import { MediaUrl, type PlayedAttempt, type PlayerHost } from './host'
import { isTyping, shortcutOf, takesSpace } from './keys'
import { TextValues } from './Prose'
import { Replies, repliesOf } from './Replies'
import {
  channelNow,
  createRun,
  isAllShown,
  isDeskOpen,
  isRinging,
  sceneOf,
  useRun,
  type Run,
} from './run-store'
import { Tools, toolName } from './Tools'
import { useFocusWithScene } from './use-focus'
import { usePlayerText, useScenarioText } from './words'
import { WorkloadLine } from './Workload'
import './contact.css'
import './player.css'

interface PlayerProps {
  readonly attempt: PlayedAttempt
  readonly host: PlayerHost
  /** Called with the whole log when the trainee goes on to the debrief. */
  readonly onEnded: (log: readonly LogEntry[]) => void
  /**
   * Called when the trainee leaves. Practice can be continued another time; an assessed contact ends, as the trainee
   * was told.
   */
  readonly onLeave: () => void
}

/** The simulated workplace: the contact on the left, the desk with its tools on the right. */
export default function Player({ attempt, host, onEnded, onLeave }: PlayerProps) {
  const t = usePlayerText()
  const text = useScenarioText()
  const [run] = useState(() => createRun(attempt, host))
  const [tab, setTab] = useState<Key>('record')
  const [said, setSaid] = useState('')
  const { thread, replies, onChoice } = useFocusWithScene(run)
  const directory = useRef<HTMLDivElement>(null)
  const { shortcuts } = host
  const { scenario } = run.compiled
  const own = scenario.role === 'customer'
  const values = useMemo(
    () => ({ trainee: attempt.trainee, organisation: attempt.organisation }),
    [attempt.trainee, attempt.organisation],
  )

  useEffect(() => {
    run.start()
    return run.stop
  }, [run])

  /** Says that something was noted only after it was. */
  const lookAround = async (what: ToolUse) => {
    const answered = scenario.desk.tools?.[what.tool] !== undefined
    // The answer comes after everything that is being said, not in the middle of it.
    if (answered) run.showAll()
    if (!(await run.look(toolEvent(what))) || answered) return
    if (what.tool === 'reveal-field') setSaid(t('revealed'))
    else if (what.tool !== 'open-policy')
      setSaid(t('nothing-happened', { tool: toolName(t, what.tool, own) }))
  }

  const decide = (event: string) => {
    onChoice()
    // A message about the last scene is outdated in the next one.
    setSaid('')
    void run.decide(event)
  }

  const use = (what: ToolUse) => {
    const state = run.store.getState()
    if (!isDeskOpen(state)) return
    const choice = choiceFor(sceneOf(state).choices, what)
    setSaid('')
    if (choice) {
      decide(choice.event)
      return
    }
    if (
      (what.tool === 'call-back' || what.tool === 'forward') &&
      what.contact === undefined &&
      (scenario.desk.directory ?? []).length > 0
    ) {
      setTab('directory')
      setSaid(t(what.tool === 'forward' ? 'choose-recipient' : 'choose-number'))
      directory.current?.focus()
      return
    }
    void lookAround(what)
  }

  useEffect(() => {
    if (!shortcuts) return
    const onKey = (event: KeyboardEvent) => {
      const state = run.store.getState()
      const shortcut = state.paused || isTyping(event.target) ? undefined : shortcutOf(event)
      if (shortcut?.kind === 'show-all') {
        if (isAllShown(state) || isRinging(state) || takesSpace(event.target)) return
        event.preventDefault()
        run.showAll()
      }
      if (!isAllShown(state)) return
      if (shortcut?.kind === 'reply') {
        const reply = repliesOf(sceneOf(state))[shortcut.index]
        if (reply) decide(reply.event)
      }
      if (shortcut?.kind === 'letter') {
        const tools = toolsAtHand(scenario, channelNow(state))
        const tool = tools.find((known) => toolKey(known) === shortcut.letter)
        if (tool) use({ tool })
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  useEffect(() => {
    document.title = `${text(scenario.title)} · Hold the Line`
  })

  return (
    <MediaUrl value={host.mediaUrl}>
      <TextValues value={values}>
        <TopBar>
          <span className="separator" />
          <h1 className="bar-title">{text(scenario.title)}</h1>
          {attempt.place && (
            <span className="muted dense">
              {t('place', { ...attempt.place, drawn: String(attempt.place.drawn) })}
            </span>
          )}
          {attempt.mode === 'practice' && <span className="chip">{t('mode.practice')}</span>}
          <span className="grow" />
          <span className="chip">{t(`role.${scenario.role}`, { name: attempt.trainee })}</span>
          <Button onPress={() => run.pause(true)}>{t('pause')}</Button>
        </TopBar>
        <main className="player">
          <section className="contact" aria-label={t('thread')}>
            <Contact run={run} values={values} thread={thread} />
            <Replies
              run={run}
              keys={shortcuts}
              group={replies}
              onChoose={decide}
              onEnded={() => onEnded(run.store.getState().log)}
            />
          </section>
          <aside className="desk" aria-label={t('desk')}>
            <Desk run={run} onUse={use} tab={tab} onTab={setTab} directory={directory} />
            <WorkloadLine run={run} />
            <div className="desk-said">
              <Live>{said && <p className="small">{said}</p>}</Live>
            </div>
            <Tools run={run} keys={shortcuts} onUse={use} />
          </aside>
        </main>
        <Pause run={run} assessed={attempt.mode === 'assessed'} onLeave={onLeave} />
      </TextValues>
    </MediaUrl>
  )
}

interface PauseProps {
  readonly run: Run
  /** True if leaving ends the contact. */
  readonly assessed: boolean
  readonly onLeave: () => void
}

function Pause({ run, assessed, onLeave }: PauseProps) {
  const t = usePlayerText()
  const paused = useRun(run, (state) => state.paused)
  const atOnce = useRun(run, (state) => state.atOnce)
  const [asking, setAsking] = useState(false)
  if (!paused) return null
  if (asking) {
    return (
      <Dialog
        role="alertdialog"
        title={t('leave.title')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={onLeave}>{t('leave.go')}</Button>
            <Button kind="primary" autoFocus onPress={() => setAsking(false)}>
              {t('leave.stay')}
            </Button>
          </>
        }
      >
        <p>{t('leave.text')}</p>
        <p className="muted">{t('leave.crash')}</p>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t('pause.title')}
      onClose={() => run.pause(false)}
      actions={
        <>
          <Button onPress={assessed ? () => setAsking(true) : onLeave}>
            {t(assessed ? 'pause.leave.assessed' : 'pause.leave')}
          </Button>
          <Button kind="primary" autoFocus onPress={() => run.pause(false)}>
            {t('pause.resume')}
          </Button>
        </>
      }
    >
      <p>{t(assessed ? 'pause.text.assessed' : 'pause.text')}</p>
      <Checkbox checked={atOnce} onChange={run.setAtOnce}>
        {t('pause.atOnce')}
      </Checkbox>
    </Dialog>
  )
}
