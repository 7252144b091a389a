import { useEffect, useMemo, type ReactNode, type RefObject } from 'react'
import type { CastMember, Scenario } from '../../domain/scenario/schema'
import type { Tool } from '../../domain/scenario/tools'
import { plainText } from '../../domain/scenario/text-language'
import { NARRATOR, type Channel } from '../../domain/scenario/vocabulary'
import { pickLocale, useLocale } from '../i18n'
import { Button } from '../ui'
import { MediaView } from './Media'
import { Prose } from './Prose'
import { hush, mute, stopSound, useSound } from './sound'
import { useSpeech, type Spoken } from './speech'
import {
  channelNow,
  contactNow,
  isAllShown,
  isDeskOpen,
  isRinging,
  sceneOf,
  shownOf,
  useRun,
  type Run,
} from './run-store'
import { toolName } from './Tools'
import { transcript, type Line } from './transcript'
import { usePlayerText, useScenarioText } from './words'

function hueOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)!) % 360
  return sum
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0]?.toLocaleUpperCase() ?? '')
    .join('')

const WAVE = 'M0 14h10l3-6 4 14 4-20 5 24 4-16 4 8h12l3-9 4 16 4-22 5 26 4-18 4 7h50'

function ContactHead({ run, hasVoice }: { readonly run: Run; readonly hasVoice: boolean }) {
  const t = usePlayerText()
  const text = useScenarioText()
  const muted = useSound((state) => state.muted)
  const contact = useRun(run, contactNow)
  const channel = useRun(run, channelNow)
  const member = contact === undefined ? undefined : run.compiled.scenario.cast[contact]
  const onCall = useRun(run, isDeskOpen) && channel === 'call'
  const way = t(`channel.${channel}`)
  const name = member ? text(member.name) : t('channel.desk')
  return (
    <div className="contact-head">
      <div className="avatar" style={{ '--hue': hueOf(name) } as React.CSSProperties} aria-hidden="true">
        {member ? (
          initials(name)
        ) : (
          <svg viewBox="0 0 16 16">
            <path d="M2 3h12v8H2zM8 11v2M5 13h6" />
          </svg>
        )}
      </div>
      <div className="contact-who">
        <b>{name}</b>
        <div className="muted small">
          {[member?.handle, way !== name && way, member?.relation && text(member.relation)]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      {onCall && hasVoice && (
        <Button kind="link" onPress={() => mute(!muted)}>
          {t(muted ? 'call.unmute' : 'call.mute')}
        </Button>
      )}
      {onCall && (
        <svg className="wave" viewBox="0 0 120 28" aria-hidden="true">
          <path d={WAVE} />
        </svg>
      )}
    </div>
  )
}

interface LineProps {
  readonly line: Line
  readonly scenario: Scenario
  readonly latest: boolean
  /** The channel of the contact at present. */
  readonly channel: Channel
}

/** Says which tool was used, and on what. */
function toolUseText(
  t: ReturnType<typeof usePlayerText>,
  text: ReturnType<typeof useScenarioText>,
  scenario: Scenario,
  event: string,
): string {
  const [name, ...parts] = event.split('/')
  const tool = toolName(t, name as Tool, scenario.role === 'customer')
  const { directory = [], customers = [] } = scenario.desk
  const found = [...directory, ...customers].find(({ id }) => id === parts[0])
  return found ? t('used.on', { tool, object: text(found.name) }) : t('used', { tool })
}

/**
 * Tells whether a line stands in the columns of a transcript, the speaker beside the words. A call is one transcript,
 * whatever was written before it. Otherwise a line keeps the form that it had in its scene.
 */
const isTranscript = (scene: Channel, now: Channel): boolean =>
  now === 'call' || scene === 'call' || scene === 'desk'

export function LineView({ line, scenario, latest, channel }: LineProps) {
  const t = usePlayerText()
  const text = useScenarioText()
  const apart = isTranscript(line.scene, channel) ? ' in-columns' : ''
  switch (line.kind) {
    case 'place':
      return (
        <div className={`scene-place${apart}`}>
          <Prose text={text(line.place)} />
        </div>
      )
    case 'silence':
      return <div className={`did${apart}`}>{t('silence')}</div>
    case 'did':
      return (
        <div className={`did${apart}`}>
          {line.meta.did ? (
            <Prose text={text(line.meta.did)} />
          ) : (
            line.meta.tool && toolName(t, line.meta.tool, scenario.role === 'customer')
          )}
        </div>
      )
    case 'used':
      return <div className={`did${apart}`}>{toolUseText(t, text, scenario, line.event)}</div>
    case 'said':
      return isTranscript(line.scene, channel) ? (
        <Caption name={t('you')} latest={latest}>
          <Prose text={text(line.meta.say!)} />
        </Caption>
      ) : (
        <div className={line.scene === 'mail' ? 'mail mine' : 'bubble mine'}>
          <span className="visually-hidden">{t('you')}: </span>
          <Prose text={text(line.meta.say!)} />
        </div>
      )
    case 'beat':
      return <BeatView line={line} scenario={scenario} latest={latest} channel={channel} />
  }
}

function Caption({
  name,
  latest,
  children,
}: {
  readonly name: string
  readonly latest: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={`caption ${latest ? '' : 'old'}`}>
      <b>{name}</b>
      <div>{children}</div>
    </div>
  )
}

function BeatView({
  line,
  scenario,
  latest,
  channel,
}: LineProps & { readonly line: Extract<Line, { kind: 'beat' }> }) {
  const t = usePlayerText()
  const text = useScenarioText()
  const { beat } = line
  const member: CastMember | undefined = scenario.cast[beat.from]
  const media = beat.media && <MediaView media={beat.media} />
  if (beat.from === NARRATOR || !member) {
    return (
      <div className={isTranscript(line.scene, channel) ? 'narration in-columns' : 'narration'}>
        <Prose text={text(beat.text)} />
        {media}
      </div>
    )
  }
  const name = text(member.name)
  if (line.channel === 'mail') {
    return (
      <article className="mail">
        {beat.subject && <h2>{text(beat.subject)}</h2>}
        <p className="mail-from">
          <span className="muted">{t('mail.from')}</span> <b>{name}</b>{' '}
          {member.handle && <span className="mono muted">{member.handle}</span>}
        </p>
        <div className="mail-body">
          <Prose text={text(beat.text)} />
        </div>
        {beat.attachments && beat.attachments.length > 0 && (
          <p className="mail-attached">
            <span className="muted">{t('mail.attached')}</span>
            {beat.attachments.map((attachment, i) => (
              <span key={i} className="attachment mono">
                {text(attachment)}
              </span>
            ))}
          </p>
        )}
        {media}
      </article>
    )
  }
  // Beside a mail or at the desk somebody may speak, or write.
  const speaks = line.scene !== 'chat' && line.channel !== 'chat'
  if (channel === 'call' || line.scene === 'call' || speaks) {
    return (
      <Caption name={name} latest={latest}>
        <Prose text={text(beat.text)} />
        {media}
      </Caption>
    )
  }
  return (
    <div className={line.named ? 'bubble other' : 'bubble'}>
      {line.named ? <b className="bubble-name">{name}</b> : <span className="visually-hidden">{name}: </span>}
      <Prose text={text(beat.text)} />
      {media}
    </div>
  )
}

/** Speaks the latest caption of a call. Speech that has not ended stops with its scene. */
function useCallerVoice(run: Run, values: Readonly<Record<string, string>>): boolean {
  const text = useScenarioText()
  const locale = useLocale()
  const muted = useSound((state) => state.muted)
  const soundPlaying = useSound(({ playing }) => playing !== undefined)
  const view = useRun(run, sceneOf)
  const shown = useRun(run, shownOf)
  const scenes = useRun(run, ({ sessions }) => sessions.length)
  const paused = useRun(run, (state) => state.paused)
  const ringing = useRun(run, isRinging)
  const { cast } = run.compiled.scenario
  const beat = shown > 0 ? view.beats[shown - 1] : undefined
  const spoken = useMemo((): Spoken | undefined => {
    const member = beat && cast[beat.from]
    if (!beat || member?.channel !== 'call') return undefined
    const lang = pickLocale(beat.text, locale) ?? locale
    const key = `${scenes}/${beat.id}`
    return { key, words: plainText(text(beat.text), values), lang, voice: member.voice }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `text` follows the locale
  }, [beat, scenes, cast, locale, values])
  useEffect(() => hush, [view])
  useEffect(() => stopSound, [view, paused])
  return useSpeech(spoken, muted || paused || ringing || soundPlaying)
}

/** Shows the other side: who it is, and what was said and done so far. */
export function Contact({
  run,
  values,
  thread,
}: {
  readonly run: Run
  readonly values: Readonly<Record<string, string>>
  /** Gets the focus while messages appear. */
  readonly thread: RefObject<HTMLDivElement | null>
}) {
  const t = usePlayerText()
  const text = useScenarioText()
  const hasVoice = useCallerVoice(run, values)
  const sessions = useRun(run, (state) => state.sessions)
  const log = useRun(run, (state) => state.log)
  const view = useRun(run, sceneOf)
  const shown = useRun(run, shownOf)
  const allShown = useRun(run, isAllShown)
  const ringing = useRun(run, isRinging)
  const paused = useRun(run, (state) => state.paused)
  const channel = useRun(run, channelNow)
  const lines = transcript(sessions, log, shown)
  const { scenario } = run.compiled
  const next = allShown ? undefined : view.beats[shown]
  const nextBy = next && scenario.cast[next.from]

  useEffect(() => {
    const box = thread.current
    if (!box) return
    // If a message is taller than the box, its beginning is shown first. The first child of the box is only filling.
    const latest = box.children[lines.length]
    const toEnd = () => {
      const top = latest instanceof HTMLElement ? latest.offsetTop - 12 : Infinity
      box.scrollTo({ top: Math.min(box.scrollHeight - box.clientHeight, top) })
    }
    toEnd()
    if (getComputedStyle(box).overflowY === 'visible')
      box.lastElementChild?.scrollIntoView({ block: 'nearest' })
    const resized = new ResizeObserver(toEnd)
    resized.observe(box)
    return () => resized.disconnect()
  }, [thread, lines.length, allShown, ringing])

  if (ringing) {
    const member = view.contact === undefined ? undefined : scenario.cast[view.contact]
    return (
      <div className="ringing">
        <div id="caller">
          <p className="muted">{t('call.incoming')}</p>
          <h2 className="mono">{member?.handle ?? (member && text(member.name))}</h2>
          {member?.relation && <p className="muted">{text(member.relation)}</p>}
        </div>
        <Button kind="primary" big autoFocus aria-describedby="caller" onPress={run.answer}>
          {t('call.answer')}
        </Button>
      </div>
    )
  }
  return (
    <>
      <ContactHead run={run} hasVoice={hasVoice} />
      <div
        className={`thread thread-${channel}`}
        ref={thread}
        role="log"
        aria-label={t('thread')}
        tabIndex={0}
      >
        <div className="thread-fill" />
        {lines.map((line, i) => (
          <LineView
            key={line.key}
            line={line}
            scenario={scenario}
            latest={i === lines.length - 1}
            channel={channel}
          />
        ))}
        {nextBy && !paused && (
          // Screen readers read the next line when it is there. Announcing each time that it is coming would be too
          // much.
          <div
            className="typing"
            aria-hidden="true"
            title={t(nextBy.channel === 'call' ? 'speaking' : 'typing', { name: text(nextBy.name) })}
          >
            <i />
            <i />
            <i />
          </div>
        )}
      </div>
    </>
  )
}
