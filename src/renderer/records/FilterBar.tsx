import type { RecordsView } from '../../bridge'
import { asksForResults, EVERYTHING, STANDING_STATUSES, type RecordFilter } from '../../domain/records/filter'
import { unwrap } from '../api'
import { useLoaded } from '../ui/use-loaded'
import { useLocalized } from '../i18n'
import { Button, Notice } from '../ui'
import { ChoiceChip } from '../lists/FilterChip'
import { SearchField, TITLE_TO_COME, type Choices } from '../lists/parts'
import { CompetencyChip, PeriodChip, ScoreChip } from './RangeChips'
import { SavedViews } from './SavedViews'
import { useRecordsText } from '../lists/words'
import { NotLoaded } from '../lists/NotLoaded'

const NO_CHOICES = { teams: [], sites: [], courses: [], results: true, smallestGroup: 0 }
const loadChoices = () => unwrap(window.api.records.choices())

/** Loads the choices of the filters, and whether HR may see results of one person. */
export function useChoices(): Choices {
  const loaded = useLoaded(loadChoices)
  const known = loaded.status === 'ready' ? loaded.value : NO_CHOICES
  return { ...known, waiting: loaded.status === 'waiting', answer: loaded }
}

const asText = (text: string) => ({ id: text, text })

/** A line of filters that show their present choice. It is the same for every tab with records of people. */
export function FilterBar({
  view,
  onView,
  choices,
}: {
  readonly view: RecordsView
  readonly onView: (view: RecordsView) => void
  readonly choices: Choices
}) {
  const t = useRecordsText()
  const localized = useLocalized()
  const { filter, period } = view
  const { results } = choices
  const change = (part: Partial<RecordFilter>) => onView({ ...view, filter: { ...filter, ...part } })
  const untouched = JSON.stringify(filter) === JSON.stringify(EVERYTHING)
  return (
    <>
      {!results && (
        <div className="privacy-notice">
          <Notice>{t('privacy.notice', { n: choices.smallestGroup })}</Notice>
        </div>
      )}
      <div className="row filter-bar" role="group" aria-label={t('filter.bar')}>
        <SearchField value={filter.search} onChange={(search) => change({ search })} />
        <ChoiceChip
          by="site"
          choices={choices.sites.map(asText)}
          chosen={filter.sites}
          onChange={(sites) => change({ sites })}
        />
        <ChoiceChip
          by="team"
          choices={choices.teams.map(asText)}
          chosen={filter.teams}
          onChange={(teams) => change({ teams })}
        />
        <ChoiceChip
          by="course"
          choices={
            choices.waiting
              ? filter.courses.map((id) => ({ id, text: TITLE_TO_COME }))
              : choices.courses.map(({ id, title }) => ({ id, text: localized(title) }))
          }
          chosen={filter.courses}
          onChange={(courses) => change({ courses })}
        />
        <ChoiceChip
          by="status"
          choices={STANDING_STATUSES.filter((id) => results || id !== 'failed').map((id) => ({
            id,
            text: t(`status.${id}`),
          }))}
          chosen={filter.statuses}
          onChange={(statuses) => change({ statuses })}
        />
        <PeriodChip
          range={filter}
          period={period}
          onChange={({ from, to }, name) =>
            onView({ ...view, period: name, filter: { ...filter, from, to } })
          }
        />
        {results && <ScoreChip filter={filter} onChange={change} />}
        {results && <CompetencyChip filter={filter} onChange={(competency) => change({ competency })} />}
        <SavedViews
          view={view}
          onUse={onView}
          usable={(saved) => results || !asksForResults(saved.filter, saved.sort)}
        />
        {!untouched && (
          <Button kind="link" onPress={() => onView({ ...view, filter: EVERYTHING, period: null })}>
            {t('filter.clear-all')}
          </Button>
        )}
      </div>
      {choices.answer && <NotLoaded of={[choices.answer]} />}
    </>
  )
}
