import { useCallback, useMemo } from 'react'
import { EVERYTHING, groupOf, type RecordFilter } from '../../domain/records/filter'
import { unwrap } from '../api'
import { useNavigation } from '../session/navigation'
import { useLoaded } from '../ui/use-loaded'
import { useText } from '../i18n'
import { CourseRules } from './CourseRules'
import { Figures } from './Figures'
import { OverTime } from './OverTime'
import { Nothing, PAGE_ROWS, Pager, Shown, usePage, type RecordsTabProps } from '../lists/parts'
import { StandingTable } from './StandingTable'
import { useRecordsText } from '../lists/words'
import { NotLoaded } from '../lists/NotLoaded'

/** Shows how people stand in their courses: complete, due, late or failed. */
export default function Completion({ view, onView, choices }: RecordsTabProps) {
  const t = useRecordsText()
  const common = useText()
  const { go } = useNavigation()
  const { filter, sort } = view
  const [page, setPage] = usePage(JSON.stringify([filter, sort]))
  const { from } = page
  const loadRows = useCallback(
    () => unwrap(window.api.records.standings({ filter, sort, from, limit: PAGE_ROWS })),
    [filter, sort, from],
  )
  const loadFigures = useCallback(
    async () => ({
      group: JSON.stringify(groupOf(filter)),
      figures: await unwrap(window.api.records.figures({ filter })),
    }),
    [filter],
  )
  const rows = useLoaded(loadRows)
  const figures = useLoaded(loadFigures)
  const known = figures.status === 'ready' ? figures.value.figures : undefined
  // The curve is loaded after the figures, so that the rows come first. Its filter stays the same object while it means
  // the same group, so that choosing a status does not load it again.
  const groupText = figures.status === 'ready' ? figures.value.group : undefined
  const group = useMemo(() => groupText && (JSON.parse(groupText) as RecordFilter), [groupText])
  const filtered = JSON.stringify(filter) !== JSON.stringify(EVERYTHING)
  const clear = () => onView({ ...view, filter: EVERYTHING, period: null })
  return (
    <>
      {known && <Figures figures={known} />}
      {figures.status === 'waiting' && (
        <div className="counts counts-waiting">
          <p className="waiting">{common('app.loading')}</p>
        </div>
      )}
      {group && known && known.rows > 0 && <OverTime filter={group} rows={known.rows} />}
      <div className="row">
        <Shown>{known && t('filter.shown', { shown: known.matched, all: known.rows })}</Shown>
        <span className="grow" />
        <CourseRules courses={filter.courses} />
      </div>
      {rows.status === 'waiting' && <p className="waiting">{common('app.loading')}</p>}
      <NotLoaded of={[rows, figures]} />
      {rows.status === 'ready' && rows.value.rows.length === 0 && (
        <Nothing filtered={filtered} onClear={clear}>
          {t('empty.standings')}
        </Nothing>
      )}
      {rows.status === 'ready' && rows.value.rows.length > 0 && (
        <>
          <StandingTable
            rows={rows.value.rows}
            sort={sort}
            onSort={(next) => onView({ ...view, sort: next })}
            onOpen={(id) => go({ name: 'person', id })}
            choices={choices}
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
