import { hideSmallGroups, type RecordFilter } from '../../domain/records'
import { COMPETENCIES } from '../../domain/scenario/vocabulary'
import type { GroupResultsView } from '../../bridge/channels'
import type { Services } from '../services'
import { orRefuse } from '../worker/client'
import type { ResultCounts } from '../worker/group-results'
import { attemptCondition } from './filter-sql'
import { groupLargeEnough, scoresByPerson } from './privacy'

/** Results of everybody whom a filter means, added up; in pseudonymous mode without groups that are too small. */
export async function groupResultsView(
  services: Pick<Services, 'worker' | 'organisation' | 'around' | 'library'>,
  filter: RecordFilter,
  signal?: AbortSignal,
): Promise<GroupResultsView> {
  const { worker, organisation, around, library } = services
  const condition = attemptCondition(filter, around.now().toISOString())
  const results = orRefuse(await worker.run('group-results', condition, signal ? { signal } : {}))
  const smallest = scoresByPerson(services) ? 0 : organisation.settings().smallestGroup
  const shown = groupLargeEnough(services, results.all.people)
  const rows = (counts: readonly ResultCounts[]) => {
    const open = hideSmallGroups(counts, shown ? smallest : Infinity)
    return counts.map(({ name }, i) => ({ name, counts: open[i] ?? null }))
  }
  const competencies = results.byCompetency.filter(({ name }) =>
    (COMPETENCIES as readonly string[]).includes(name),
  )
  const openCompetencies = hideSmallGroups(competencies, shown ? smallest : Infinity)
  return {
    all: shown ? results.all : null,
    smallestGroup: smallest === 0 ? null : smallest,
    byCompetency: competencies.map(({ name }, i) => ({
      name: name as (typeof COMPETENCIES)[number],
      points: openCompetencies[i] ?? null,
    })),
    byChannel: rows(results.byChannel),
    byTactic: rows(results.byTactic),
    byScenario: rows(results.byScenario).map((row) => {
      const found = library.scenario(row.name)
      return { ...row, title: 'kind' in found ? { en: row.name } : found.scenario.title }
    }),
    byTeam: rows(results.byTeam),
  }
}
