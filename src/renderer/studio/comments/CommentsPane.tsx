import { useState } from 'react'
import type { Place } from '../../../domain/authoring/review/places'
import { beginningOf, cut } from '../../../domain/scenario/cut'
import { LONGEST_WORDS, wordsIn, type Pin } from '../../../domain/authoring/review/pin'
import { LONGEST_COMMENT } from '../../../domain/authoring/review/review-format'
import { codeOf, unwrap } from '../../api'
import { useErrorText, useLocale } from '../../i18n'
import { Button, Live, Notice, Select } from '../../ui'
import type { Path, Selected } from '../outline'
import { Composer } from './Composer'
import { Thread } from './Thread'
import { isHere, keyOfSelected, type CommentsOf, type PlacedThread } from './use-comments'
import { useReviewText } from '../words'
import './comments.css'

interface CommentsPaneProps {
  readonly id: string
  /** True if the document came with the program, so that it has no draft to hold comments. */
  readonly shipped: boolean
  readonly comments: CommentsOf
  readonly languages: readonly string[]
  readonly selected: Selected
  readonly onGo: (path: Path) => void
  /** Waits until all acts are saved. */
  readonly settle: () => Promise<boolean>
}

type Show = 'open' | 'closed' | 'all'

/** Shows the scenario's comments with their answers, and exchanges them with reviewers. */
export default function CommentsPane({
  id,
  shipped,
  comments,
  languages,
  selected,
  onGo,
  settle,
}: CommentsPaneProps) {
  const t = useReviewText()
  const errorText = useErrorText()
  const locale = useLocale()
  const [show, setShow] = useState<Show>('open')
  const [where, setWhere] = useState<'everywhere' | 'here'>('everywhere')
  const [who, setWho] = useState('')
  const [said, setSaid] = useState<readonly { readonly kind: 'good' | 'attention'; readonly text: string }[]>(
    [],
  )
  const language = languages.includes(locale) ? locale : (languages[0] ?? locale)

  const carryOut = async (work: () => Promise<typeof said | undefined>) => {
    setSaid([])
    try {
      setSaid((await work()) ?? [])
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setSaid([{ kind: 'attention', text: errorText(code) }])
    }
  }
  const pack = () =>
    carryOut(async () => {
      await settle()
      const answer = await unwrap(window.api.studio.savePack({ id, locale }))
      return answer.outcome === 'saved'
        ? [
            {
              kind: 'good',
              text: t('pack.saved', { file: answer.file, size: Math.round(answer.size / 10_000) / 100 }),
            },
          ]
        : [{ kind: 'attention', text: t('pack.errors', { n: answer.issues.length }) }]
    })
  const take = () =>
    carryOut(async () => {
      const { files, ...answer } = await unwrap(window.api.studio.importReviews({ id }))
      comments.take(answer)
      return files.map((file) =>
        file.outcome === 'taken'
          ? { kind: 'good' as const, text: t('imported', file) }
          : {
              kind: 'attention' as const,
              text: t(`refused.${file.fault}`, { file: file.file, what: file.what || 'none' }),
            },
      )
    })
  const act = (what: Parameters<typeof window.api.studio.comment>[0]['act']) =>
    carryOut(async () => {
      comments.take(await unwrap(window.api.studio.comment({ id, act: what })))
      return undefined
    })

  const { threads } = comments
  const people = [...new Set(threads.map(({ thread }) => thread.by))].sort((a, b) => a.localeCompare(b))
  const around = threads.filter(
    (one) => (who === '' || one.thread.by === who) && (where === 'everywhere' || isHere(one, selected)),
  )
  const isOpen = ({ thread }: PlacedThread) => thread.closed === null
  const counts = {
    open: around.filter(isOpen).length,
    closed: around.filter((one) => !isOpen(one)).length,
    all: around.length,
  }
  const listed = around.filter((one) => show === 'all' || isOpen(one) === (show === 'open'))
  const there = listed.filter(({ stand }) => stand.place !== 'gone')
  const gone = listed.filter(({ stand }) => stand.place === 'gone')
  const list = (all: readonly PlacedThread[]) => (
    <ul className="studio-comments">
      {all.map((one) => (
        <Thread key={one.thread.id} {...one} language={language} onGo={onGo} onAct={act} />
      ))}
    </ul>
  )
  return (
    <div className="studio-pane-body">
      <div className="row">
        <Button onPress={() => void pack()}>{t('pack')}</Button>
        {!shipped && <Button onPress={() => void take()}>{t('import')}</Button>}
      </div>
      <p className="muted dense">{t('pack.text')}</p>
      <Live>
        {said.map(({ kind, text }) => (
          <Notice key={text} kind={kind}>
            {text}
          </Notice>
        ))}
      </Live>
      {comments.failed && <Notice kind="attention">{t('failed')}</Notice>}
      {comments.damaged > 0 && <Notice kind="attention">{t('damaged', { n: comments.damaged })}</Notice>}
      {shipped ? (
        <p className="muted">{t('shipped')}</p>
      ) : (
        <>
          <Write
            key={keyOfSelected(selected)}
            places={comments.places}
            selected={selected}
            language={language}
            onWrite={(on, text) => act({ kind: 'comment', on, text })}
          />
          {threads.length === 0 ? (
            <p className="muted">{t('none')}</p>
          ) : (
            <>
              <div className="row studio-comment-filters">
                <Select
                  compact
                  label={t('show')}
                  value={show}
                  options={(['open', 'closed', 'all'] as const).map((one) => ({
                    id: one,
                    text: t(`show.${one}`, { n: counts[one] }),
                  }))}
                  onChange={setShow}
                />
                <Select
                  compact
                  label={t('where')}
                  value={where}
                  options={(['everywhere', 'here'] as const).map((one) => ({
                    id: one,
                    text: t(`where.${one}`),
                  }))}
                  onChange={setWhere}
                />
                {people.length > 1 && (
                  <Select
                    compact
                    label={t('who')}
                    value={who}
                    options={[
                      { id: '', text: t('who.all') },
                      ...people.map((name) => ({ id: name, text: name })),
                    ]}
                    onChange={setWho}
                  />
                )}
              </div>
              {listed.length === 0 && <p className="muted">{t('none.filtered')}</p>}
              {there.length > 0 && list(there)}
              {gone.length > 0 && (
                <section>
                  <h3>{t('gone')}</h3>
                  {list(gone)}
                </section>
              )}
            </>
          )}
        </>
      )}
    </div>
  )
}

/** Returns the places that can be commented on in the selected part: the part as a whole, then its texts. */
function placesHere(places: readonly Place[], selected: Selected): Place[] {
  if (selected.what === 'section') {
    return places.filter(
      ({ kind, path }) =>
        kind === 'scenario' ||
        (kind === 'text' &&
          (selected.section === 'about' ? path.length === 1 : path[0] === selected.section)),
    )
  }
  const within = (path: Path) => selected.path.every((key, i) => path[i] === key)
  return places.filter(({ kind, path }) => {
    if (!within(path)) return false
    if (kind !== 'text') return path.length === selected.path.length
    // Texts of replies are offered when the reply is selected, and texts of a scene in a group when that scene is.
    return (
      selected.what === 'choice' || ['meta', 'entry', 'exit'].includes(String(path[selected.path.length]))
    )
  })
}

function Write({
  places,
  selected,
  language,
  onWrite,
}: {
  readonly places: readonly Place[]
  readonly selected: Selected
  readonly language: string
  readonly onWrite: (on: Pin, text: string) => Promise<void>
}) {
  const t = useReviewText()
  const here = placesHere(places, selected)
  const [chosen, setChosen] = useState('')
  const [count, setCount] = useState(0)
  const place = here.find(({ kind, id }) => `${kind} ${id}` === chosen) ?? here[0]
  if (!place) return null
  return (
    <section className="studio-comment-write">
      <Select
        label={t('on')}
        value={`${place.kind} ${place.id}`}
        options={here.map((one) => ({
          id: `${one.kind} ${one.id}`,
          text: one.kind === 'text' ? shortened(wordsIn(one.words, language)) : t(`on.${one.kind}`),
        }))}
        onChange={setChosen}
      />
      <Composer
        key={count}
        label={t('write')}
        keep={t('write.go')}
        longest={LONGEST_COMMENT}
        onKeep={async (text) => {
          const { kind, id, words } = place
          await onWrite(
            { kind, id, language, words: beginningOf(wordsIn(words, language), LONGEST_WORDS) },
            text,
          )
          setCount(count + 1)
        }}
      />
    </section>
  )
}

const shortened = (words: string): string => cut(words, 70)
