import type { CompetencyCounts, ResultCounts } from '../../domain/records/index'
import { readableJson, type Condition } from './filter-sql'
import type { Task } from './task'

export interface GroupResults {
  readonly all: ResultCounts
  readonly byCompetency: readonly CompetencyCounts[]
  readonly byChannel: readonly ResultCounts[]
  readonly byTactic: readonly ResultCounts[]
  readonly byScenario: readonly ResultCounts[]
  readonly byTeam: readonly ResultCounts[]
}

const COUNTS = `
  count(DISTINCT person_id) AS people,
  count(*) AS attempts,
  count(*) FILTER (WHERE truth = 'attack') AS attacks,
  count(*) FILTER (WHERE outcome = 'hit') AS hits,
  count(*) FILTER (WHERE truth = 'legitimate') AS legitimate,
  count(*) FILTER (WHERE outcome = 'false-alarm') AS falseAlarms,
  count(*) FILTER (WHERE critical <> '[]') AS critical`

/** Adds up the finished, assessed attempts that match a filter. Each call scans them again, in constant memory. */
export const groupResults: Task<Condition, GroupResults> = async (condition, { db, breathe, progress }) => {
  const steps = 6
  let done = 0
  const chosen = `(
    SELECT a.person_id, a.scenario, a.scenario_hash, a.channel, a.truth, a.outcome, a.critical, a.competencies, p.team
    FROM attempts a JOIN people p ON p.id = a.person_id
    WHERE a.mode = 'assessed' AND a.ended_at IS NOT NULL AND a.set_aside_at IS NULL AND ${condition.where})`
  const ask = async <T>(sql: string): Promise<T[]> => {
    const rows = db.prepare(sql).all<T>(...condition.params)
    progress((done += 1), steps)
    await breathe()
    return rows
  }
  const by = (name: string, from = chosen) =>
    ask<ResultCounts>(
      `SELECT ${name} AS name, ${COUNTS} FROM ${from} GROUP BY 1 ORDER BY attempts DESC, name`,
    )
  const [all] = await ask<ResultCounts>(`SELECT '' AS name, ${COUNTS} FROM ${chosen}`)
  return {
    all: all!,
    byCompetency: await ask<CompetencyCounts>(
      `SELECT each.key AS name, count(DISTINCT person_id) AS people,
         sum(each.value ->> 0) AS earned, sum(each.value ->> 1) AS possible
       FROM ${chosen} AS c, json_each(${readableJson('c.competencies')}) AS each GROUP BY each.key ORDER BY each.key`,
    ),
    byChannel: await by(`coalesce(channel, '')`),
    byTactic: await by(
      'tactic',
      `(SELECT c.*, t.tactic FROM ${chosen} AS c JOIN (
         SELECT hash, each.value AS tactic FROM scenarios, json_each(${readableJson('content')}, '$.tactics') AS each
       ) AS t ON t.hash = c.scenario_hash)`,
    ),
    byScenario: await by('scenario'),
    byTeam: await by(`coalesce(team, '')`),
  }
}
