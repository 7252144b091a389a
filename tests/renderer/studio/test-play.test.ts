import { describe, expect, it } from 'vitest'
import { decide, scenePath, startSession, viewOf } from '../../../src/domain/run'
import { compiledOf, FROM_THE_BEGINNING, play } from '../../../src/renderer/studio/test-play'
import { bestRun, readScenario } from '../../e2e/paths'
import { ending, reply, scenarioOf, scene } from '../../domain/helpers'

const compiled = readScenario('telegram-bribe')
const best = bestRun(compiled)

describe('a test play', () => {
  it('goes the way of a run, to the same score', () => {
    const played = play(compiled, FROM_THE_BEGINNING, best)!
    let session = startSession(compiled)
    for (const event of best) session = decide(session, event)!
    expect(scenePath(played.session)).toBe(scenePath(session))
    expect(played.score?.passed).toBe(true)
    expect(played.steps).toHaveLength(best.length + 1)
    expect(played.lost).toBe(0)
  })

  it('begins in any scene, with flags that are raised', () => {
    const flag = compiled.scenario.scoring.critical[0]!
    for (const [id, state] of Object.entries(compiled.scenario.machine.states)) {
      if (state.states) continue
      const played = play(compiled, { scene: id, flags: [flag] }, [])!
      expect(scenePath(played.session)).toBe(id)
      expect(viewOf(played.session).ending !== undefined).toBe(state.type === 'final')
      expect(played.flags).toContain(flag)
    }
    expect(play(compiled, { scene: 'gone', flags: [] }, [])).toBeUndefined()
  })

  it('stays where it still goes after an edit took a choice away', () => {
    const [first] = best
    const played = play(compiled, FROM_THE_BEGINNING, [first!, 'no-such-choice', 'nor-this'])!
    expect(played.lost).toBe(2)
    expect(played.steps).toHaveLength(2)
  })
})

describe('a play that begins in the middle', () => {
  it('goes on by itself from a scene that shows nothing, as its flags say', () => {
    const states = {
      sort: {
        always: [{ target: 'end', guard: { type: 'when', params: { flag: 'warned' } } }, { target: 'ask' }],
      } as never,
      ask: scene({ on: { stop: { ...reply('Stop.'), target: 'end' } } }),
      end: ending('refused'),
    }
    const own = compiledOf(scenarioOf(states))!
    expect(scenePath(play(own, { scene: 'sort', flags: [] }, [])!.session)).toBe('ask')
    const warned = play(own, { scene: 'sort', flags: ['warned'] }, [])!
    expect(scenePath(warned.session)).toBe('end')
    expect(viewOf(warned.session).ending).toEqual({ disposition: 'refused' })
  })

  it('shows the names and amounts of the first set', () => {
    const states = {
      ask: scene({ on: { pay: { ...reply('Pay {amount}.'), target: 'end' } } }),
      end: ending('refused'),
    }
    const own = compiledOf({ ...scenarioOf(states), variants: [{ amount: '€ 40' }, { amount: '€ 900' }] })!
    const { choices } = viewOf(play(own, FROM_THE_BEGINNING, [])!.session)
    expect(choices[0]!.meta.say).toEqual({ en: 'Pay € 40.' })
  })
})
