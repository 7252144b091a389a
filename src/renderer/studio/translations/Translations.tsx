import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { documentTexts } from '../../../domain/authoring/document-texts'
import {
  countMarks,
  TRANSLATION_MARKS,
  translationRows,
  type TranslationMark,
  type TranslationRow,
} from '../../../domain/translation/rows'
import { planTaking, recordAfter, sameTaking, type TakePlan } from '../../../domain/translation/take-texts'
import { textsFileOf, type TextsFile } from '../../../domain/translation/texts-file'
import { textsToPut } from '../../../domain/translation/put-texts'
import { codeOf, unwrap } from '../../api'
import { useLocale } from '../../i18n'
import { Button, Live, Notice, Select } from '../../ui'
import { put } from '../acts'
import type { OpenDocument } from '../open-document'
import { languagesOf, type Path } from '../outline'
import type { FollowedTranslations } from './follow'
import { languageName } from './languages'
import { Languages } from './LanguageButtons'
import { partOf, usePlaces, useTranslationText } from './places'
import { Row } from './Row'
import { TakeDialog, type Offer } from './TakeDialog'
import './translations.css'

interface TranslationsProps {
  readonly open: OpenDocument
  readonly followed: FollowedTranslations
  /** The selected scene; its texts are scrolled into sight. */
  readonly scene: string | undefined
  readonly onGo: (path: Path) => void
}

/** This many rows are shown at first; more are added when somebody gets to the end. */
const STEP = 120

interface Group {
  readonly part: string
  readonly rows: TranslationRow[]
}

function grouped(rows: readonly TranslationRow[]): Group[] {
  const groups: Group[] = []
  for (const row of rows) {
    const part = partOf(row.text)
    const last = groups.at(-1)
    if (last?.part === part) last.rows.push(row)
    else groups.push({ part, rows: [row] })
  }
  return groups
}

/** Keeps the language that is read and the one that is written: at first the document's first two. */
function usePair(languages: readonly string[]) {
  const [chosen, setChosen] = useState<{
    readonly from?: string | undefined
    readonly to?: string | undefined
  }>({})
  const has = (language: string | undefined) =>
    language !== undefined && languages.includes(language) ? language : undefined
  const from = has(chosen.from) ?? languages.find((one) => one !== chosen.to) ?? languages[0]!
  const to = has(chosen.to === from ? undefined : chosen.to) ?? languages.find((one) => one !== from)
  return { from, to, choose: setChosen }
}

/** Shows every text of a document beside its translation. */
export default function Translations({ open, followed, scene, onGo }: TranslationsProps) {
  const t = useTranslationText()
  const locale = useLocale()
  const { kind, id, readOnly } = open.opened
  const value = useDeferredValue(useStore(open.store, ({ draft }) => draft.value))
  const record = useStore(followed.store, (known) => known.record)
  const languages = useMemo(() => languagesOf(value), [value])
  const { from, to, choose } = usePair(languages)
  const places = usePlaces(value)
  const texts = useMemo(() => documentTexts(kind, value), [kind, value])
  const rows = useMemo(
    () => (to === undefined ? [] : translationRows(texts, from, to, record)),
    [texts, from, to, record],
  )
  const counts = useMemo(() => countMarks(rows), [rows])
  const [mark, setMark] = useState<TranslationMark | 'all'>('all')
  const [wanted, setWanted] = useState('')
  const [most, setMost] = useState(STEP)
  const [offer, setOffer] = useState<Offer>()
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'attention'; readonly text: string }>()
  // A row that was just finished stays until somebody looks at something else. Otherwise the next row would jump into
  // its place.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const name = (language: string) => languageName(language, locale)

  const shown = useMemo(() => {
    const search = wanted.trim().toLocaleLowerCase()
    return rows.filter(
      ({ text, source, target, marks }) =>
        (mark === 'all' || marks.includes(mark) || kept.has(text.id)) &&
        (search === '' || `${source}\n${target}`.toLocaleLowerCase().includes(search)),
    )
  }, [rows, mark, wanted, kept])
  const groups = useMemo(() => grouped(shown.slice(0, most)), [shown, most])

  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (scene === undefined) return
    const i = shown.findIndex(({ text }) => text.scene === scene)
    if (i >= 0) setMost((before) => Math.max(before, i + STEP))
    const show = () =>
      [...(body.current?.querySelectorAll<HTMLElement>('[data-part]') ?? [])]
        .find(({ dataset }) => dataset['part'] === `scene ${scene}`)
        ?.scrollIntoView({ block: 'start' })
    const timer = setTimeout(show)
    return () => clearTimeout(timer)
    // Only another scene scrolls the list; typing must not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [scene])

  const keep = useCallback(
    ({ text: { path, id: own, name: field } }: TranslationRow, words: string) => {
      setKept((before) => new Set([...before, own]))
      open.edit(
        { code: 'translate', params: { language: languageName(to ?? '', locale), field } },
        (document) => write(document, path, to!, words),
      )
    },
    [open, to, locale],
  )
  const confirm = useCallback(
    ({ text }: TranslationRow) => {
      setKept((before) => new Set([...before, text.id]))
      if (to !== undefined) followed.confirm([text], to)
    },
    [followed, to],
  )

  const unlessCancelled = (error: unknown) => {
    if (codeOf(error) !== 'cancelled') setSaid({ kind: 'attention', text: t('failed') })
  }
  const save = async (format: 'xliff' | 'csv') => {
    if (to === undefined) return
    const made = textsFileOf({ kind, document: id, from, to }, rows, places.placeOf)
    try {
      const texts = { ...made, units: [...made.units] }
      const answer = await unwrap(window.api.studio.exportTexts({ format, texts }))
      if (answer.outcome === 'saved') setSaid({ kind: 'good', text: t('saved', { file: answer.file }) })
      else setOffer({ file: answer.file, faults: answer.faults })
    } catch (error) {
      unlessCancelled(error)
    }
  }
  const planOf = (texts: TextsFile) =>
    planTaking({ kind, id, value: open.store.getState().draft.value }, texts, record)
  const offerOf = (file: string, texts: TextsFile, changed: boolean): Offer => {
    const planned = planOf(texts)
    return planned.ok ? { file, texts, plan: planned.value, changed } : { file, faults: planned.faults }
  }
  const read = async () => {
    try {
      const answer = await unwrap(window.api.studio.importTexts())
      const { file } = answer
      setOffer(
        answer.outcome === 'refused' ? { file, faults: answer.faults } : offerOf(file, answer.texts, false),
      )
    } catch (error) {
      unlessCancelled(error)
    }
  }
  const take = ({ file, texts, plan: seen }: Extract<Offer, { plan: TakePlan }>) => {
    // The document may have gone on while the plan was read. What is done is what was shown, at its present places.
    const planned = planOf(texts)
    if (!planned.ok || !sameTaking(planned.value, seen)) {
      setOffer(offerOf(file, texts, true))
      return
    }
    const plan = planned.value
    const all = textsToPut(plan)
    if (all.length > 0) {
      open.edit({ code: 'take-texts', params: { file, n: all.length } }, (document) => {
        for (const { path, after } of all) put(document, [...path, plan.to], after)
      })
    }
    followed.change((known) =>
      recordAfter(known, documentTexts(kind, open.store.getState().draft.value), plan),
    )
    choose({ from: plan.from, to: plan.to })
    setOffer(undefined)
    setSaid({ kind: 'good', text: t('taken', { file }) })
  }

  const options = languages.map((language) => ({ id: language, text: name(language) }))
  const rest = shown.length - most
  return (
    <div className="translations">
      <div className="studio-pane-bar">
        <Select
          label={t('from')}
          compact
          value={from}
          options={options}
          onChange={(one) => choose({ from: one, to: one === to ? from : to })}
        />
        <Button
          isDisabled={to === undefined}
          aria-label={t('swap')}
          onPress={() => choose({ from: to, to: from })}
        >
          ⇄
        </Button>
        {to !== undefined && (
          <Select
            label={t('to')}
            compact
            value={to}
            options={options.filter((option) => option.id !== from)}
            onChange={(one) => choose({ from, to: one })}
          />
        )}
        {!readOnly && <Languages open={open} to={to} onAdded={(one) => choose({ from, to: one })} />}
        <span className="grow" />
        {to !== undefined && (
          <>
            <Button onPress={() => void save('xliff')}>{t('export.xliff')}</Button>
            <Button onPress={() => void save('csv')}>{t('export.csv')}</Button>
          </>
        )}
        {!readOnly && <Button onPress={() => void read()}>{t('import')}</Button>}
      </div>
      <Live>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
      {to === undefined ? (
        <div className="studio-pane-body">
          <p className="muted">{t('none-yet')}</p>
        </div>
      ) : (
        <>
          <div className="studio-pane-bar translation-filters">
            <div className="row" role="group" aria-label={t('filter')}>
              {(['all', ...TRANSLATION_MARKS] as const).map((one) => (
                <Button
                  key={one}
                  className="studio-section"
                  aria-pressed={mark === one}
                  onPress={() => {
                    setMark(one)
                    setKept(new Set())
                    setMost(STEP)
                  }}
                >
                  {t(`filter.${one}`, { n: one === 'all' ? rows.length : counts[one] })}
                </Button>
              ))}
            </div>
            <span className="grow" />
            <input
              type="search"
              className="field-input"
              aria-label={t('search')}
              placeholder={t('search')}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
          </div>
          <div className="studio-scroll translation-body" ref={body}>
            <p className="translation-sum" role="status">
              <b>{name(to)}</b> {t('count', { n: counts.missing, of: rows.length })}
            </p>
            <details className="translation-help">
              <summary>{t('help')}</summary>
              <ul>
                <li>{t('help.missing')}</li>
                <li>{t('help.outdated')}</li>
                <li>{t('help.too-long')}</li>
                <li>{t('help.damaged', { example: '{trainee}' })}</li>
                <li>{t('help.keys')}</li>
              </ul>
            </details>
            {shown.length === 0 && <p className="muted translation-empty">{t('nothing')}</p>}
            {groups.map(({ part, rows: own }) => {
              const first = own[0]!.text
              const place = places.partName(first)
              return (
                <section key={`${part} ${first.id}`} data-part={part} className="translation-group">
                  <h3>
                    <Button
                      kind="link"
                      aria-label={t('go', { place })}
                      onPress={() => onGo(goTo(first.path))}
                    >
                      {place}
                    </Button>
                  </h3>
                  <ul>
                    {own.map((row) => (
                      <Row
                        key={row.text.id}
                        row={row}
                        field={places.fieldName(row.text)}
                        speaker={places.speakerName(row.text)}
                        place={place}
                        from={from}
                        to={to}
                        fromName={name(from)}
                        toName={name(to)}
                        readOnly={readOnly}
                        onKeep={keep}
                        onConfirm={confirm}
                      />
                    ))}
                  </ul>
                </section>
              )
            })}
            {rest > 0 && <More count={rest} onMore={() => setMost((before) => before + STEP)} />}
          </div>
        </>
      )}
      {offer && <TakeDialog offer={offer} onTake={take} onClose={() => setOffer(undefined)} />}
    </div>
  )
}

/** Writes a translation. An emptied text is removed, except in the title, whose languages are those of the document. */
function write(document: Record<string, unknown>, path: Path, language: string, words: string): void {
  const gone = words.trim() === '' && path.length > 1
  put(document, [...path, language], gone ? undefined : words)
}

/** Returns the path of a text's scene; outside the scenes the text's own path. */
function goTo(path: Path): Path {
  if (path[0] !== 'machine') return path
  let end = 1
  while (path[end] === 'states') end += 2
  return end === 1 ? path : path.slice(0, end)
}

/** Adds more rows when somebody gets there or presses the button. */
function More({ count, onMore }: { readonly count: number; readonly onMore: () => void }) {
  const t = useTranslationText()
  const here = useRef<HTMLDivElement>(null)
  const more = useRef(onMore)
  useEffect(() => {
    more.current = onMore
  })
  useEffect(() => {
    const seen = new IntersectionObserver((all) => {
      if (all.some(({ isIntersecting }) => isIntersecting)) more.current()
    })
    if (here.current) seen.observe(here.current)
    return () => seen.disconnect()
  }, [count])
  return (
    <div ref={here} className="translation-more">
      <Button onPress={onMore}>{t('more', { n: count })}</Button>
    </div>
  )
}
