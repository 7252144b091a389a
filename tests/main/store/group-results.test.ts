import { describe, expect, it } from 'vitest'
import { EVERYTHING } from '../../../src/domain/records/index'
import { openDatabase } from '../../../src/main/store/database'
import { attemptCondition } from '../../../src/main/store/filter-sql'
import { LocalRecords } from '../../../src/main/store/records'
import { KEY, NOW, recordWorker, temporaryFolder } from '../helpers'
import { orRefuse } from '../../../src/main/refused'

const AT = NOW.toISOString()

function records() {
  const folder = temporaryFolder()
  const { db } = openDatabase(folder, KEY, NOW)
  const store = new LocalRecords(db)
  for (const [id, team] of [
    ['p1', 'Cards 1'],
    ['p2', 'Cards 1'],
    ['p3', 'Accounts'],
  ]) {
    store.addPerson({ id: id!, name: `Name ${id}`, number: `N-${id}`, role: 'trainee' }, AT)
    db.prepare('UPDATE people SET team = ? WHERE id = ?').run(team, id)
  }
  db.exec(`
    INSERT INTO scenarios VALUES ('h1', 'bribe', '1.0.0', '{"truth":"attack","tactics":["bribery","urgency"]}');
    INSERT INTO scenarios VALUES ('h2', 'upset', '1.0.0', '{"truth":"legitimate","tactics":[]}');`)
  const insert = db.prepare(
    `INSERT INTO attempts (id, person_id, course, round, mode, scenario, scenario_hash, started_at, set_aside_at,
       ended_at, outcome, critical, competencies, truth, channel)
     VALUES (?, ?, 'short', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  let n = 0
  const attempt = (
    person: string,
    outcome: string | null,
    { mode = 'assessed', setAside = null as string | null, critical = '[]', competencies = '{}' } = {},
  ) => {
    const attack = outcome === 'hit' || outcome === 'miss'
    n += 1
    insert.run(
      `a${n}`,
      person,
      mode,
      attack ? 'bribe' : 'upset',
      attack ? 'h1' : 'h2',
      AT,
      setAside,
      outcome === null ? null : AT,
      outcome,
      outcome === null ? null : critical,
      competencies,
      attack ? 'attack' : 'legitimate',
      attack ? 'chat' : 'call',
    )
  }
  attempt('p1', 'hit', { competencies: '{"reporting":[2,2],"verification":[1,3]}' })
  attempt('p2', 'miss', { critical: '["bribe-accepted"]', competencies: '{"reporting":[0,2]}' })
  attempt('p2', 'correct-service')
  attempt('p3', 'false-alarm')
  attempt('p3', 'hit', { mode: 'practice' })
  attempt('p3', 'hit', { setAside: AT })
  attempt('p3', null)
  return { db, worker: recordWorker(folder) }
}

const ask = async (filter: Partial<typeof EVERYTHING>) => {
  const { db, worker } = records()
  const results = orRefuse(
    await worker.run('group-results', attemptCondition({ ...EVERYTHING, ...filter }, AT)),
  )
  db.close()
  return results
}

describe('results of a group', () => {
  it('count what was assessed and finished, and nothing else', async () => {
    const { all, byScenario } = await ask({})
    expect(all).toEqual({
      name: '',
      people: 3,
      attempts: 4,
      attacks: 2,
      hits: 1,
      legitimate: 2,
      falseAlarms: 1,
      critical: 1,
    })
    expect(byScenario.map(({ name, attempts }) => [name, attempts])).toEqual([
      ['bribe', 2],
      ['upset', 2],
    ])
  })

  it('are told by competency, channel, tactic and team', async () => {
    const { byCompetency, byChannel, byTactic, byTeam } = await ask({})
    expect(byCompetency).toEqual([
      { name: 'reporting', people: 2, earned: 2, possible: 4 },
      { name: 'verification', people: 1, earned: 1, possible: 3 },
    ])
    expect(byChannel.map(({ name, people }) => [name, people])).toEqual([
      ['call', 2],
      ['chat', 2],
    ])
    expect(byTactic.map(({ name, attacks, hits }) => [name, attacks, hits])).toEqual([
      ['bribery', 2, 1],
      ['urgency', 2, 1],
    ])
    expect(byTeam.map(({ name, attempts }) => [name, attempts])).toEqual([
      ['Cards 1', 3],
      ['Accounts', 1],
    ])
  })

  it('follow the filter', async () => {
    const { all, byTeam } = await ask({ teams: ['accounts'] })
    expect(all).toMatchObject({ people: 1, attempts: 1, falseAlarms: 1 })
    expect(byTeam).toHaveLength(1)
    expect((await ask({ search: 'nobody of that name' })).all).toMatchObject({ people: 0, attempts: 0 })
  })
})
