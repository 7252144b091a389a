import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCourse } from '../../../src/domain/course'
import { pathOf } from '../../../src/domain/scenario/issue'
import { openFloor, openScenario } from '../../../src/domain/scenario/open'
import { isUnwritten, keepsFromTrainees } from '../../../src/domain/scenario/unwritten'
import { loadIssueSayer } from '../../../src/texts/sentences'
import { soundScenario } from '../../fixtures/build'

const SCENARIOS = path.resolve(__dirname, '../../../scenarios')
const found = (document: unknown) =>
  openScenario(document, { ending: '.scenario.json', floors: () => 'not-there' })

describe('words that only stand in for a text', () => {
  it.each([
    ['…', true],
    [' … ', true],
    ['✎ Write here a calm no.', true],
    ['  ✎', true],
    ['…and then?', false],
    ['Well…', false],
    ['', false],
    ['A pencil ✎ on the desk', false],
  ])('“%s”: %s', (words, yes) => expect(isUnwritten(words)).toBe(yes))

  it('are told with their place and language; the scenario can be played and is kept from trainees', async () => {
    const scenario = structuredClone(soundScenario()) as unknown as {
      title: Record<string, string>
      cast: Record<string, { name: unknown }>
      machine: { states: Record<string, { meta: { title: Record<string, string> } }> }
    }
    const [scene] = Object.keys(scenario.machine.states)
    scenario.machine.states[scene!]!.meta.title['fr'] = '…'
    const [caller] = Object.keys(scenario.cast)
    scenario.cast[caller!]!.name = '✎ Who is it?'
    const { issues, scenario: whole } = found(scenario)
    expect(whole).toBeDefined()
    expect(issues.map((issue) => [issue.code, issue.severity, pathOf(issue)]).sort()).toEqual([
      ['unwritten', 'warning', `$.cast.${caller!}.name`],
      ['unwritten', 'warning', `$.machine.states.${scene!}.meta.title.fr`],
    ])
    expect(issues.every(keepsFromTrainees)).toBe(true)
    const sayings = await Promise.all((['en', 'fr'] as const).map(loadIssueSayer))
    for (const say of sayings)
      expect(say(issues.find(({ keys }) => keys.path[0] === 'cast')!)).toContain('Who is it?')
    const title = issues.find(({ keys }) => keys.path[0] === 'machine')!
    for (const say of sayings) expect(say(title)).toMatch(/[‘«]\sfr\s»|‘fr’/)
  })

  it('are told of courses and floors too', () => {
    const course = readFileSync(path.join(SCENARIOS, 'courses/first-week.course.json'), 'utf8')
    const read = JSON.parse(course) as { summary: Record<string, string> }
    read.summary['en'] = '…'
    expect(openCourse(course).issues).toEqual([])
    expect(openCourse(JSON.stringify(read)).issues.map(pathOf)).toEqual(['$.summary.en'])
    const floor = readFileSync(path.join(SCENARIOS, 'floors/agents.floor.json'), 'utf8')
    const ending = '.floor.json'
    expect(openFloor(floor, { ending }).issues).toEqual([])
    const other = JSON.parse(floor) as { policies: { title: unknown }[] }
    other.policies[0]!.title = { en: '✎ Name it', fr: '✎ Donnez un nom' }
    const { issues, value } = openFloor(JSON.stringify(other), { ending })
    expect(value).toBeDefined()
    expect(issues.map(pathOf)).toEqual(['$.policies[0].title.en', '$.policies[0].title.fr'])
  })
})
