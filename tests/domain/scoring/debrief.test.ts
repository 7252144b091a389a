import { describe, expect, it } from 'vitest'
import { compileScenario, ReplayError, type LogEntry } from '../../../src/domain/run'
import { cuesOf, debriefOf } from '../../../src/domain/scoring'
import { assess, ending, raise, reply, scenarioOf, scene } from '../helpers'

const log = (...events: (string | [kind: 'desk', event: string])[]): LogEntry[] =>
  events.map((entry, index) => ({
    seq: index + 1,
    kind: typeof entry === 'string' ? 'decision' : entry[0],
    event: typeof entry === 'string' ? entry : entry[1],
    at: `2026-01-05T09:00:0${index}.000Z`,
    elapsedMs: 1000 * (index + 1),
  }))

const scenario = scenarioOf(
  {
    hello: scene({
      on: {
        chat: reply('Nice to meet you.', { target: 'offer' }),
        ask: reply('Who are you?', { target: 'offer', actions: [assess(1, 1)] }),
      },
    }),
    offer: scene(
      {
        on: {
          give: reply('Here it is.', { target: 'given', actions: [assess(0, 2), raise('leaked')] }),
          report: {
            target: 'reported',
            actions: [assess(2, 2, 'reporting')],
            meta: { say: { en: 'I report this.' }, stance: 'refuse' },
          },
          stall: reply('Let me think.', { target: 'offer' }),
        },
        after: { '30000': { target: 'lapsed' } },
      },
      ['hurry', 'hurry', 'on-record'],
    ),
    given: ending('complied'),
    reported: ending('reported'),
    lapsed: ending('abandoned'),
  },
  { critical: ['leaked'] },
)
const compiled = compileScenario(scenario)

describe('a debrief', () => {
  it('waits for the ending', () => {
    expect(debriefOf(compiled, [])).toBeUndefined()
    expect(debriefOf(compiled, log('ask', 'stall'))).toBeUndefined()
  })

  it('refuses a log of another scenario', () => {
    expect(() => debriefOf(compiled, log('ask', 'bow'))).toThrow(ReplayError)
  })

  it('says that the contact was left, what that counts as, and nothing of how it would have ended', () => {
    const left = debriefOf(compiled, log('ask', '@left'))!
    expect(left.left).toEqual({ elapsedMs: 2000, outcome: 'miss' })
    expect(left.steps.map(({ event }) => event)).toEqual(['ask'])
    expect(left.ending.path).toBe('offer')
    expect(left.score).toMatchObject({ disposition: 'abandoned', passed: false, earned: 1, possible: 1 })
    const afterSign = debriefOf(compiled, log('ask', 'stall', '@left'))!
    expect(afterSign.steps[1]!.firstSign).toBe(true)
    expect(afterSign.exchangesAfterFirstSign).toBeNull()
    const genuine = compileScenario({ ...scenario, truth: 'legitimate' })
    expect(debriefOf(genuine, log('@left'))!.left).toMatchObject({ outcome: 'false-alarm' })
    expect(debriefOf(compiled, log('ask', 'report'))!.left).toBeNull()
  })

  it('tells each decision with its points, its reason and the cues on screen', () => {
    const debrief = debriefOf(compiled, log('ask', ['desk', 'open-policy/callbacks'], 'report'))!
    expect(debrief.steps.map((step) => [step.seq, step.event, step.view.path])).toEqual([
      [1, 'ask', 'hello'],
      [3, 'report', 'offer'],
    ])
    expect(debrief.steps.map((step) => step.assessments.map((a) => [a.competency, a.points]))).toEqual([
      [['verification', 1]],
      [['reporting', 2]],
    ])
    expect(debrief.steps[1]!.cues).toEqual(['hurry', 'on-record'])
    expect(debrief.steps[1]!.elapsedMs).toBe(3000)
    expect(debrief.score.ratio).toBe(1)
    expect(debrief.ending.path).toBe('reported')
  })

  it('marks the first warning sign once, and counts the exchanges after it', () => {
    const quick = debriefOf(compiled, log('ask', 'report'))!
    expect(quick.steps.map((step) => step.firstSign)).toEqual([false, true])
    expect(quick.exchangesAfterFirstSign).toBe(0)
    const slow = debriefOf(compiled, log('ask', 'stall', 'stall', 'report'))!
    expect(slow.steps.map((step) => step.firstSign)).toEqual([false, true, false, false])
    expect(slow.exchangesAfterFirstSign).toBe(2)
  })

  it('names the choice that would have been better, and none where none was', () => {
    const poor = debriefOf(compiled, log('chat', 'give'))!
    expect(poor.steps[1]!.better?.event).toBe('report')
    expect(poor.steps[1]!.critical).toEqual(['leaked'])
    expect(poor.score.passed).toBe(false)
    const good = debriefOf(compiled, log('ask', 'report'))!
    expect(good.steps.map((step) => step.better)).toEqual([undefined, undefined])
  })

  it('says when the time ran out', () => {
    const lapsed = debriefOf(compiled, log('ask', 'timeout'))!
    expect(lapsed.steps[1]).toMatchObject({ timedOut: true, choice: undefined })
    expect(lapsed.steps[1]!.better?.event).toBe('report')
    expect(lapsed.score).toMatchObject({ disposition: 'abandoned', outcome: 'miss', passed: false })
  })
})

describe('cues of a scene', () => {
  it('count once, marked on a phrase or not', () => {
    const beat = { id: 'b1', from: 'mara', text: { en: 'Quick!' } }
    expect(
      cuesOf({
        beats: [
          { ...beat, cues: ['hurry'] },
          { ...beat, id: 'b2', cues: [{ cue: 'hurry', phrase: { en: 'Quick' } }, 'on-record'] },
        ],
      }),
    ).toEqual(['hurry', 'on-record'])
  })
})
