import type { Condition } from '../../domain/scenario/schema'
import type { Scenario } from '../../domain/scenario/schema'
import { NARRATOR } from '../../domain/scenario/vocabulary'
import {
  scriptOf,
  type ScriptChoice,
  type ScriptLine,
  type ScriptScene,
  type ScriptText,
} from '../../domain/authoring/review/script'
import { useMemo } from 'react'
import { useLocale } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import type { Mark } from '../../domain/scenario/text-language'
import { Prose } from '../player/Prose'
import { usePin, useRead, useReview } from './context'
import { Earlier, Pinned } from './Pinned'
import { useFieldWords, useReviewText } from './words'

/** Returns a function that translates words of the scenario language. */
function useWord(): (word: string) => string {
  const t = useFieldWords()
  return (word) => (t.has(`word.${word}`) ? (t as unknown as (key: string) => string)(`word.${word}`) : word)
}

/** Puts a guard into words, which say when a choice is open. */
function useCondition(): (condition: Condition) => string {
  const t = useReviewText()
  const say = (condition: Condition): string => {
    if ('all' in condition) return condition.all.map(say).join(t('condition.and'))
    if ('any' in condition) return condition.any.map(say).join(t('condition.or'))
    if ('not' in condition) return t('condition.not', { condition: say(condition.not) })
    if ('flag' in condition) return t('condition.flag', { flag: condition.flag })
    const { counter } = condition
    return 'atLeast' in condition
      ? t('condition.least', { counter, n: condition.atLeast })
      : t('condition.below', { counter, n: condition.below })
  }
  return say
}

const anchorOf = (path: string): string => `scene-${path}`

interface Around {
  readonly scenario: Scenario
  /** Returns the title of a scene by its path. */
  readonly called: (path: string) => string
}

function PinnedText({
  label,
  of,
  marks,
}: {
  readonly label?: string
  readonly of: ScriptText
  readonly marks?: readonly Mark[]
}) {
  const read = useRead()
  const pin = usePin()
  const words = read(of.text)
  return (
    <Pinned pin={pin('text', of.id, of.text)} what={words}>
      {label !== undefined && <span className="label">{label}</span>}
      <Prose text={words} marks={marks ?? []} />
    </Pinned>
  )
}

function Line({ line, around }: { readonly line: ScriptLine; readonly around: Around }) {
  const t = useReviewText()
  const read = useRead()
  const pin = usePin()
  const { scenario } = around
  const { beat } = line
  const member = beat.from === NARRATOR ? undefined : scenario.cast[beat.from]
  const who = member ? read(member.name) : t('narrator')
  const marks = line.cues.flatMap(({ cue, phrase }) =>
    phrase ? [{ phrase: read(phrase), kind: scenario.cues[cue]?.kind ?? 'warning' }] : [],
  )
  const cues = line.cues.map(({ cue }) => read(scenario.cues[cue]?.label) || cue)
  return (
    <div className={beat.from === NARRATOR ? 'review-beat review-narrator' : 'review-beat'}>
      <Pinned pin={pin('text', line.text.id, line.text.text)} what={`${who}: ${read(line.text.text)}`}>
        <span className="review-who">{who}</span>
        <div>
          {line.subject && (
            <p>
              <span className="label">{t('subject')}</span> <b>{read(line.subject.text)}</b>
            </p>
          )}
          <Prose text={read(line.text.text)} marks={marks} />
          {cues.length > 0 && <p className="review-cues">{t('cues.in', { cues: cues.join(', ') })}</p>}
        </div>
      </Pinned>
      {line.attachments.map((text) => (
        <PinnedText key={text.id} label={t('attached')} of={text} />
      ))}
      {line.media && <PinnedText label={beat.media?.file ?? ''} of={line.media} />}
    </div>
  )
}

function Leads({ path, around }: { readonly path: string | undefined; readonly around: Around }) {
  const t = useReviewText()
  if (path === undefined) return <span className="muted">{t('stays')}</span>
  return <a href={`#${anchorOf(path)}`}>{t('leads', { scene: around.called(path) })}</a>
}

function Choice({ choice, around }: { readonly choice: ScriptChoice; readonly around: Around }) {
  const t = useReviewText()
  const read = useRead()
  const pin = usePin()
  const word = useWord()
  const condition = useCondition()
  const { transition, say, did, kind } = choice
  const tool = transition.meta?.tool
  const called =
    kind === 'after'
      ? t('time', { seconds: choice.seconds ?? 0 })
      : kind === 'always'
        ? t('always')
        : tool !== undefined
          ? t('tool', { tool: word(tool) })
          : t('reply')
  const words = say ?? did
  return (
    <li className="review-choice" data-critical={choice.critical}>
      <Pinned
        pin={pin('choice', choice.id, words?.text)}
        what={words ? `${called}: ${read(words.text)}` : called}
        className="review-choice-head"
      >
        <span className="review-kind">{called}</span> <Leads path={choice.leadsTo} around={around} />
        {transition.guard && (
          <p className="muted dense">{t('only-if', { condition: condition(transition.guard.params) })}</p>
        )}
      </Pinned>
      {say && <PinnedText of={say} />}
      {choice.critical && <p className="review-critical">{t('critical')}</p>}
      {choice.points.map((point, i) => (
        <div key={i} className="review-points">
          <p>
            <b className={point.points === point.of ? 'good' : 'amber-text'}>
              {t('points', { points: point.points, of: point.of, competency: word(point.competency) })}
            </b>
          </p>
          {point.why && <PinnedText of={point.why} />}
        </div>
      ))}
      {choice.prices.map((price, i) => (
        <div key={i} className="review-points">
          <p>{price.seconds === undefined ? t('price.other') : t('price', { seconds: price.seconds })}</p>
          {price.why && <PinnedText of={price.why} />}
        </div>
      ))}
      {choice.raises.length > 0 && (
        <p className="muted dense">{t('raises', { flags: choice.raises.join(', ') })}</p>
      )}
      {choice.lowers.length > 0 && (
        <p className="muted dense">{t('lowers', { flags: choice.lowers.join(', ') })}</p>
      )}
      {did && <PinnedText label={t('did')} of={did} />}
      {choice.answer.length > 0 && (
        <div className="review-answer">
          <span className="label">{t('answer')}</span>
          {choice.answer.map((line) => (
            <Line key={line.text.id} line={line} around={around} />
          ))}
        </div>
      )}
    </li>
  )
}

function Scene({
  scene,
  number,
  first,
  around,
}: {
  readonly scene: ScriptScene
  readonly number: number
  readonly first: boolean
  readonly around: Around
}) {
  const t = useReviewText()
  const read = useRead()
  const pin = usePin()
  const word = useWord()
  const title = around.called(scene.path)
  const { disposition } = scene.node.meta ?? {}
  return (
    <section className="review-scene" id={anchorOf(scene.path)} tabIndex={-1} aria-label={title}>
      <Pinned pin={pin('scene', scene.id, scene.title?.text)} what={title} className="review-scene-head">
        <p className="label">
          {scene.ending ? t('ending') : t('scene.n', { n: number })}
          {first && <span className="chip">{t('scene.first')}</span>}
        </p>
        <h2>{title}</h2>
        {scene.place && <p className="muted">{read(scene.place.text)}</p>}
        {disposition !== undefined && (
          <p>
            <b>{t('ending.counts', { disposition: word(disposition) })}</b>
          </p>
        )}
      </Pinned>
      {scene.lines.map((line) => (
        <Line key={line.text.id} line={line} around={around} />
      ))}
      {scene.debrief && <PinnedText label={t('ending.debrief')} of={scene.debrief} />}
      {scene.choices.length > 0 && (
        <>
          <h3 className="review-choices-title">{t('choices')}</h3>
          <ul className="review-choices">
            {scene.choices.map((choice) => (
              <Choice key={choice.id} choice={choice} around={around} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Shows the whole scenario as a script. Every line can be commented on. */
export function ScriptView() {
  const t = useReviewText()
  const read = useRead()
  const pin = usePin()
  const word = useWord()
  const locale = useLocale()
  const { pack, earlier } = useReview()
  const { scenario, content } = pack
  const script = useMemo(() => scriptOf(scenario), [scenario])
  const titles = useMemo(() => new Map(script.scenes.map((scene) => [scene.path, scene.title])), [script])
  const around: Around = { scenario, called: (path) => read(titles.get(path)?.text) || path }
  const gone = earlier.get('') ?? []
  const date = dateAndTime(content.at, locale)
  return (
    <div className="review-script">
      <nav className="review-contents" aria-label={t('contents')}>
        <p className="label">{t('contents')}</p>
        <ol>
          {script.scenes.map((scene) => (
            <li key={scene.path} data-ending={scene.ending}>
              <a href={`#${anchorOf(scene.path)}`}>{around.called(scene.path)}</a>
            </li>
          ))}
        </ol>
      </nav>
      <main className="review-pages">
        <header className="review-cover">
          <p className="label">
            {t('title')} · {t('of', { version: content.version, date })} ·{' '}
            <span className="mono">{t('of.hash', { hash: content.hash.slice(0, 12) })}</span>
          </p>
          <Pinned pin={pin('scenario', 'scenario', scenario.title)} what={t('comment.all')}>
            <h1>{read(scenario.title)}</h1>
          </Pinned>
          <div className="review-intro">
            <p>{t('intro')}</p>
            <p className="muted">{t('intro.local')}</p>
          </div>
          <p>
            {t('facts', {
              truth: t(`truth.${scenario.truth}`),
              role: word(scenario.role),
              minutes: scenario.minutes,
              pass: scenario.scoring.pass,
            })}
          </p>
          {scenario.tactics.length > 0 && (
            <p>{t('tactics', { tactics: scenario.tactics.map(word).join(', ') })}</p>
          )}
          {script.head
            .filter(({ name }) => name === 'summary')
            .map((text) => (
              <PinnedText key={text.id} of={text} />
            ))}
          {script.cues.length > 0 && (
            <section>
              <h3>{t('cues')}</h3>
              {script.cues.map((text) => (
                <PinnedText
                  key={text.id}
                  label={t(`cue.${scenario.cues[text.cue]?.kind ?? 'warning'}`)}
                  of={text}
                />
              ))}
            </section>
          )}
        </header>
        {gone.length > 0 && (
          <section>
            <h3>{t('earlier')}</h3>
            <ul className="review-threads">
              {gone.map((thread) => (
                <Earlier key={thread.id} thread={thread} />
              ))}
            </ul>
          </section>
        )}
        {script.scenes.map((scene, i) => (
          <Scene
            key={scene.path}
            scene={scene}
            number={i + 1}
            first={scene.path === scenario.machine.initial}
            around={around}
          />
        ))}
        {script.everywhere.length > 0 && (
          <section className="review-scene">
            <h2>{t('everywhere')}</h2>
            <ul className="review-choices">
              {script.everywhere.map((choice) => (
                <Choice key={choice.id} choice={choice} around={around} />
              ))}
            </ul>
          </section>
        )}
        <section className="review-scene">
          {script.head
            .filter(({ name }) => name === 'keep' || name === 'incident')
            .map((text) => (
              <PinnedText key={text.id} label={t(text.name as 'keep' | 'incident')} of={text} />
            ))}
          <details className="review-around">
            <summary>{t('around')}</summary>
            {script.around.map((text) => (
              <PinnedText key={text.id} of={text} />
            ))}
          </details>
        </section>
        <footer className="review-foot muted dense">
          {t('foot', {
            title: read(scenario.title),
            version: content.version,
            hash: content.hash.slice(0, 12),
            date,
          })}
        </footer>
      </main>
    </div>
  )
}
