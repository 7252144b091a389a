import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { AttemptReplay } from '../../../bridge'
import { compileScenario, viewOf, type CompiledScenario, type Session } from '../../../domain/run'
import { withVariant } from '../../../domain/scenario/variants'
import { debriefOf } from '../../../domain/scoring'
import { useNavigation } from '../../session/navigation'
import { useLoaded } from '../../ui/use-loaded'
import { mediaUrl, unwrap } from '../../api'
import { OlderScoring } from '../../debrief/OlderScoring'
import { Summary } from '../../debrief/Summary'
import { Timeline } from '../../debrief/Timeline'
import { useLocale } from '../../i18n'
import { dateAndTime } from '../../i18n/dates'
import { LineView } from '../../player/Contact'
import { MediaUrl } from '../../player/host'
import { Prose, TextValues } from '../../player/Prose'
import { useToolWords } from '../../player/tool-words'
import { toolName } from '../../player/Tools'
import { channelOf, facedIn, transcript } from '../../player/transcript'
import { usePlayerText, useScenarioText } from '../../player/words'
import { Button, Live, Notice, ScreenTitle } from '../../ui'
import { Steps } from './StepList'
import { positionAt, sessionsOf } from './steps'
import { usePersonText } from './use-person-text'
import { NotLoaded } from '../../lists/NotLoaded'
import '../../player/contact.css'
import '../../player/player.css'
import '../../debrief/debrief.css'
import '../../lists/lists.css'
import '../records.css'
import './replay.css'

/** Shows an attempt as the trainee saw it, decision by decision, and its debrief. */
export default function Replay({ attempt, person }: { readonly attempt: string; readonly person: string }) {
  const t = usePersonText()
  const { go } = useNavigation()
  const load = useCallback(() => unwrap(window.api.person.replay({ attempt })), [attempt])
  const loaded = useLoaded(load)
  const back = () => go({ name: 'person', id: person })
  if (loaded.status === 'waiting') return <main className="list-page" />
  if (loaded.status === 'failed') {
    return (
      <main className="list-page">
        <div>
          <Button kind="link" onPress={back}>
            {t('back')}
          </Button>
        </div>
        <NotLoaded of={[loaded]} />
      </main>
    )
  }
  return <Shown shown={loaded.value} onBack={back} />
}

function Shown({ shown, onBack }: { readonly shown: AttemptReplay; readonly onBack: () => void }) {
  const t = usePersonText()
  const text = useScenarioText()
  const locale = useLocale()
  const { scenario: written, log, seed, scoring } = shown.attempt
  const scenario = useMemo(() => withVariant(written, seed ?? undefined), [written, seed])
  const compiled = useMemo(() => compileScenario(scenario), [scenario])
  const sessions = useMemo(() => sessionsOf(compiled, log, seed), [compiled, log, seed])
  const values = useMemo(
    () => ({ trainee: shown.attempt.trainee, organisation: shown.attempt.organisation }),
    [shown],
  )
  const title = text(scenario.title)
  return (
    <MediaUrl value={mediaUrl}>
      <TextValues value={values}>
        <main className="replay">
          <header className="replay-head">
            <div className="row">
              <Button kind="link" onPress={onBack}>
                {t('replay.back', { name: shown.personName })}
              </Button>
            </div>
            <ScreenTitle title={title} />
            <p className="muted dense">
              {t('replay.of', { name: shown.personName, date: dateAndTime(shown.startedAt, locale) })} ·{' '}
              {t('replay.version', { version: shown.scenarioVersion })}
              {scoring && ` · ${t('replay.scoring', { version: scoring.version })}`}
              {shown.integrity === 'whole' && ` · ${t('replay.whole')}`}
              {shown.integrity === 'unsealed' && ` · ${t('replay.unsealed')}`}
            </p>
            <OlderScoring scoring={scoring} />
            {shown.alteration && <Notice kind="attention">{t(`replay.altered.${shown.alteration}`)}</Notice>}
          </header>
          {sessions ? (
            <Views shown={shown} compiled={compiled} sessions={sessions} />
          ) : (
            <RawLog shown={shown} />
          )}
        </main>
      </TextValues>
    </MediaUrl>
  )
}

function Views({
  shown,
  compiled,
  sessions,
}: {
  readonly shown: AttemptReplay
  readonly compiled: CompiledScenario
  readonly sessions: readonly Session[]
}) {
  const t = usePersonText()
  const { log, seed } = shown.attempt
  const debrief = useMemo(() => debriefOf(compiled, log, 0, seed ?? undefined), [compiled, log, seed])
  return (
    <Tabs className="replay-tabs">
      <TabList className="tabs" aria-label={t('replay')}>
        <Tab id="shown" className="tab">
          {t('replay.shown')}
        </Tab>
        <Tab id="debrief" className="tab">
          {t('replay.debrief')}
        </Tab>
      </TabList>
      <TabPanel id="shown" className="replay-panel">
        <AsShown shown={shown} compiled={compiled} sessions={sessions} />
      </TabPanel>
      <TabPanel id="debrief" className="replay-panel">
        {debrief ? (
          <div className="debrief">
            <Summary scenario={compiled.scenario} debrief={debrief} />
            <Timeline compiled={compiled} log={log} debrief={debrief} />
          </div>
        ) : (
          <Notice>{t('replay.running')}</Notice>
        )}
      </TabPanel>
    </Tabs>
  )
}

function AsShown({
  shown,
  compiled,
  sessions,
}: {
  readonly shown: AttemptReplay
  readonly compiled: CompiledScenario
  readonly sessions: readonly Session[]
}) {
  const t = usePersonText()
  const { log } = shown.attempt
  const [position, setPosition] = useState(0)
  const move = (by: number) => setPosition((at) => Math.min(log.length, Math.max(0, at + by)))
  const at = positionAt(sessions, log, position)
  const session = at.sessions[at.sessions.length - 1]!
  const channel = channelOf(facedIn(at.sessions))
  const lines = transcript(at.sessions, at.log, viewOf(session).beats.length)
  const thread = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = thread.current
    if (box) box.scrollTop = box.scrollHeight
  }, [position])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (event.target instanceof Element && event.target.closest('[role="tab"], input')) return
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
      event.preventDefault()
      move(event.key === 'ArrowLeft' ? -1 : 1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  const said =
    position === 0
      ? t('replay.start')
      : position === log.length
        ? t('replay.end')
        : t('replay.position', { step: position, steps: log.length })
  return (
    <div className="replay-columns">
      <div className="contact">
        {/* It scrolls, so that it must be reachable by keyboard. */}
        <div
          className={`thread thread-${channel}`}
          ref={thread}
          role="group"
          aria-label={t('replay.shown')}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          <div className="thread-fill" />
          {lines.map((line, i) => (
            <LineView
              key={line.key}
              line={line}
              scenario={compiled.scenario}
              latest={i === lines.length - 1}
              channel={channel}
            />
          ))}
        </div>
        <Offered session={session} taken={at.next?.kind === 'decision' ? at.next.event : undefined} />
        <div className="row replay-moves">
          <Button isDisabled={position === 0} onPress={() => move(-1)}>
            {t('replay.previous')}
          </Button>
          <Button kind="primary" isDisabled={position === log.length} onPress={() => move(1)}>
            {t('replay.next')}
          </Button>
          <Live>
            <span className="muted dense">{said}</span>
          </Live>
        </div>
      </div>
      <Steps shown={shown} compiled={compiled} sessions={sessions} position={position} onMove={setPosition} />
    </div>
  )
}

/** Shows the answers that were possible, with the one that was chosen. */
function Offered({ session, taken }: { readonly session: Session; readonly taken: string | undefined }) {
  const t = usePersonText()
  const player = usePlayerText()
  const text = useScenarioText()
  const { scenario } = session.compiled
  const { choices } = viewOf(session)
  const replies = choices.filter(({ meta }) => meta.say && !meta.tool)
  const own = scenario.role === 'customer'
  const toolWords = useToolWords(scenario)
  const tools = choices.filter(({ meta }) => meta.tool)
  if (choices.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls when answers are long
    <section className="answer" aria-label={t('replay.offered')} tabIndex={0}>
      <h2 className="label">{t('replay.offered')}</h2>
      <ul className="replay-offered">
        {replies.map(({ event, meta }) => (
          <li key={event} className={event === taken ? 'reply replay-taken' : 'reply'}>
            <span>
              <Prose text={text(meta.say!)} />
            </span>
            {event === taken && <span className="chip">{t('replay.taken')}</span>}
          </li>
        ))}
        {tools
          .filter(({ event }) => event === taken)
          .map(({ event, meta }) => (
            <li key={event} className="reply replay-taken">
              <span>{toolWords(meta)}</span>
              <span className="chip">{t('replay.taken')}</span>
            </li>
          ))}
      </ul>
      {tools.length > 0 && (
        <p className="muted small">
          {t('replay.tools', {
            tools: [...new Set(tools.map(({ meta }) => toolName(player, meta.tool!, own)))].join(', '),
          })}
        </p>
      )}
    </section>
  )
}

/** Lists the recorded entries of an attempt that can't be replayed. */
function RawLog({ shown }: { readonly shown: AttemptReplay }) {
  const t = usePersonText()
  const locale = useLocale()
  return (
    <div className="replay-raw">
      <Notice kind="attention">{t('replay.unreadable')}</Notice>
      <ol>
        {shown.attempt.log.map((entry) => (
          <li key={entry.seq} className="mono">
            {entry.seq} · {dateAndTime(entry.at, locale)} · {entry.event}
          </li>
        ))}
      </ol>
    </div>
  )
}
