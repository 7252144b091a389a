import { useEffect, useRef, useState } from 'react'
import type { RecordFilter } from '../../domain/records/filter'
import { codeOf } from '../api'
import { useText } from '../i18n'
import { Button, Live, Notice, TextField } from '../ui'

export const PAGE_ROWS = 50

export interface RecordsTabProps {
  readonly filter: RecordFilter
  readonly onFilter: (filter: RecordFilter) => void
}

/** Passes on what is written once the typing pauses, so that not every letter asks the database. */
export function SearchField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (search: string) => void
}) {
  const t = useText()
  const [written, setWritten] = useState(value)
  const passed = useRef(value)
  // Cleared or set from elsewhere.
  if (passed.current !== value) {
    passed.current = value
    if (written.trim() !== value) setWritten(value)
  }
  useEffect(() => {
    const wanted = written.trim()
    if (wanted === value) return
    const timer = setTimeout(() => {
      passed.current = wanted
      onChange(wanted)
    }, 200)
    return () => clearTimeout(timer)
  }, [written, value, onChange])
  return (
    <TextField
      label={t('records.search')}
      hideLabel
      type="search"
      maxLength={120}
      placeholder={t('records.search.hint')}
      value={written}
      onChange={setWritten}
    />
  )
}

export function Pager({
  offset,
  shown,
  total,
  onMove,
}: {
  readonly offset: number
  readonly shown: number
  readonly total: number
  readonly onMove: (offset: number) => void
}) {
  const t = useText()
  const pager = useRef<HTMLElement>(null)
  // The pressed button may be off on the new page and would drop the focus; the table is where one reads on.
  const move = (next: number) => {
    onMove(next)
    pager.current?.parentElement?.querySelector<HTMLElement>('.table')?.focus()
  }
  return (
    <nav ref={pager} className="row pager" aria-label={t('records.pages')}>
      <Live>
        <span className="muted dense">
          {t('records.range', { from: offset + 1, to: offset + shown, total })}
        </span>
      </Live>
      {total > PAGE_ROWS && (
        <>
          <Button isDisabled={offset === 0} onPress={() => move(Math.max(0, offset - PAGE_ROWS))}>
            {t('records.previous')}
          </Button>
          <Button isDisabled={offset + shown >= total} onPress={() => move(offset + PAGE_ROWS)}>
            {t('records.next')}
          </Button>
        </>
      )}
    </nav>
  )
}

/** Instead of a table without rows. */
export function Nothing({ search, onClear }: { readonly search: string; readonly onClear: () => void }) {
  const t = useText()
  return (
    <div className="nothing">
      <Live>
        <p>{search === '' ? t('records.empty') : t('records.nothing-found', { search })}</p>
      </Live>
      {search !== '' && <Button onPress={onClear}>{t('records.clear')}</Button>}
    </div>
  )
}

export function LoadFailed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useText()
  return (
    <Notice kind="attention" actions={<Button onPress={onRetry}>{t('app.retry')}</Button>}>
      {t(`error.${codeOf(error)}`)}
    </Notice>
  )
}
