import { describe, expect, it } from 'vitest'
import { compileScenario, decide, startSession } from '../../../../src/domain/run'
import { checkScenario } from '../../../../src/domain/scenario/check'
import { parseScenario } from '../../../../src/domain/scenario/parse'
import type { Scenario } from '../../../../src/domain/scenario/schema'
import { at, soundScenario, type Raw } from '../../../fixtures/build'
import { processorMs } from '../../../time'

const both = (words: string) => ({ en: words, fr: words })
const count = (counter: string) => ({ type: 'count', params: { counter } })
const when = (params: object) => ({ type: 'when', params })

function parsed(document: Raw): Scenario {
  const read = parseScenario(document)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.scenario
}

/** Makes points that each of three counters gives a thousand times, which is a thousand million situations. */
function countsVeryFar(): Scenario {
  const document = soundScenario()
  for (const counter of ['a', 'b', 'c']) {
    const assess = { competency: 'verification', points: 1, of: 1, why: both('Why.') }
    at(document, 'machine', 'states', 'offer', 'on')[`more-${counter}`] = {
      guard: when({ counter, below: 1000 }),
      actions: [count(counter), { type: 'assess', params: assess }],
      meta: { say: both(`More ${counter}`) },
    }
  }
  return parsed(document)
}

/** Makes automatic steps that go round until two counters are high enough. */
function goesRound(ends: object): Scenario {
  const document = soundScenario()
  const states = at(document, 'machine', 'states')
  states['a'] = {
    always: [
      { target: 'end-bad', guard: when(ends) },
      { target: 'b', actions: [count('x')] },
    ],
  }
  states['b'] = { always: [{ target: 'a', actions: [count('y')] }] }
  at(states, 'offer', 'on', 'take-it')['target'] = 'a'
  return parsed(document)
}

describe('a scenario that can’t be looked at as a whole', () => {
  it('is a warning after a bounded search', async () => {
    const took = await processorMs(() =>
      expect(checkScenario(countsVeryFar())).toMatchObject([
        { code: 'too-many-situations', severity: 'warning' },
      ]),
    )
    expect(took).toBeLessThan(5000)
  })

  it('is an error where automatic steps might go on for ever', () => {
    const far = goesRound({ any: [{ counter: 'x', atLeast: 900 }, { flag: 'leaked' }] })
    expect(checkScenario(far)).toEqual([])
    const farther = goesRound({
      all: [
        { counter: 'x', atLeast: 1000 },
        { counter: 'y', atLeast: 1000 },
      ],
    })
    farther.machine.states['offer']!.on = {
      ...farther.machine.states['offer']!.on,
      ...Object.fromEntries(
        ['x', 'y'].map((counter) => [
          `more-${counter}`,
          { actions: [count(counter)], meta: { say: both('More.') } } as never,
        ]),
      ),
    }
    expect(checkScenario(farther)).toMatchObject([{ code: 'too-many-situations', severity: 'error' }])
  })

  it('never hangs: XState gives up on steps without end', () => {
    const endless = goesRound({ flag: 'bribed' })
    const start = startSession(compileScenario(endless))
    expect(() => decide(start, 'take-it')).toThrow('Infinite loop')
  })
})
