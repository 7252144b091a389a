import type { ReactNode } from 'react'
import type { StandingView } from '../../bridge'
import type { StandingSort } from '../../domain/records/filter'
import { useLocale, useLocalized } from '../i18n'
import { shortDate } from '../i18n/dates'
import { Button, TableBox } from '../ui'
import { CertificateOf, countOf, Status, WhoCells } from '../lists/cells'
import { TITLE_TO_COME, type Choices } from '../lists/parts'
import { useRecordsText } from '../lists/words'

interface Column {
  readonly by: StandingSort['by']
  readonly number?: boolean
  /** True for a result of one person, which pseudonymous mode does not show. */
  readonly result?: boolean
  /** True for a heading that is longer than what its cells hold. */
  readonly wraps?: boolean
}

const COLUMNS: readonly Column[] = [
  { by: 'name' },
  { by: 'number' },
  { by: 'team' },
  { by: 'site' },
  { by: 'course' },
  { by: 'status' },
  { by: 'score', number: true, result: true },
  { by: 'missed', result: true },
  { by: 'turned-away', result: true, wraps: true },
  { by: 'due' },
  { by: 'validity' },
]

/** Columns that are sorted in descending order when they are pressed for the first time. */
const FALLING_FIRST: ReadonlySet<string> = new Set(['score', 'missed', 'turned-away', 'validity', 'activity'])

export function StandingTable({
  rows,
  sort,
  onSort,
  onOpen,
  choices,
}: {
  readonly rows: readonly StandingView[]
  readonly sort: StandingSort
  readonly onSort: (sort: StandingSort) => void
  readonly onOpen: (person: string) => void
  readonly choices: Choices
}) {
  const t = useRecordsText()
  const localized = useLocalized()
  const { results } = choices
  const titles = new Map(choices.courses.map(({ id, title }) => [id, localized(title)]))
  const press = (by: StandingSort['by']) =>
    onSort({ by, descending: sort.by === by ? !sort.descending : FALLING_FIRST.has(by) })
  return (
    <TableBox label={t('table.completion')}>
      <thead>
        <tr>
          {COLUMNS.filter(({ result }) => results || !result).map(({ by, number = false, wraps = false }) => {
            const sorted = sort.by === by
            return (
              <th
                key={by}
                scope="col"
                className={number ? 'number' : wraps ? 'wraps' : ''}
                aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              >
                <Button className="sort" onPress={() => press(by)}>
                  {t(`col.${by}`)}
                  <span aria-hidden="true" className="sort-mark">
                    {sorted ? (sort.descending ? '↓' : '↑') : ''}
                  </span>
                </Button>
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={`${row.person} ${row.course}`}
            row={row}
            course={titles.get(row.course) ?? (choices.waiting ? TITLE_TO_COME : row.course)}
            onOpen={onOpen}
            results={results}
          />
        ))}
      </tbody>
    </TableBox>
  )
}

function Row({
  row,
  course,
  onOpen,
  results,
}: {
  readonly row: StandingView
  /** The course's title. */
  readonly course: string
  readonly onOpen: (person: string) => void
  readonly results: boolean
}) {
  return (
    <tr className="opens">
      <WhoCells who={row} onOpen={() => onOpen(row.person)} />
      <td>{row.site ?? '—'}</td>
      <td className="wraps">{course}</td>
      <StandingCells row={row} results={results} />
    </tr>
  )
}

/** True if the course was passed, even if its certificate has expired or was revoked since. */
const passed = (status: StandingView['status']) =>
  status === 'complete' || status === 'expired' || status === 'revoked'

/** Shows status, results, due date and certificate. */
function StandingCells({ row, results }: { readonly row: StandingView; readonly results: boolean }) {
  const t = useRecordsText()
  const locale = useLocale()
  const { results: own, dueAt, certificate, validUntil } = row
  const done = passed(row.status)
  return (
    <>
      <td className="wraps">
        <Status status={row.status} />
        <StatusDetail row={row} />
      </td>
      {results && (
        <>
          <td className="number">{own?.score ?? '—'}</td>
          <td>{own ? countOf(t, own.missed, own.attacks) : '—'}</td>
          <td>{own ? countOf(t, own.turnedAway, own.legitimate) : '—'}</td>
        </>
      )}
      <td>{done || dueAt === null ? '—' : shortDate(dueAt, locale)}</td>
      <td>
        <CertificateOf id={certificate} until={validUntil} />
      </td>
    </>
  )
}

/** Shows how far somebody is in the round, or why a round was not passed. */
function StatusDetail({ row }: { readonly row: StandingView }) {
  const t = useRecordsText()
  const { results } = row
  if (!results || passed(row.status) || row.status === 'open') return null
  const parts: ReactNode[] = []
  if (results.failed) {
    if (row.status !== 'failed') parts.push(t('row.failed'))
    if (results.critical > 0) parts.push(t('row.critical', { n: results.critical }))
    if (results.weakest) parts.push(t('row.weakest', { competency: t(`competency.${results.weakest}`) }))
  } else if (results.modulesDone > 0 || results.round > 1) {
    parts.push(t('row.done', { n: results.modulesDone, all: results.modules }))
  }
  if (results.round > 1) parts.push(t('row.again', { round: results.round }))
  return parts.length === 0 ? null : <small>{parts.join(' · ')}</small>
}
