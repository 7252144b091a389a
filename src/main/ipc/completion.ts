import { recordsView } from '../../bridge/areas/completion'
import type { AttemptListRow, StandingView } from '../../bridge/channels'
import {
  dayOfInstant,
  EVERYTHING,
  statusAt,
  type RecordFilter,
  type StandingSort,
} from '../../domain/records'
import { percent, share } from '../../domain/scoring'
import { COUNTED_AT_MOST, type ListedAttempt } from '../store/attempt-pages'
import { alteredAmong } from '../evidence/seal'
import type { Page } from '../store/keyset'
import { keepingStatements } from '../store/libsql'
import { filterWithinPrivacy, mayShowPersonalResults } from '../people/privacy'
import { courseRule } from '../reporting/course-rule'
import { groupResultsView, releasedResultsFor, releaseView, type ResultsNeeds } from '../reporting/results'
import { SavedViews } from '../store/tables/saved-views'
import { isIndexed, standingPage, weakestOf, type ListedStanding } from '../store/standing-pages'
import type { Library } from '../library/library'
import { flagsOf } from '../store/tables/attempts'
import type { Database } from '../store/libsql'
import type { Seals } from '../evidence/seal'
import type { PeopleStore } from '../store/people-list'
import type { System } from '../system'
import type { RecordWorker } from '../worker/client'
import type { TaskAnswer, TaskName, TaskRequest } from '../worker/tasks'
import type { Handlers } from './answer'
import { orRefuse } from '../refused'

type CompletionHandlers = Pick<
  Handlers,
  | 'records.standings'
  | 'records.figures'
  | 'records.completed'
  | 'records.attempts'
  | 'records.countAttempts'
  | 'records.choices'
  | 'records.results'
  | 'records.rules'
  | 'views.list'
  | 'views.save'
  | 'views.rename'
  | 'views.delete'
>

const PAGE = 'records'

/** Turns a row of the database into what the page shows. */
function toStanding(row: ListedStanding, now: string, named: boolean): StandingView {
  const stored = row.status
  const failed = stored === 'failed'
  const seen = (instant: string | null) => (named || instant === null ? instant : dayOfInstant(instant))
  const dates = {
    dueAt: row.due_at || null,
    validUntil: row.valid_until || null,
    revokedAt: row.revoked_at || null,
  }
  return {
    person: row.person_id,
    name: row.person_name,
    number: row.number,
    team: row.team || null,
    site: row.site || null,
    course: row.course,
    status: statusAt({ status: failed && !named ? 'in-progress' : stored, ...dates }, now),
    ...dates,
    validUntil: seen(dates.validUntil),
    passedAt: seen(row.passed_at || null),
    lastActivity: seen(row.last_activity || null),
    certificate: row.credential_id || null,
    results: named
      ? {
          round: row.round,
          modules: row.modules,
          modulesDone: row.modules_done,
          score: row.score,
          attacks: row.attacks,
          missed: row.attacks - row.hits,
          legitimate: row.legitimate,
          turnedAway: row.false_alarms,
          critical: row.critical,
          failed,
          weakest: weakestOf(row),
        }
      : null,
  }
}

function contactOf(
  row: ListedAttempt,
  library: Pick<Library, 'scenario'>,
): NonNullable<AttemptListRow['contact']> {
  const scenario = row.scenario
  const found = library.scenario(scenario)
  return {
    scenario,
    title: 'kind' in found ? { en: scenario } : found.scenario.title,
    channel: row.channel || null,
    mode: row.mode,
    endedAt: row.ended_at,
    setAside: row.set_aside_at !== null,
  }
}

function toAttempt(
  row: ListedAttempt,
  { library }: { readonly library: Pick<Library, 'course' | 'scenario'> },
  named: boolean,
  altered: boolean,
): AttemptListRow {
  const course = row.course
  const startedAt = row.started_at
  const possible = row.possible
  return {
    id: row.id,
    person: row.person_id,
    name: row.person_name,
    number: row.person_number,
    team: row.team || null,
    site: row.site || null,
    course,
    courseTitle: library.course(course)?.title ?? { en: course },
    startedAt: named ? startedAt : dayOfInstant(startedAt),
    contact: named ? contactOf(row, library) : null,
    altered,
    // The results of an attempt that was changed outside the program are not shown.
    results:
      named && !altered && row.ended_at !== null
        ? {
            truth: row.truth,
            scorePercent: possible ? percent(row.earned! / possible) : null,
            passed: row.passed === 1,
            disposition: row.disposition!,
            outcome: row.outcome!,
            critical: flagsOf(row.critical),
          }
        : null,
  }
}

/** Copies the keys, because the schema's arrays are not readonly and ours are. */
const endsOf = ({ before, after }: Pick<Page<unknown>, 'before' | 'after'>) => ({
  before: before && [...before],
  after: after && [...after],
})

export interface CompletionNeeds extends ResultsNeeds {
  readonly db: Database
  readonly library: Library
  readonly system: Pick<System, 'now' | 'uuid'>
  readonly worker: RecordWorker
  readonly people: Pick<PeopleStore, 'groups'>
  readonly seals: () => Seals
}

export function completionHandlers(needs: CompletionNeeds): CompletionHandlers {
  const { db, library, system, worker } = needs
  const views = new SavedViews(db)
  const now = () => system.now().toISOString()
  /**
   * Builds the request of a task.
   * @throws Refused for a filter or an order that HR may not use
   */
  const asked = (filter: RecordFilter, sort?: StandingSort) => ({
    filter: filterWithinPrivacy(needs, filter, sort),
    now: now(),
    named: mayShowPersonalResults(needs),
  })
  // The statements differ only by order, direction, and whether a page follows a key, so there are few of them.
  const orders = keepingStatements(db)
  const latest = new Map<TaskName, AbortController>()
  /** Runs a task and cancels its earlier runs, because a person who types on only needs the newest answer. */
  const newest = async <N extends TaskName>(name: N, request: TaskRequest<N>): Promise<TaskAnswer<N>> => {
    latest.get(name)?.abort()
    const controller = new AbortController()
    latest.set(name, controller)
    return orRefuse(await worker.run(name, request, { signal: controller.signal }))
  }
  const viewsOf = (person: string) =>
    views.of(person, PAGE).map(({ id, name, view }) => {
      const parsed = recordsView.safeParse(JSON.parse(view))
      return { id, name, view: parsed.success ? parsed.data : null }
    })
  return {
    'records.standings': async ({ filter, sort, from, limit }) => {
      const request = asked(filter, sort)
      const wanted = { ...request, sort, from, limit }
      // An index gives the unfiltered page at once; asking the other thread would take longer.
      const atOnce =
        isIndexed(sort.by, request.named) && JSON.stringify(filter) === JSON.stringify(EVERYTHING)
      const page = atOnce ? standingPage(orders, wanted) : await newest('standing-page', wanted)
      const rows = page.rows.map((row) => toStanding(row, request.now, request.named))
      return { ...endsOf(page), rows }
    },
    'records.figures': async ({ filter }) => {
      const request = asked(filter)
      const counts = await newest('standing-figures', request)
      const { failed, attacks, missed, legitimate, turnedAway, ...open } = counts
      const shares = (of: { attacks: number; missed: number; legitimate: number; turnedAway: number }) => ({
        attacks: of.attacks,
        missed: share(of.missed, of.attacks) ?? null,
        legitimate: of.legitimate,
        turnedAway: share(of.turnedAway, of.legitimate) ?? null,
      })
      if (request.named) {
        const results = { failed, ...shares({ attacks, missed, legitimate, turnedAway }) }
        return { ...open, results, release: null }
      }
      const released = await releasedResultsFor(needs, filter)
      const all = released && released.all.attempts > 0 ? released.all : null
      return {
        ...open,
        results: all && {
          failed: null,
          ...shares({ ...all, missed: all.attacks - all.hits, turnedAway: all.falseAlarms }),
        },
        release: releaseView(needs, filter),
      }
    },
    'records.completed': ({ filter }) => newest('completed-by-day', asked(filter)),
    'records.attempts': async ({ filter, descending, from, limit }) => {
      const request = asked(filter)
      const page = await newest('attempt-page', { ...request, descending, from, limit })
      const altered = alteredAmong(
        db,
        needs.seals(),
        page.rows.map(({ id }) => id),
      )
      const rows = page.rows.map((row) => toAttempt(row, needs, request.named, altered.has(row.id)))
      return { ...endsOf(page), rows }
    },
    'records.countAttempts': async ({ filter }) => {
      const count = await newest('attempt-count', asked(filter))
      return { count: Math.min(count, COUNTED_AT_MOST), more: count > COUNTED_AT_MOST }
    },
    'records.choices': () => {
      return {
        ...needs.people.groups(),
        courses: library.courses.map(({ id, title }) => ({ id, title })),
        results: mayShowPersonalResults(needs),
        smallestGroup: needs.organisation.settings().smallestGroup,
      }
    },
    'records.results': ({ filter }) => groupResultsView(needs, filter),
    'records.rules': () =>
      library.courses.flatMap(({ id, title }) => {
        const rule = courseRule(needs, id)
        return rule ? [{ course: id, title, rule }] : []
      }),
    'views.list': (_request, { person }) => viewsOf(person.id),
    'views.save': ({ name, view }, { person }) => {
      views.save(system.uuid(), person.id, PAGE, name, JSON.stringify(view), now())
      return viewsOf(person.id)
    },
    'views.rename': ({ id, name }, { person }) => {
      views.rename(id, person.id, name)
      return viewsOf(person.id)
    },
    'views.delete': ({ id }, { person }) => {
      views.delete(id, person.id)
      return viewsOf(person.id)
    },
  }
}
