import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, startSession, viewOf, compileScenario, type Session } from '../../../src/domain/run'
import { checkScenario } from '../../../src/domain/scenario/check'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import { inPseudoLanguage, pseudoScenario } from '../../../src/domain/translation/pseudo'
import { documents } from './files'

const scenarios = documents.flatMap(({ kind, value, name }) =>
  kind === 'scenario' ? [{ name, scenario: scenarioSchema.parse(value) }] : [],
)
const ways = (session: Session) => viewOf(session).choices.map(({ event }) => event)

describe('the pseudo language', () => {
  it('keeps placeholders letter for letter, changes what stands around them, and marks both ends', () => {
    expect(inPseudoLanguage('Hello, {trainee}!')).toBe('⟦Ĥééļļôô, {trainee}!⟧')
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('{trainee}', '{organisation}', '{caller-2}'),
        fc.string(),
        (a, name, b) => {
          fc.pre(!/[{}]/.test(a + b))
          expect(inPseudoLanguage(a + name + b)).toContain(name)
        },
      ),
    )
  })

  it('is between a quarter and a half longer than what it stands for', () => {
    for (const { scenario } of scenarios) {
      const title = scenario.summary['en']!
      const longer = inPseudoLanguage(title).length / title.length
      expect(longer).toBeGreaterThan(1.25)
      expect(longer).toBeLessThan(1.6)
    }
  })

  it('leaves the scenario as it is, and plays in the same way', () => {
    for (const { scenario, name } of scenarios) {
      const before = JSON.stringify(scenario)
      const pseudo = pseudoScenario(scenario)
      expect(JSON.stringify(scenario)).toBe(before)
      expect(pseudo.title['en'], name).toMatch(/^⟦.*⟧$/s)
      const words = (issues: ReturnType<typeof checkScenario>) => issues.map(({ code }) => code).toSorted()
      expect(words(checkScenario(pseudo)), name).toEqual(words(checkScenario(scenario)))
      let [own, other] = [startSession(compileScenario(scenario)), startSession(compileScenario(pseudo))]
      for (let step = 0; step < 4; step += 1) {
        expect(ways(other)).toEqual(ways(own))
        const [event] = ways(own)
        const [next, nextOther] = event === undefined ? [] : [decide(own, event), decide(other, event)]
        if (!next || !nextOther) break
        ;[own, other] = [next, nextOther]
      }
    }
  })
})
