import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultsIn } from '../../build/texts'
import { checkRead } from '../../src/domain/scenario/check'
import { readScenario } from '../../src/domain/scenario/parse'
import { LOCALES } from '../../src/texts/generated'
import { loadIssueSayer } from '../../src/texts/sentences'
import { localeFor } from '../../src/texts/translate'

const FIXTURES = path.resolve(__dirname, '../fixtures')
const issues = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.scenario.json'))
  .flatMap((name) => checkRead(readScenario(readFileSync(path.join(FIXTURES, name), 'utf8'))))

it('every language says the same things with the same values', () => {
  expect(faultsIn(path.resolve(__dirname, '../../src/texts'))).toEqual([])
})

describe.each(LOCALES)('what is wrong, in %s', (locale) => {
  it('is a whole sentence with every value filled in', async () => {
    const say = await loadIssueSayer(locale)
    expect(issues.length).toBeGreaterThan(60)
    for (const issue of issues) {
      const sentence = say(issue)
      expect(sentence, issue.code).toMatch(/^[^\p{Ll}].*\.$/su)
      // Sentences may contain the placeholders of a scenario.
      expect(sentence, issue.code).not.toMatch(/undefined|\{(?!trainee|organisation|victim)[a-z]+\}| {2}/)
    }
  })
})

it('a language is found by its tag, its region and the name of a terminal', () => {
  expect(
    ['fr', 'fr-CA', 'fr_FR.UTF-8', 'FR', 'en_US.UTF-8', 'C', 'xx', '', undefined].map(localeFor),
  ).toEqual(['fr', 'fr', 'fr', 'fr', 'en', 'en', 'en', 'en', 'en'])
})
