import { useCallback, useState } from 'react'
import type { AttemptListRow } from '../../bridge'
import { EVERYTHING } from '../../domain/records/filter'
import { unwrap } from '../api'
import { useNavigation } from '../session/navigation'
import { useLoaded } from '../ui/use-loaded'
import { useLocale, useLocalized, useText } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { Button, Notice, TableBox } from '../ui'
import { AttemptOutcome, WhoCells } from '../lists/cells'
import { Nothing, PAGE_ROWS, Pager, Shown, usePage, type RecordsTabProps } from '../lists/parts'
import { usePersonText } from './person/use-person-text'
import { useRecordsText } from '../lists/words'
import { NotLoaded } from '../lists/NotLoaded'

/** Lists every contact that somebody played, newest first. */
export default function Attempts({ view, onView, choices }: RecordsTabProps) {
  const t = useRecordsText()
  const common = useText()
  const person = usePersonText()
  const { filter } = view
  const [descending, setDescending] = useState(true)
  const [page, setPage] = usePage(JSON.stringify([filter, descending]))
  const { from } = page
  const loadRows = useCallback(
    () => unwrap(window.api.records.attempts({ filter, descending, from, limit: PAGE_ROWS })),
    [filter, descending, from],
  )
  const loadCount = useCallback(() => unwrap(window.api.records.countAttempts({ filter })), [filter])
  const rows = useLoaded(loadRows)
  const count = useLoaded(loadCount)
  const shown =
    count.status === 'ready'
      ? t(choices.results ? 'filter.shown.attempts' : 'filter.shown.days', {
          n: count.value.count,
          more: String(count.value.more),
        })
      : undefined
  return (
    <>
      <Shown>{shown}</Shown>
      {rows.status === 'waiting' && <p className="waiting">{common('app.loading')}</p>}
      <NotLoaded of={[rows, count]} />
      {rows.status === 'ready' && rows.value.rows.length === 0 && (
        <Nothing
          filtered={JSON.stringify(filter) !== JSON.stringify(EVERYTHING)}
          onClear={() => onView({ ...view, filter: EVERYTHING, period: null })}
        >
          {t(choices.results ? 'empty.attempts' : 'empty.days')}
        </Nothing>
      )}
      {rows.status === 'ready' && rows.value.rows.length > 0 && (
        <>
          {rows.value.rows.some(({ altered }) => altered) && (
            <Notice kind="attention">{person('altered.text')}</Notice>
          )}
          <Table
            rows={rows.value.rows}
            results={choices.results}
            descending={descending}
            onTurn={() => setDescending(!descending)}
          />
          <Pager
            page={page}
            rows={rows.value.rows.length}
            before={rows.value.before}
            after={rows.value.after}
            onMove={setPage}
          />
        </>
      )}
    </>
  )
}

function Table({
  rows,
  results,
  descending,
  onTurn,
}: {
  readonly rows: readonly AttemptListRow[]
  readonly results: boolean
  readonly descending: boolean
  readonly onTurn: () => void
}) {
  const t = useRecordsText()
  const locale = useLocale()
  const localized = useLocalized()
  const { go } = useNavigation()
  return (
    <TableBox label={t(results ? 'table.attempts' : 'table.days')}>
      <thead>
        <tr>
          <th scope="col">{t('col.name')}</th>
          <th scope="col">{t('col.number')}</th>
          <th scope="col">{t('col.team')}</th>
          {results && <th scope="col">{t('col.scenario')}</th>}
          {results && <th scope="col">{t('col.outcome')}</th>}
          {results && (
            <th scope="col" className="number">
              {t('col.score')}
            </th>
          )}
          {results && <th scope="col">{t('col.mode')}</th>}
          <th scope="col" aria-sort={descending ? 'descending' : 'ascending'}>
            <Button className="sort" onPress={onTurn}>
              {t(results ? 'col.started' : 'col.day')}
              <span aria-hidden="true" className="sort-mark">
                {descending ? '↓' : '↑'}
              </span>
            </Button>
          </th>
          <th scope="col">{t('col.course')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="opens">
            <WhoCells who={row} onOpen={() => go({ name: 'person', id: row.person })} />
            {results && <ContactCells row={row} />}
            <td>{dateAndTime(row.startedAt, locale)}</td>
            <td className="wraps">{localized(row.courseTitle)}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  )
}

/** Shows the contact of an attempt, and its result. */
function ContactCells({ row }: { readonly row: AttemptListRow }) {
  const t = useRecordsText()
  const person = usePersonText()
  const localized = useLocalized()
  const { contact, results } = row
  return (
    <>
      <td className="wraps titles">{contact ? localized(contact.title) : '—'}</td>
      <td>
        {row.altered ? (
          <span className="tone tone-attention">{person('altered')}</span>
        ) : (
          <AttemptOutcome
            setAside={contact?.setAside ?? false}
            ended={contact?.endedAt !== null}
            outcome={results?.outcome}
            critical={results?.critical}
          />
        )}
      </td>
      <td className="number">{results?.scorePercent ?? '—'}</td>
      <td>{contact ? t(`mode.${contact.mode}`) : '—'}</td>
    </>
  )
}
