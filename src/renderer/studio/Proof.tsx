import { useRef, type ReactNode } from 'react'
import type { StudioProof } from '../../bridge'
import type { Issue } from '../../domain/scenario/issue'
import { regionOf, textHook, useLocale } from '../i18n'
import { Button, Live, Notice } from '../ui'
import { useForm } from './form/context'
import { useNames } from './form/use-names'
import { membersOf } from '../../domain/scenario/members'
import { type Path } from './outline'
import { usePlayWords, type PlayedParts } from './play-words'
import type { ProofState } from './use-proof'
import { languageName, useProofText, useWords } from './words'
import './proof.css'

interface ProofProps {
  readonly state: ProofState
  /** The number of errors. A scenario with errors can't be proved. */
  readonly errors: number
  readonly parts: PlayedParts
  readonly document: unknown
  readonly onIssue: (issue: Issue) => void
  readonly onPlace: (path: Path) => void
}

const useHabitText = textHook('proof')

/** Tells the result of the scenario's proof in sentences, each with a way to its place. */
export default function Proof({ state, errors, parts, document, onIssue, onPlace }: ProofProps) {
  const t = useProofText()
  const heading = useRef<HTMLHeadingElement>(null)
  const { found, upToDate, running, failed } = state
  return (
    <section className="studio-proof" aria-labelledby="studio-proof">
      <h2 id="studio-proof" ref={heading} tabIndex={-1}>
        {t('title')}
      </h2>
      <p className="muted">{t('text')}</p>
      <Live>
        {failed && <Notice kind="attention">{t('failed')}</Notice>}
        {running === undefined && found && !upToDate && <Notice>{t('old')}</Notice>}
        {running === undefined && errors > 0 && <p className="muted">{t('errors')}</p>}
      </Live>
      <div className="row">
        {running === undefined ? (
          <Button
            isDisabled={errors > 0}
            onPress={() => {
              state.begin()
              heading.current?.focus()
            }}
          >
            {t(found ? 'again' : 'go')}
          </Button>
        ) : (
          <>
            <progress aria-label={t('title')} value={running} max={1} />
            <span className="dense">{t('working', { share: running })}</span>
            <Button
              onPress={() => {
                state.stop()
                heading.current?.focus()
              }}
            >
              {t('stop')}
            </Button>
          </>
        )}
      </div>
      {found && (
        <div className={upToDate ? undefined : 'studio-proof-old'}>
          <Found found={found} parts={parts} document={document} onIssue={onIssue} onPlace={onPlace} />
        </div>
      )}
    </section>
  )
}

/** Shows a heading with its content. */
function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Found({
  found: { proof, habits, twin },
  parts,
  document,
  onIssue,
  onPlace,
}: Pick<ProofProps, 'parts' | 'document' | 'onIssue' | 'onPlace'> & { readonly found: StudioProof }) {
  const t = useProofText()
  const region = regionOf(useLocale())
  const { say } = useForm()
  const words = useWords()
  const { wordFor } = useNames('disposition')
  const { titleOf, chosenWords } = usePlayWords(parts)
  const placeOfScene = (name: string) => parts.scenes.find((scene) => scene.name === name)?.path
  const placeOfPress = (name: string, event: string): Path | undefined => {
    const own = parts.scenes.find((scene) => scene.name === name)?.choices ?? []
    return [...own, ...parts.everywhere].find((choice) => choice.event === event)?.path ?? placeOfScene(name)
  }
  const goTo = (path: Path | undefined, sentence: string) =>
    path ? (
      <Button kind="link" onPress={() => onPlace(path)}>
        {sentence}
      </Button>
    ) : (
      sentence
    )
  const issueList = (issues: StudioProof['proof']['issues']) => (
    <ul>
      {(issues as unknown as readonly Issue[]).map((issue, i) => (
        // Two places may have the same name, so sentences may be equal.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={i}>
          <Button kind="link" onPress={() => onIssue(issue)}>
            {say?.(issue) ?? issue.code}
          </Button>
        </li>
      ))}
    </ul>
  )
  // The number of cues comes from the document's own `difficulty`.
  const { cues: said } = membersOf(membersOf(document)['difficulty'])
  const passing = proof.bots.filter(({ passed }) => passed)
  return (
    <>
      <p>
        {proof.lowest === null || proof.highest === null
          ? t('range.none')
          : t('range', { lowest: proof.lowest, highest: proof.highest })}{' '}
        {t('pass', { can: String(proof.passAttainable) })}{' '}
        {t('scenes', {
          reachable: proof.reachable,
          scenes: proof.scenes,
          paths: new Intl.NumberFormat(region).format(BigInt(proof.paths)),
          loops: String(proof.loops),
        })}{' '}
        {t('critical', { n: proof.criticalPathsThatPass })}
      </p>
      <p>{t('difficulty', { difficulty: proof.difficulty })}</p>
      {!proof.whole && <p>{t('cut')}</p>}
      <Part title={t('endings')}>
        <ul>
          {proof.endings.map(({ scene, disposition, lowest, highest, canPass }) => (
            <li key={scene}>
              {goTo(placeOfScene(scene), titleOf(scene))}{' '}
              <span className="muted">
                {wordFor(disposition)} ·{' '}
                {lowest === null || highest === null
                  ? t('ending.none')
                  : t(lowest === highest ? 'ending.one' : 'ending.range', { lowest, highest })}{' '}
                · {t(canPass ? 'ending.passes' : 'ending.fails')}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('issues')}>
        {proof.issues.length === 0 ? <p>{t('issues.none')}</p> : issueList(proof.issues)}
      </Part>
      <Part title={t('decides')}>
        {habits.decisive.length === 0 ? (
          <p>{t('decides.none')}</p>
        ) : (
          <ul>
            {habits.decisive.map(({ scene, event, outcome, always, ends }) => (
              <li key={`${scene}/${event}/${outcome}`}>
                {goTo(
                  placeOfPress(scene, event),
                  t('decides.press', {
                    press: chosenWords(scene, event),
                    scene: titleOf(scene),
                    when: ends && always ? 'ends' : always ? 'always' : 'some',
                    outcome,
                  }),
                )}
              </li>
            ))}
          </ul>
        )}
        {!habits.whole && <p className="muted">{t('cut')}</p>}
      </Part>
      <Habits habits={habits} passing={passing.map(({ bot }) => bot)} />
      <Part title={t('leaks')}>
        <Leaks habits={habits} goTo={goTo} placeOfPress={placeOfPress} parts={parts} />
        <ul>
          {typeof said === 'string' && proof.cues.amount !== said && (
            <li>
              {t('cues', {
                count: proof.cues.count,
                amount: wordFor(proof.cues.amount),
                said: wordFor(said),
              })}
            </li>
          )}
          {habits.few.map(({ scene, replies }) => (
            <li key={scene}>{goTo(placeOfScene(scene), t('few', { scene: titleOf(scene), n: replies }))}</li>
          ))}
        </ul>
      </Part>
      {twin && (
        <Part title={t('twin')}>
          {twin.issues.length === 0 ? (
            <p>{t('twin.same', { title: words(twin.title) || twin.id })}</p>
          ) : (
            issueList(twin.issues)
          )}
        </Part>
      )}
    </>
  )
}

function Habits({
  habits,
  passing,
}: {
  readonly habits: StudioProof['habits']
  readonly passing: readonly StudioProof['proof']['bots'][number]['bot'][]
}) {
  const t = useProofText()
  const h = useHabitText()
  const { wordFor } = useNames('tool')
  const toolName = (tool: string) => (tool === 'act' ? h('act') : wordFor(tool))
  return (
    <Part title={t('habits')}>
      {passing.length === 0 ? (
        <p>{t('bots.none')}</p>
      ) : (
        <ul>
          {passing.map((bot) => (
            <li key={bot}>{t(`bot.${bot}`)}</li>
          ))}
        </ul>
      )}
      <p>{t('habits.right', { habits: habits.habits, right: habits.right })}</p>
      <p>{t('habits.best')}</p>
      <ul>
        {habits.best.map(({ of: { tools, mode, reply }, right }) => {
          const [first, second] = tools.map(toolName)
          const habit =
            first === undefined
              ? h('habit.plain', { reply: h(`reply.${reply}`) })
              : h('habit', {
                  tools: second === undefined ? first : h('habit.then', { first, second }),
                  mode: h(`mode.${mode}`),
                  reply: h(`reply.${reply}`),
                })
          return <li key={habit}>{t('habit', { right, habit })}</li>
        })}
      </ul>
    </Part>
  )
}

function Leaks({
  habits: { standOuts },
  parts,
  goTo,
  placeOfPress,
}: {
  readonly habits: StudioProof['habits']
  readonly parts: PlayedParts
  readonly goTo: (path: Path | undefined, sentence: string) => ReactNode
  readonly placeOfPress: (scene: string, event: string) => Path | undefined
}) {
  const t = useProofText()
  const h = useHabitText()
  const { titleOf, chosenWords } = usePlayWords(parts)
  if (standOuts.length === 0) return <p>{t('leaks.none')}</p>
  const replies = new Map<string, (typeof standOuts)[number][]>()
  for (const mark of standOuts) {
    const key = `${mark.scene}/${mark.event}/${mark.locale}`
    replies.set(key, [...(replies.get(key) ?? []), mark])
  }
  return (
    <ul>
      {[...replies].map(([key, marks]) => {
        const { scene, event, locale, points } = marks[0]!
        const said = marks.map(({ measure, how, own, others }) =>
          measure === 'length'
            ? h(`stand-out.length.${how}`, { own, others: Math.round(others) })
            : h(`stand-out.${measure}.${how}`),
        )
        return (
          <li key={key}>
            {goTo(
              placeOfPress(scene, event),
              t('leak', {
                press: chosenWords(scene, event),
                scene: titleOf(scene),
                language: languageName(locale),
                marks: said.join(', '),
              }),
            )}{' '}
            {points !== null && <span className="muted">{t('leak.points', { points })}</span>}
          </li>
        )
      })}
    </ul>
  )
}
