import type { RecordFilter } from '../../domain/records'
import { COMPETENCIES } from '../../domain/scenario/vocabulary'
import type { GroupResultsView } from '../../bridge/channels'
import type { Result } from '../../bridge/result'
import type { Library } from '../library/library'
import type { OrganisationStore } from '../people/organisation'
import { orRefuse } from '../refused'
import type { System } from '../system'
import type { ReleasedRequest } from './release-tasks'
import type { ResultCounts } from '../../domain/records'
import type { GroupResults } from '../store/group-results'
import { attemptCondition, type Condition } from '../store/filter-sql'
import { resultsFor, mayShowPersonalResults } from '../people/privacy'
import type { ReleaseKeeper } from './release-keeper'

/** Adds up results on the worker thread. */
export interface ResultsWorker {
  run(task: 'group-results', request: Condition): Promise<Result<GroupResults>>
  run(task: 'released-results', request: ReleasedRequest): Promise<Result<GroupResults>>
}

export interface ReleasedResultsNeeds {
  readonly worker: ResultsWorker
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly releases: Pick<ReleaseKeeper, 'ready' | 'until'>
}

export interface ResultsNeeds extends ReleasedResultsNeeds {
  readonly system: Pick<System, 'now'>
  readonly library: Pick<Library, 'scenario'>
}

/**
 * Returns the released results of the groups that a filter names, in pseudonymous mode.
 * @returns `null` for a filter that selects only some people of a group
 */
export async function releasedResultsFor(
  services: ReleasedResultsNeeds,
  filter: RecordFilter,
): Promise<GroupResults | null> {
  if (!resultsFor(services, filter)) return null
  await services.releases.ready()
  const { smallestGroup } = services.organisation.settings()
  const { sites, teams, courses } = filter
  return orRefuse(
    await services.worker.run('released-results', { filter: { sites, teams, courses }, smallestGroup }),
  )
}

/** Returns the date and the limits of the releases; `null` in named mode. */
export const releaseView = (
  services: Pick<ReleasedResultsNeeds, 'organisation' | 'releases'>,
  filter: RecordFilter,
): GroupResultsView['release'] =>
  mayShowPersonalResults(services)
    ? null
    : {
        smallestGroup: services.organisation.settings().smallestGroup,
        until: services.releases.until(),
        groupsOnly: !resultsFor(services, filter),
      }

/**
 * Adds up the results of everybody who matches a filter. In pseudonymous mode these are the released results of the
 * groups.
 */
export async function groupResultsView(
  services: ResultsNeeds,
  filter: RecordFilter,
): Promise<GroupResultsView> {
  const { worker, system, library } = services
  const named = mayShowPersonalResults(services)
  const results = named
    ? orRefuse(await worker.run('group-results', attemptCondition(filter, system.now().toISOString())))
    : await releasedResultsFor(services, filter)
  const rows = (counts: readonly ResultCounts[] | undefined) =>
    (counts ?? []).map((one) => ({ name: one.name, counts: one }))
  const competencies = (results?.byCompetency ?? []).filter(({ name }) =>
    (COMPETENCIES as readonly string[]).includes(name),
  )
  const shown = named || (results !== null && results.all.attempts > 0)
  return {
    all: shown ? results!.all : null,
    release: releaseView(services, filter),
    byCompetency: competencies.map(({ name, ...points }) => ({
      name: name as (typeof COMPETENCIES)[number],
      points,
    })),
    byChannel: rows(results?.byChannel),
    byTactic: rows(results?.byTactic),
    byScenario: rows(results?.byScenario).map((row) => {
      const found = library.scenario(row.name)
      return { ...row, title: 'kind' in found ? { en: row.name } : found.scenario.title }
    }),
    byTeam: rows(results?.byTeam),
  }
}
