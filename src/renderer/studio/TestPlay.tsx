import { useEffect, useRef, type ReactNode } from 'react'
import { viewOf, type CompiledScenario } from '../../domain/run'
import type { ChoiceMeta, Media } from '../../domain/scenario/schema'
import { NARRATOR, TIMEOUT_EVENT } from '../../domain/scenario/vocabulary'
import { percent } from '../../domain/scoring'
import { inPseudoLanguage } from '../../domain/translation/pseudo'
import { useLocalized } from '../i18n'
import { MediaUrl } from '../player/host'
import { MediaView } from '../player/Media'
import { Prose, TextValues } from '../player/Prose'
import { useSession } from '../session/session'
import { Button, Checkbox, Select } from '../ui'
import type { DraftMedia } from './draft-media'
import { flagsOf } from './form/refs'
import { flagsInWords, flagWords } from './flag-words'
import { useNames } from './form/use-names'
import { usePlayWords, type PlayedParts } from './play-words'
import { FROM_THE_BEGINNING, type Played, type PlayStart } from './test-play'
import type { Playable } from './use-playable'
import { usedOn } from './outline'
import { useStudioText, useWords } from './words'

interface TestPlayProps {
  /** The document's pictures and sounds. */
  readonly media: Pick<DraftMedia, 'files' | 'address'>
  /**
   * The scenario to play. While the document has errors it is the last playable one, or `undefined` if there was none.
   */
  readonly compiled: CompiledScenario | undefined
  readonly state: Playable['state']
  /** The state of the play; `undefined` if the scene where it should begin no longer exists. */
  readonly played: Played | undefined
  readonly parts: PlayedParts
  /** Remarks about the path that was taken, shown below it. */
  readonly children: ReactNode
  readonly start: PlayStart
  readonly events: readonly string[]
  readonly onPlay: (start: PlayStart, events: readonly string[]) => void
  /** Shows a scene in the outline, for example the one that is being played. */
  readonly onScene: (path: string) => void
  readonly onWhole: () => void
  /** Shows the words in an invented language, in which one sees where translations will not fit. */
  readonly pseudo: boolean
  readonly onPseudo: (pseudo: boolean) => void
}

/** A picture or sound as it lies beside the draft now. */
function TestMedia({
  media: { file, words },
  beside,
}: {
  readonly media: Media
  readonly beside: TestPlayProps['media']
}) {
  const hash = beside.files.find((one) => one.file === file)?.hash
  return (
    <MediaUrl value={beside.address}>
      {/* Another file is another picture, also after one that was gone. */}
      <MediaView key={`${file} ${hash}`} media={{ file, words, ...(hash && { sha256: hash }) }} />
    </MediaUrl>
  )
}

/** Plays the scenario beside the editor. An edit takes effect at once, and the play continues at the same place. */
export function TestPlay({
  media,
  compiled,
  state,
  played,
  parts,
  children,
  start,
  events,
  onPlay,
  onScene,
  onWhole,
  pseudo,
  onPseudo,
}: TestPlayProps) {
  const t = useStudioText()
  const inOwn = useLocalized()
  const { wordFor } = useNames('tool')
  const wordsOf = useWords()
  const words = usePlayWords(parts)
  const shown = (text: string): string => (pseudo ? inPseudoLanguage(text) : text)
  const localized: typeof inOwn = (text) => shown(inOwn(text))
  const titleOf: typeof words.titleOf = (path) => shown(words.titleOf(path))
  const chosenWords: typeof words.chosenWords = (path, event) => shown(words.chosenWords(path, event))
  const newest = useRef<HTMLElement>(null)
  const trainee = useSession((session) => session.person?.name.split(' ')[0] ?? '')
  const values = { trainee, organisation: t('play.organisation') }
  useEffect(() => {
    if (events.length === 0) return
    newest.current?.scrollIntoView({ block: 'start' })
    // The button that was pressed is gone, so the new heading gets the focus.
    newest.current?.querySelector('h3')?.focus({ preventScroll: true })
  }, [events])
  if (!compiled) {
    return (
      <div className="studio-pane-body">
        <p className="muted">{t('play.nothing')}</p>
      </div>
    )
  }
  const { scenario } = compiled
  const flags = flagsOf(scenario)
  const from = (who: string): string => {
    if (who === NARRATOR) return t('play.narrator')
    const name = scenario.cast[who]?.name
    return name === undefined ? who : typeof name === 'string' ? name : localized(name)
  }
  const objectsOf = (meta: ChoiceMeta): string =>
    usedOn({ ...meta }, [{ ...scenario.desk }])
      .map((name) => shown(wordsOf(name)))
      .join(', ')
  const go = (event: string) =>
    onPlay(start, [...events.slice(0, events.length - (played?.lost ?? 0)), event])
  const view = played && viewOf(played.session)
  return (
    <TextValues value={values}>
      <div className="studio-pane-bar">
        <div className="studio-play-from">
          <Select
            label={t('play.from')}
            compact
            value={start.scene ?? ''}
            options={[
              { id: '', text: t('play.beginning') },
              ...parts.scenes
                .filter(({ group }) => !group)
                .map(({ name }) => ({ id: name, text: titleOf(name) })),
            ]}
            onChange={(scene) => {
              onPlay(scene === '' ? FROM_THE_BEGINNING : { scene, flags: start.flags }, [])
            }}
          />
        </div>
        <Button isDisabled={events.length === 0} onPress={() => onPlay(start, events.slice(0, -1))}>
          {t('play.back')}
        </Button>
        <Button isDisabled={events.length === 0} onPress={() => onPlay(start, [])}>
          {t('play.again')}
        </Button>
        <Button isDisabled={state !== 'whole'} onPress={onWhole}>
          {t('play.whole')}
        </Button>
        <Button aria-pressed={pseudo} onPress={() => onPseudo(!pseudo)}>
          {t('play.pseudo')}
        </Button>
      </div>
      <div className="studio-pane-body studio-play">
        {start.scene !== null && flags.length > 0 && (
          <details className="studio-flags">
            <summary>{t('play.flags', { n: start.flags.length })}</summary>
            <div className="studio-tick-list">
              {flags.map((flag) => (
                <Checkbox
                  key={flag}
                  checked={start.flags.includes(flag)}
                  onChange={(checked) =>
                    onPlay(
                      {
                        ...start,
                        flags: checked ? [...start.flags, flag] : start.flags.filter((one) => one !== flag),
                      },
                      events,
                    )
                  }
                >
                  {flagWords(flag)}
                </Checkbox>
              ))}
            </div>
          </details>
        )}
        {state !== 'whole' && <p className="notice">{t(`play.${state}`)}</p>}
        {played === undefined && <p className="muted">{t('play.gone')}</p>}
        <div role="log" aria-label={t('play')}>
          {played?.steps.map(({ event, path, beats }, i) => (
            // A step has no key but its place in the path.
            // oxlint-disable-next-line react/no-array-index-key
            <section key={i} className="studio-step" ref={i === played.steps.length - 1 ? newest : undefined}>
              {event !== undefined && (
                <p className="studio-said">{chosenWords(played.steps[i - 1]?.path, event)}</p>
              )}
              <h3 tabIndex={-1}>
                <Button kind="link" onPress={() => onScene(path)}>
                  {titleOf(path)}
                </Button>
              </h3>
              {beats.map((beat) => (
                <div key={beat.id} className="studio-beat">
                  <span className="label">{from(beat.from)}</span>
                  <Prose text={localized(beat.text)} />
                  {beat.media && <TestMedia media={beat.media} beside={media} />}
                </div>
              ))}
            </section>
          ))}
        </div>
        {played && played.lost > 0 && (
          <p className="notice notice-attention">{t('play.lost', { n: played.lost })}</p>
        )}
        {played?.score && view?.ending && (
          <div className={`verdict ${played.score.passed ? 'good' : 'bad'}`}>
            <b>{wordFor(view.ending.disposition)}</b>{' '}
            {t('play.score', {
              score: percent(played.score.ratio) ?? 0,
              passed: String(played.score.passed),
              critical: flagsInWords(played.score.critical) || 'none',
            })}
          </div>
        )}
        {view && !view.ending && (
          <ul className="studio-choices">
            {view.choices.map(({ event, meta }) => (
              <li key={event}>
                <Button onPress={() => go(event)}>
                  {meta.tool !== undefined && <b>{wordFor(meta.tool)} </b>}
                  {objectsOf(meta)} {meta.say ? localized(meta.say) : meta.tool === undefined ? event : ''}
                </Button>
              </li>
            ))}
            {view.timeLimit !== undefined && (
              <li>
                <Button kind="link" onPress={() => go(TIMEOUT_EVENT)}>
                  {t('play.timeout', { seconds: Math.round(view.timeLimit / 1000) })}
                </Button>
              </li>
            )}
          </ul>
        )}
        {children}
        {played && played.flags.length > 0 && (
          <p className="muted dense">{t('play.raised', { flags: flagsInWords(played.flags) })}</p>
        )}
      </div>
    </TextValues>
  )
}
