import type { Truth } from '../scenario/vocabulary'
import type { CompetencyCounts, ResultCounts } from './result-counts'

/**
 * The sums over the attempts of one group at one scenario. They are made once enough people have played it, and never
 * change.
 */
export interface ResultRelease {
  readonly site: string
  /** Empty for all small teams of the site together. */
  readonly team: string
  readonly course: string
  readonly scenario: string
  /** SHA-256 of the scenario as it was played. */
  readonly hash: string
  readonly truth: Truth | null
  readonly channel: string | null
  readonly people: number
  readonly attempts: number
  readonly hits: number
  readonly falseAlarms: number
  readonly critical: number
  readonly competencies: Readonly<Record<string, readonly [people: number, earned: number, possible: number]>>
}

/**
 * Returns a number of people that is certain: for each group the most people of one of its releases, added up over
 * groups.
 */
function peopleOf(sizes: readonly { readonly release: ResultRelease; readonly people: number }[]): number {
  const most = new Map<string, number>()
  for (const { release, people } of sizes) {
    const group = JSON.stringify([release.site, release.team])
    most.set(group, Math.max(most.get(group) ?? 0, people))
  }
  return [...most.values()].reduce((sum, people) => sum + people, 0)
}

function countsOf(name: string, releases: readonly ResultRelease[]): ResultCounts {
  const sum = (of: (release: ResultRelease) => number) => releases.reduce((total, one) => total + of(one), 0)
  return {
    name,
    people: peopleOf(releases.map((release) => ({ release, people: release.people }))),
    attempts: sum(({ attempts }) => attempts),
    attacks: sum(({ truth, attempts }) => (truth === 'attack' ? attempts : 0)),
    hits: sum(({ hits }) => hits),
    legitimate: sum(({ truth, attempts }) => (truth === 'legitimate' ? attempts : 0)),
    falseAlarms: sum(({ falseAlarms }) => falseAlarms),
    critical: sum(({ critical }) => critical),
  }
}

function grouped(
  releases: readonly ResultRelease[],
  namesOf: (release: ResultRelease) => readonly string[],
): ResultCounts[] {
  const by = new Map<string, ResultRelease[]>()
  for (const release of releases) {
    for (const name of namesOf(release)) by.set(name, [...(by.get(name) ?? []), release])
  }
  return [...by]
    .map(([name, list]) => countsOf(name, list))
    .sort((a, b) => b.attempts - a.attempts || (a.name < b.name ? -1 : 1))
}

/**
 * Adds up releases, each of them as a whole.
 * @param tacticsOf returns the tactics of a scenario by the hash of its content
 */
export function addUpReleases(
  releases: readonly ResultRelease[],
  tacticsOf: (hash: string) => readonly string[],
) {
  const competencies = [...new Set(releases.flatMap(({ competencies: of }) => Object.keys(of)))].sort()
  return {
    all: countsOf('', releases),
    byCompetency: competencies.map((name): CompetencyCounts => {
      const having = releases.flatMap((release) => {
        const points = release.competencies[name]
        return points ? [{ release, people: points[0], earned: points[1], possible: points[2] }] : []
      })
      return {
        name,
        people: peopleOf(having),
        earned: having.reduce((sum, { earned }) => sum + earned, 0),
        possible: having.reduce((sum, { possible }) => sum + possible, 0),
      }
    }),
    byChannel: grouped(releases, ({ channel }) => [channel ?? '']),
    byTactic: grouped(releases, ({ hash }) => tacticsOf(hash)),
    byScenario: grouped(releases, ({ scenario }) => [scenario]),
    byTeam: grouped(releases, ({ team }) => [team]),
  }
}
