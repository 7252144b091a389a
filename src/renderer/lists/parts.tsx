import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import type { RecordChoices, RecordsView, Request } from '../../bridge'
import type { RecordFilter } from '../../domain/records/filter'
import type { Reloadable } from '../ui/use-loaded'
import { Button, Live, TextField } from '../ui'
import { useRecordsText } from './words'

export const PAGE_ROWS = 50

/** The choices of the filters. While they are on their way they are empty, and titles are not known yet. */
export type Choices = RecordChoices & {
  readonly waiting: boolean
  /** Their answer, so that a failure can be shown. */
  readonly answer?: Reloadable
}

/** Stands for a title that is on its way. An id in its place would be read as one. */
export const TITLE_TO_COME = '…'

export interface RecordsTabProps {
  readonly filter: RecordFilter
  readonly onFilter: (filter: RecordFilter) => void
  /** The filter with its order, as a saved view stores it. */
  readonly view: RecordsView
  readonly onView: (view: RecordsView) => void
  readonly choices: Choices
}

/**
 * A search field. It reports the text when the typing pauses, so that not every letter causes a question to the
 * database.
 */
export function SearchField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (search: string) => void
}) {
  const t = useRecordsText()
  const [written, setWritten] = useState(value)
  const [known, setKnown] = useState(value)
  // The search was cleared or set from elsewhere, so the field follows.
  if (known !== value) {
    setKnown(value)
    setWritten(value)
  }
  const pass = useEffectEvent((wanted: string) => {
    if (wanted === value) return
    setKnown(wanted)
    onChange(wanted)
  })
  useEffect(() => {
    const timer = setTimeout(() => pass(written.trim()), 200)
    return () => clearTimeout(timer)
  }, [written])
  return (
    <TextField
      label={t('filter.search')}
      hideLabel
      type="search"
      maxLength={120}
      placeholder={t('filter.search.hint')}
      value={written}
      onChange={setWritten}
    />
  )
}

type From = Request<'records.standings'>['from']
type Key = NonNullable<From>['key']

export interface PageState {
  readonly from: From
  /** The number of rows before this page. */
  readonly start: number
}

export const FIRST_PAGE: PageState = { from: null, start: 0 }

/** Keeps the page of a list, and returns to the first page as soon as the question changes. */
export function usePage(question: string): readonly [PageState, (page: PageState) => void] {
  const [at, setAt] = useState({ question, page: FIRST_PAGE })
  const page = at.question === question ? at.page : FIRST_PAGE
  return [page, (next) => setAt({ question, page: next })]
}

export function Pager({
  page,
  rows,
  before,
  after,
  onMove,
}: {
  readonly page: PageState
  /** The number of rows on this page. */
  readonly rows: number
  readonly before: Key | null
  readonly after: Key | null
  readonly onMove: (page: PageState) => void
}) {
  const t = useRecordsText()
  const pager = useRef<HTMLElement>(null)
  // The pressed button may be disabled on the new page and lose the focus. It moves to the table, where reading
  // continues.
  const move = (next: PageState) => {
    onMove(next)
    pager.current?.parentElement?.querySelector<HTMLElement>('.table')?.focus()
  }
  // If nothing lies before this page, it is the first one, even if it was reached by going back.
  const start = before ? page.start : 0
  return (
    <nav ref={pager} className="row pager" aria-label={t('pages.title')}>
      <Live>
        {(before ?? after) && (
          <span className="muted dense">{t('pages.range', { from: start + 1, to: start + rows })}</span>
        )}
      </Live>
      {(before ?? after) && (
        <>
          <Button
            isDisabled={!before}
            onPress={() =>
              before &&
              move({ from: { key: before, direction: 'before' }, start: Math.max(0, start - PAGE_ROWS) })
            }
          >
            {t('pages.previous')}
          </Button>
          <Button
            isDisabled={!after}
            onPress={() => after && move({ from: { key: after, direction: 'after' }, start: start + rows })}
          >
            {t('pages.next')}
          </Button>
        </>
      )}
    </nav>
  )
}

/** Shows "41 of 312" above the table that it counts. */
export function Shown({ children }: { readonly children: string | undefined }) {
  return (
    <div className="shown">
      <Live>
        <span className="muted dense">{children}</span>
      </Live>
    </div>
  )
}

/** Replaces a table without rows. */
export function Nothing({
  filtered,
  children,
  onClear,
}: {
  readonly filtered: boolean
  /** The sentence for a list that has no rows at all. */
  readonly children: ReactNode
  readonly onClear: () => void
}) {
  const t = useRecordsText()
  return (
    <div className="nothing">
      <Live>
        <p>{filtered ? t('empty.filtered') : children}</p>
      </Live>
      {filtered && <Button onPress={onClear}>{t('filter.clear-all')}</Button>}
    </div>
  )
}
