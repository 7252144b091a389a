import { lazy, Suspense, useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { beginningOf } from '../../../domain/authoring/journal'
import { compare } from '../../../domain/authoring/compare'
import { placeOfChange } from '../../../domain/authoring/keyed'
import { codeOf, unwrap } from '../../api'
import { useErrorText, useLocale } from '../../i18n'
import { dateAndTime } from '../../i18n/dates'
import { Button, Live, Notice, Select } from '../../ui'
import { useLoaded } from '../../ui/use-loaded'
import { useActWords } from '../act-words'
import { SCHEMAS } from '../document-store'
import type { OpenDocument } from '../open-document'
import { membersOf } from '../../../domain/scenario/members'
import { type Path } from '../outline'
import { useStudioText, useWords } from '../words'
import { Changes } from './Changes'
import { useCompareText } from './words'
import { readSide, type Side, type SideKey } from './sides'
import { NotLoaded } from '../../lists/NotLoaded'

const SideBySide = lazy(() => import('./SideBySide'))
const MergeChosen = lazy(() => import('./MergeChosen'))

interface CompareProps {
  readonly open: OpenDocument
  /** The version that is shown on the left at first. */
  readonly first: SideKey
  readonly onShow: (path: Path) => void
  readonly onClose: () => void
}

/** Compares two versions of a document: the changes in words, scene by scene, and both texts side by side. */
export default function Compare({ open, first, onShow, onClose }: CompareProps) {
  const t = useCompareText()
  const errorText = useErrorText()
  const n = useStore(open.store, ({ draft }) => draft.n)
  const [before, setBefore] = useState<Side>()
  const [after, setAfter] = useState<Side>()
  const [problem, setProblem] = useState<string>()
  const [asText, setAsText] = useState(false)
  const [merging, setMerging] = useState<Side>()
  const read = useCallback(
    async (key: SideKey, take: (side: Side) => void) => {
      setProblem(undefined)
      try {
        take(await readSide(open, key))
      } catch (error) {
        if (codeOf(error) !== 'cancelled') setProblem(errorText(codeOf(error)))
      }
    },
    [open, errorText],
  )
  const begin = useEffectEvent(async () => {
    // The chosen file is on the right, because the draft may become like it.
    await read(first === 'file' ? 'now' : first, setBefore)
    await read(first === 'file' ? 'file' : 'now', setAfter)
    // Somebody who chooses no file sees the draft.
    if (first === 'file') await read('now', (now) => setAfter((side) => side ?? now))
  })
  useEffect(() => void begin(), [first])
  // The draft can change while it is compared.
  const readNow = useEffectEvent(async () => {
    const now = await readSide(open, 'now')
    if (after?.key === 'now') setAfter(now)
    if (before?.key === 'now') setBefore(now)
  })
  useEffect(() => void readNow(), [open, n])
  const changes = useMemo(
    () =>
      before?.value === undefined || after?.value === undefined
        ? undefined
        : compare(before.value, after.value, SCHEMAS[open.opened.kind]),
    [before, after, open],
  )
  const labelOf = useSideLabels(open, [before, after])
  const isDraft = after?.key === 'now'
  const chosen = chosenOf(before, after)
  const versionNumber = before?.key.startsWith('version:') ? Number(before.key.slice(8)) : undefined
  if (merging) {
    const leave = () => setMerging(undefined)
    return (
      <Suspense fallback={<p className="waiting">{t('reading')}</p>}>
        <MergeChosen open={open} side={merging} them={labelOf(merging)} onClose={leave} />
      </Suspense>
    )
  }
  return (
    <section className="studio-compare" aria-label={t('title')}>
      <div className="studio-compare-bar">
        <SideSelect
          open={open}
          label={t('before')}
          side={before}
          onChoose={(key) => void read(key, setBefore)}
        />
        <SideSelect
          open={open}
          label={t('after')}
          side={after}
          onChoose={(key) => void read(key, setAfter)}
        />
        <span className="grow" />
        <Button aria-pressed={asText} onPress={() => setAsText(!asText)}>
          {asText ? t('in-words') : t('as-text')}
        </Button>
        {versionNumber !== undefined && !open.opened.readOnly && (
          <Button
            isDisabled={changes?.length === 0}
            onPress={() =>
              open.write(before!.text, { code: 'back-to-version', params: { number: versionNumber } })
            }
          >
            {t('back-to', { number: versionNumber })}
          </Button>
        )}
        {chosen && !open.opened.readOnly && (
          <Button isDisabled={!changes || changes.length === 0} onPress={() => setMerging(chosen)}>
            {t('merge')}
          </Button>
        )}
        <Button onPress={onClose}>{t('close')}</Button>
      </div>
      <div className="studio-scroll">
        <div className="studio-compare-body">
          <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
          {before && after && !asText && changes === undefined && (
            <Notice kind="attention">{t('unreadable')}</Notice>
          )}
          {before && after && asText && (
            <Suspense fallback={<p className="waiting">{t('reading')}</p>}>
              <SideBySide
                before={before.text}
                after={after.text}
                labels={[labelOf(before), labelOf(after)]}
              />
            </Suspense>
          )}
          {changes && !asText && (
            <>
              <p className="muted">{t('count', { n: changes.length })}</p>
              <Changes
                changes={changes}
                document={after?.value}
                onShow={isDraft ? (path) => onShow(placeOfChange(after.value, path)) : undefined}
              />
            </>
          )}
          {(!before || !after) && <p className="waiting">{t('reading')}</p>}
        </div>
      </div>
    </section>
  )
}

/** Returns the side that can be merged into the draft: a file or another document, if the other side is the draft. */
function chosenOf(before: Side | undefined, after: Side | undefined): Side | undefined {
  const sides = [before, after]
  if (!sides.some((side) => side?.key === 'now')) return undefined
  return sides.find((side) => side && (side.key === 'file' || side.key.startsWith('document:')))
}

/** Returns a function that names a side in a sentence. */
function useSideLabels(open: OpenDocument, sides: readonly (Side | undefined)[]) {
  const t = useCompareText()
  const acts = useActWords(open.acts())
  const words = useWords()
  return (side: Side): string => {
    const [what, rest = ''] = side.key.split(':')
    switch (what) {
      case 'moment': {
        const entry = open.acts()[Number(rest) - 1]
        return entry && Number(rest) > beginningOf(open.acts())
          ? t('moment', { what: acts(entry) })
          : t('beginning')
      }
      case 'version':
        return t('version', { number: Number(rest) })
      case 'outside':
        return t('outside')
      case 'document':
        return words(membersOf(side.value)['title']) || rest
      case 'file':
        return t('file.named', { file: sides.find((one) => one?.key === 'file')?.file ?? '' })
      default:
        return t('now')
    }
  }
}

function SideSelect({
  open,
  label,
  side,
  onChoose,
}: {
  readonly open: OpenDocument
  readonly label: string
  readonly side: Side | undefined
  readonly onChoose: (key: SideKey) => void
}) {
  const t = useCompareText()
  const studio = useStudioText()
  const locale = useLocale()
  const words = useWords()
  const labelOf = useSideLabels(open, [side])
  const { kind, id } = open.opened
  const load = useCallback(async () => {
    const [versions, library, history] = await Promise.all([
      unwrap(window.api.studio.versions({ kind, id })),
      unwrap(window.api.studio.list()),
      open.opened.origin === 'own'
        ? unwrap(window.api.studio.history({ kind, id }))
        : Promise.resolve({ outside: [] }),
    ])
    const others = library.documents.filter((row) => row.kind === kind && row.id !== id && !row.fault)
    return { versions, others, outside: history.outside }
  }, [kind, id, open])
  const loaded = useLoaded(load)
  const found = loaded.status === 'ready' ? loaded.value : undefined
  const known: { readonly id: SideKey; readonly text: string }[] = [
    { id: 'now', text: t('now') },
    ...(found?.versions ?? []).map(({ number, at, note }) => ({
      id: `version:${number}` as const,
      text: `${studio('published', { number })} · ${dateAndTime(at, locale)}${note === '' ? '' : ` · ${note}`}`,
    })),
    { id: 'moment:0', text: t('beginning') },
    ...(found?.outside ?? []).map(({ hash, at }) => ({
      id: `outside:${hash}` as const,
      text: `${t('outside')} · ${dateAndTime(at, locale)}`,
    })),
    { id: 'file', text: t('file') },
    ...(found?.others ?? []).map((row) => ({
      id: `document:${row.id}` as const,
      text: t('other', { title: words(row.title) || row.id }),
    })),
  ]
  const value = side?.key ?? 'now'
  const chosen = side && (side.key === 'file' || known.every((one) => one.id !== side.key))
  const options = chosen
    ? [{ id: side.key, text: labelOf(side) }, ...known.filter((one) => one.id !== side.key)]
    : known
  return (
    <div className="studio-compare-side">
      <Select label={label} value={value} options={options} onChange={onChoose} />
      <NotLoaded of={[loaded]} />
    </div>
  )
}
