import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { scenarioFrom, TEMPLATES } from '../../../src/domain/authoring/templates'
import { compileScenario } from '../../../src/domain/run'
import { openFloor, openScenario } from '../../../src/domain/scenario/open'
import { keepsFromTrainees } from '../../../src/domain/scenario/unwritten'
import { prove } from '../../../src/domain/scoring'
import { loadTemplateWords } from '../../../src/texts/template-words'
import { SCENARIOS } from './shipped'

const name = 'agents.floor.json'
const text = readFileSync(path.join(SCENARIOS, 'floors', name), 'utf8')
const floor = openFloor(text, { name, ending: '.floor.json' }).value!
const eachString = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(eachString)
      : []
const say = await loadTemplateWords()

describe('a new scenario', () => {
  it.each(
    TEMPLATES.flatMap((template) =>
      [['en'], ['fr'], ['en', 'fr']].map((languages) => ({ template, languages })),
    ),
  )(
    'from $template in $languages opens with nothing against it but what is to be written, and can be passed',
    ({ template, languages }) => {
      const document = scenarioFrom(template, { id: 'first-try', languages, say })
      const { scenario, issues } = openScenario(JSON.stringify(document), {
        name: 'first-try.scenario.json',
        ending: '.scenario.json',
        floors: () => floor,
        media: { look: () => undefined, sha256: () => '' },
      })
      const codes = new Set(issues.map(({ code }) => code))
      expect([...codes]).toEqual(['unwritten'])
      expect(issues.every(keepsFromTrainees)).toBe(true)
      // Every text that reads like an instruction must keep the scenario from being published.
      const told = eachString(document).filter((words) => /^\W*(?:Write here|Écrivez ici)/u.test(words))
      expect(issues).toHaveLength(told.length)
      expect(Object.keys(scenario!.title)).toEqual(languages)
      const errors = prove(compileScenario(scenario!)).issues.filter(({ severity }) => severity === 'error')
      expect(errors).toEqual([])
    },
  )

  it('is written in another language with words of the program’s own', () => {
    const { title } = scenarioFrom('mail', { id: 'x', languages: ['de', 'fr'], say })
    expect(title['de']).toBe(say('mail.title', 'en'))
    expect(title['fr']).toBe(say('mail.title', 'fr'))
  })
})
