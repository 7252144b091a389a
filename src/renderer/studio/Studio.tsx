import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { StudioImported, StudioLibrary, StudioOffer } from '../../bridge'
import type { RefusalCode } from '../../domain/authoring/import/refusal'
import { CHANNELS, TRUTHS } from '../../domain/scenario/vocabulary'
import { DOCUMENT_KINDS } from '../../domain/authoring/document'
import { loadIssueSayer, type SayIssue } from '../../texts/sentences'
import { refusalSayer } from '../../texts/import-words'
import { loadTexts } from '../../texts/translate'
import { codeOf, unwrap } from '../api'
import { useErrorText, useLocale } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { NotLoaded } from '../lists/NotLoaded'
import { useNavigation } from '../session/navigation'
import { Button, Live, Notice, ScreenTitle, Select, TableBox, TextField } from '../ui'
import { useLoaded } from '../ui/use-loaded'
import { useMainEvent } from '../ui/use-main-event'
import { makeCopy } from './copies'
import { byTitle } from './by-title'
import { useNames } from './form/use-names'
import { LanguageDialog } from './Imported'
import { warmMap } from './MapPane'
import { NewDialog } from './NewDialog'
import { RemovedDialog } from './RemovedDialog'
import { languageName, useStudioText, useWords } from './words'
import '../lists/lists.css'
import './studio.css'

const ExportDialog = lazy(() => import('./packages/ExportDialog'))
const OfferDialog = lazy(() => import('./packages/OfferDialog'))

type Row = StudioLibrary['documents'][number]

interface Said {
  readonly kind: 'good' | 'attention'
  readonly text: string
  /** The code by which a colleague, or the program's documentation, recognises the problem. */
  readonly code?: string
}

interface Filter {
  readonly search: string
  readonly kind: string
  readonly channel: string
  readonly truth: string
  readonly state: string
}

const ALL: Filter = { search: '', kind: 'scenario', channel: '', truth: '', state: '' }
const STATES = ['own', 'shipped', 'published', 'changed', 'wrong'] as const

const loadLibrary = () => unwrap(window.api.studio.list())

const inState = (row: Row, state: string): boolean => {
  switch (state) {
    case 'own':
    case 'shipped':
      return row.origin === state
    case 'published':
      return row.published !== null
    case 'changed':
      return row.origin === 'own' && (row.published === null || row.published.differs === true)
    case 'wrong':
      return (row.checks?.errors ?? 0) > 0 || row.fault !== null
    default:
      return true
  }
}

/** Lists scenarios, courses and floors: those that came with the program, and those of the trainers here. */
export default function Studio() {
  const t = useStudioText()
  const errorText = useErrorText()
  const words = useWords()
  const locale = useLocale()
  const { go } = useNavigation()
  const loaded = useLoaded(loadLibrary)
  useEffect(warmMap, [])
  const [filter, setFilter] = useState(ALL)
  const [dialog, setDialog] = useState<'new' | 'removed'>()
  const [exporting, setExporting] = useState<Row>()
  const [offer, setOffer] = useState<StudioOffer>()
  const [said, setSaid] = useState<Said>()
  /** The file whose language has to be chosen. */
  const [asked, setAsked] = useState<string>()
  const { wordFor } = useNames('channel')
  useMainEvent('studio.changed', () => loaded.reload())
  const change = (next: Partial<Filter>) => setFilter({ ...filter, ...next })
  const library = loaded.status === 'ready' ? loaded.value : undefined
  const rows = useMemo(() => {
    const search = filter.search.trim().toLocaleLowerCase()
    const found = (library?.documents ?? []).filter(
      (row) =>
        row.kind === filter.kind &&
        (filter.channel === '' || row.channel === filter.channel) &&
        (filter.truth === '' || row.truth === filter.truth) &&
        inState(row, filter.state) &&
        (search === '' ||
          `${row.id} ${Object.values(row.title).join(' ')} ${row.tactics.map(wordFor).join(' ')} ${row.tactics.join(' ')}`
            .toLocaleLowerCase()
            .includes(search)),
    )
    return byTitle(found, words, locale)
    // Texts change only when the whole page is shown again in another language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [library, filter])

  const doing = async (what: () => Promise<string | undefined>) => {
    setSaid(undefined)
    try {
      const text = await what()
      if (text !== undefined) setSaid({ kind: 'good', text })
      loaded.reload()
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setSaid({ kind: 'attention', text: errorText(code) })
    }
  }
  const open = ({ kind, id }: Pick<Row, 'kind' | 'id'>) => go({ name: 'studio-document', kind, id })
  const copy = (row: Row) =>
    doing(async () => {
      const { title } = await makeCopy(row)
      return t('copied', { title: words(title) })
    })
  const remove = (row: Row) =>
    doing(async () => {
      await unwrap(window.api.studio.remove({ kind: row.kind, id: row.id }))
      return t('removed.said', { title: words(row.title) || row.id })
    })
  const imported = async (answer: StudioImported) => {
    switch (answer.outcome) {
      case 'refused': {
        const say = await loadIssueSayer(locale)
        const why = say(answer.issue as Parameters<SayIssue>[0])
        setSaid({ kind: 'attention', text: t('import.refused', { file: answer.file, why }) })
        return undefined
      }
      case 'no-story': {
        const say = refusalSayer(await loadTexts(locale, 'import'))
        const why = say({ code: answer.code as RefusalCode, params: answer.params })
        const text = t('import.refused', { file: answer.file, why })
        setSaid({ kind: 'attention', text, code: answer.code })
        return undefined
      }
      case 'offered':
        setOffer(answer)
        return undefined
      case 'which-language':
        setAsked(answer.file)
        return undefined
      case 'stories': {
        const [only, ...more] = answer.drafts
        if (only && more.length === 0) open({ kind: 'scenario', id: only.id })
        change({ kind: 'scenario', channel: '', truth: '', state: '' })
        return t('import.stories', { count: answer.drafts.length, file: answer.file })
      }
      default:
        change({ kind: answer.kind, channel: '', truth: '', state: '' })
        return answer.was === null
          ? t('imported', { id: answer.id })
          : t('imported.other', { id: answer.id, was: answer.was })
    }
  }
  const exportRow = (row: Row) =>
    row.kind === 'scenario'
      ? setExporting(row)
      : void doing(async () => {
          const { kind, id } = row
          return t('export.saved', await unwrap(window.api.studio.exportFile({ kind, id, version: null })))
        })
  const importFile = () => doing(async () => imported(await unwrap(window.api.studio.importFile({ locale }))))
  const importAs = async (language: string) => {
    const answer = await unwrap(window.api.studio.importAs({ language }))
    setAsked(undefined)
    await doing(() => imported(answer))
  }
  const choice = (name: 'channel' | 'truth', ids: readonly string[]) => (
    <Select
      label={t(`filter.${name}`)}
      compact
      value={filter[name]}
      options={[{ id: '', text: t(`filter.${name}.any`) }, ...ids.map((id) => ({ id, text: wordFor(id) }))]}
      onChange={(id) => change({ [name]: id })}
    />
  )
  return (
    <main className="list-page studio-library">
      <div className="row">
        <ScreenTitle title={t('title')} />
        <span className="grow" />
        <Button onPress={() => setDialog('removed')}>{t('removed')}</Button>
        <Button onPress={() => void importFile()}>{t('import')}</Button>
        <Button kind="primary" onPress={() => setDialog('new')}>
          {t('new')}
        </Button>
      </div>
      <p className="muted studio-intro">{t('intro')}</p>
      <Live>
        {said !== undefined && (
          <Notice
            kind={said.kind}
            {...(said.code === undefined ? {} : { list: <p className="mono dense muted">{said.code}</p> })}
          >
            {said.text}
          </Notice>
        )}
        {library?.folder.problem != null && (
          <Notice kind="attention">{t('folder.problem', { code: library.folder.problem })}</Notice>
        )}
        <NotLoaded of={[loaded]} />
      </Live>
      <div className="row filter-bar">
        <TextField
          label={t('filter.search')}
          hideLabel
          type="search"
          placeholder={t('filter.search')}
          value={filter.search}
          onChange={(search) => change({ search })}
        />
        <Select
          label={t('filter.kind')}
          compact
          value={filter.kind}
          options={DOCUMENT_KINDS.map((id) => ({ id, text: t(`kind.${id}`) }))}
          onChange={(kind) => change({ kind, channel: '', truth: '' })}
        />
        {filter.kind === 'scenario' && choice('channel', CHANNELS)}
        {filter.kind === 'scenario' && choice('truth', TRUTHS)}
        <Select
          label={t('filter.state')}
          compact
          value={filter.state}
          options={[
            { id: '', text: t('filter.state.any') },
            ...STATES.map((id) => ({ id, text: t(`filter.state.${id}`) })),
          ]}
          onChange={(state) => change({ state })}
        />
        <span className="grow" />
        {library && <span className="muted dense">{t('count', { n: rows.length })}</span>}
      </div>
      {library && rows.length === 0 ? (
        <div className="studio-empty">
          <p>{t('empty')}</p>
          <Button kind="link" onPress={() => setFilter({ ...ALL, kind: filter.kind })}>
            {t('empty.all')}
          </Button>
        </div>
      ) : (
        loaded.status !== 'failed' && (
          <TableBox label={t('title')}>
            <thead>
              <tr>
                <th scope="col">{t('col.title')}</th>
                <th scope="col">{t('col.what')}</th>
                <th scope="col">{t('col.state')}</th>
                <th scope="col">{t('col.checks')}</th>
                <th scope="col">{t('col.changed')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('col.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <LibraryRow
                  key={`${row.origin}/${row.kind}/${row.id}`}
                  row={row}
                  onOpen={() => open(row)}
                  onCopy={() => void copy(row)}
                  onExport={() => exportRow(row)}
                  onRemove={() => void remove(row)}
                />
              ))}
            </tbody>
          </TableBox>
        )
      )}
      {asked !== undefined && (
        <LanguageDialog file={asked} onClose={() => setAsked(undefined)} onChosen={importAs} />
      )}
      <Suspense>
        {exporting && (
          <ExportDialog
            id={exporting.id}
            title={words(exporting.title) || exporting.id}
            settle={() => Promise.resolve(true)}
            onClose={() => setExporting(undefined)}
          />
        )}
        {offer && (
          <OfferDialog
            offer={offer}
            onClose={() => setOffer(undefined)}
            onTaken={({ id }) => open({ kind: 'scenario', id })}
          />
        )}
      </Suspense>
      {dialog === 'new' && (
        <NewDialog
          rows={library?.documents ?? []}
          kind={DOCUMENT_KINDS.find((known) => known === filter.kind) ?? 'scenario'}
          onClose={() => setDialog(undefined)}
          onMade={open}
        />
      )}
      {dialog === 'removed' && (
        <RemovedDialog
          onClose={() => {
            setDialog(undefined)
            loaded.reload()
          }}
        />
      )}
    </main>
  )
}

interface LibraryRowProps {
  readonly row: Row
  readonly onOpen: () => void
  readonly onCopy: () => void
  readonly onExport: () => void
  readonly onRemove: () => void
}

function LibraryRow({ row, onOpen, onCopy, onExport, onRemove }: LibraryRowProps) {
  const t = useStudioText()
  const locale = useLocale()
  const words = useWords()
  const { wordFor } = useNames('channel')
  const title = words(row.title) || row.id
  const what = [row.channel, row.truth, row.role].flatMap((word) => (word === null ? [] : [wordFor(word)]))
  return (
    <tr>
      <th scope="row">
        <Button kind="link" onPress={onOpen}>
          {title}
        </Button>
        <span className="mono muted dense studio-id">{row.id}</span>
      </th>
      <td>
        {what.join(' · ')}
        <span className="muted dense studio-id">{row.languages.map(languageName).join(', ')}</span>
      </td>
      <td>
        {row.origin === 'shipped' ? (
          <span className="chip">{t('shipped')}</span>
        ) : row.published ? (
          <>
            <span className="chip">{t('published', { number: row.published.number })}</span>
            {row.published.differs === true && <span className="muted dense studio-id">{t('differs')}</span>}
          </>
        ) : (
          <span className="chip">{t('draft')}</span>
        )}
        {row.editing && (
          <span className="muted dense studio-id">{t('edited-by', { who: row.editing.who })}</span>
        )}
      </td>
      <td>
        {row.fault
          ? t(`fault.${row.fault.code}.short`)
          : row.checks === null
            ? t('checks.waiting')
            : row.checks.errors > 0
              ? t('checks.errors', { n: row.checks.errors })
              : row.checks.warnings > 0
                ? t('checks.warnings', { n: row.checks.warnings })
                : t('checks.none')}
      </td>
      <td className="muted">
        {row.changedAt === null || row.origin === 'shipped' ? '' : dateAndTime(row.changedAt, locale)}
        {row.changedBy !== null && row.origin === 'own' && (
          <span className="dense studio-id">{row.changedBy}</span>
        )}
      </td>
      <td className="studio-actions">
        <Button kind="link" aria-label={t('copy.what', { title })} onPress={onCopy}>
          {t('copy')}
        </Button>
        {row.fault === null && (
          <Button kind="link" aria-label={t('export.what', { title })} onPress={onExport}>
            {t('export')}
          </Button>
        )}
        {row.origin === 'own' && (
          <Button kind="link" aria-label={t('remove.what', { title })} onPress={onRemove}>
            {t('remove')}
          </Button>
        )}
      </td>
    </tr>
  )
}
