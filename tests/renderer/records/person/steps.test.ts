import { describe, expect, it } from 'vitest'
import { compileScenario, type LogEntry } from '../../../../src/domain/run'
import { sessionsOf, stepOf } from '../../../../src/renderer/records/person/steps'
import { ending, reply, scenarioOf, scene } from '../../../domain/helpers'

const scenario = scenarioOf({
  s0: scene({
    on: { ask: reply('Who are you?', { target: 's1' }) },
    after: { '30000': { target: 'lapsed' } },
  }),
  s1: scene({ on: { give: reply('Here it is.', { target: 'bad' }) } }),
  bad: ending('complied'),
  lapsed: ending('abandoned'),
})

const stepsOf = (events: readonly string[], truth = scenario.truth) => {
  const compiled = compileScenario({ ...scenario, truth })
  const log = events.map((event, i): LogEntry => ({
    seq: i + 1,
    kind: 'decision',
    event,
    at: '2026-01-05T09:00:00.000Z',
    elapsedMs: 1000,
  }))
  const sessions = sessionsOf(compiled, log, null)!
  return log.map((entry, i) => stepOf(compiled.scenario, sessions[i]!, entry))
}

describe('the steps of a replay', () => {
  it('name a choice and time that ran out', () => {
    expect(stepsOf(['ask'])).toMatchObject([{ kind: 'choice', meta: { say: { en: 'Who are you?' } } }])
    expect(stepsOf(['timeout'])).toEqual([{ kind: 'silence' }])
  })

  it('say of a contact that was left what it counts as', () => {
    expect(stepsOf(['ask', '@left'])[1]).toEqual({ kind: 'left', outcome: 'miss' })
    expect(stepsOf(['@left'], 'legitimate')).toEqual([{ kind: 'left', outcome: 'false-alarm' }])
  })
})
