import { describe, expect, it } from 'vitest'
import { explore } from '../../../src/domain/scoring/explore'
import { coverageOf } from '../../../src/renderer/studio/coverage'
import { everywhereIn, outlineOf } from '../../../src/renderer/studio/outline'
import { FROM_THE_BEGINNING, seenIn } from '../../../src/renderer/studio/test-play'
import { readScenario } from '../../e2e/paths'

const NAMES = ['telegram-bribe', 'helpdesk-vishing', 'airport-call', 'former-colleague'] as const

describe('what nobody has seen yet', () => {
  it.each(NAMES)('is the outline, and nothing is left once every way was gone: %s', (name) => {
    const compiled = readScenario(name)
    const { scenario } = compiled
    const [scenes, everywhere] = [outlineOf(scenario), everywhereIn(scenario)]
    const begun = new Set(seenIn(compiled, FROM_THE_BEGINNING, []))
    const nothing = coverageOf(scenario, scenes, everywhere, new Set())
    const first = coverageOf(scenario, scenes, everywhere, begun)
    expect(nothing.unseen).toHaveLength(nothing.all)
    expect(first.unseen).toHaveLength(nothing.all - 1)

    // Every situation, with the path on which it was first reached.
    const { situations } = explore(compiled)
    const ways: (readonly string[] | undefined)[] = [[]]
    const seen = new Set(begun)
    situations.forEach(({ moves }, i) => {
      for (const { event, to } of moves) {
        const way = [...ways[i]!, event]
        ways[to] ??= way
        for (const key of seenIn(compiled, FROM_THE_BEGINNING, way)) seen.add(key)
      }
    })
    const names = coverageOf(scenario, scenes, everywhere, seen).unseen.map(({ key }) => key)
    expect(names).toEqual([])
  })

  it('leaves out what nobody can take', () => {
    const document = {
      machine: { states: { ask: { on: { no: { meta: { say: 'No' } }, yes: { target: 'ask' } } } } },
    }
    const { unseen } = coverageOf(document, outlineOf(document), [], new Set())
    expect(unseen.map(({ choice }) => choice?.event)).toEqual([undefined, 'yes'])
  })
})
