import { describe, expect, it } from 'vitest'
import { compileScenario, replay } from '../../../src/domain/run'
import { channelOf, facedIn, transcript } from '../../../src/renderer/player/transcript'
import { ending, reply, scenarioOf, scene } from '../../domain/helpers'

const scenario = scenarioOf({
  s0: scene({
    on: {
      ask: reply('Who are you?', { target: 's1' }),
      report: { target: 'end', meta: { tool: 'report', did: { en: 'You reported it.' } } },
    },
    after: { 5000: { target: 's1' } },
  }),
  s1: scene({ on: { no: reply('No.', { target: 'end' }) } }),
  end: ending('refused'),
})
const compiled = compileScenario(scenario)

const thread = (shown: number, ...events: [kind: 'decision' | 'desk', event: string][]) => {
  const log = events.map(([kind, event], i) => ({ seq: i + 1, kind, event }))
  return transcript(replay(compiled, log), log, shown)
}
const kinds = (lines: ReturnType<typeof thread>) => lines.map(({ kind }) => kind)

describe('the thread', () => {
  it('shows only as many beats of the present scene as have come', () => {
    expect(kinds(thread(0))).toEqual([])
    expect(kinds(thread(1))).toEqual(['beat'])
  })

  it('has earlier scenes whole, with what was said, whatever has come of the present one', () => {
    const lines = thread(0, ['decision', 'ask'])
    expect(kinds(lines)).toEqual(['beat', 'said'])
    expect(lines[1]).toMatchObject({ meta: { say: { en: 'Who are you?' } }, scene: 'chat' })
    expect(kinds(thread(1, ['decision', 'ask']))).toEqual(['beat', 'said', 'beat'])
  })

  it('passes over looks at the desk, so that they do not shift what was said', () => {
    const lines = thread(0, ['desk', 'open-policy/callback'], ['decision', 'ask'], ['desk', 'report'])
    expect(kinds(lines)).toEqual(['beat', 'said'])
  })

  it('has what the floor answers to a tool in the place where it was used, and its price nowhere', () => {
    const answered = compileScenario({
      ...scenario,
      desk: {
        ...scenario.desk,
        tools: { report: { answer: [{ from: 'narrator', text: { en: 'Noted.' } }], seconds: 60 } },
      },
    })
    const log = (['report', 'open-policy/callback'] as const).map((event, i) => ({
      seq: i + 1,
      kind: 'desk' as const,
      event,
    }))
    const decided = [...log, { seq: 3, kind: 'decision' as const, event: 'ask' }]
    const lines = transcript(replay(answered, decided), decided, 1)
    expect(kinds(lines)).toEqual(['beat', 'used', 'beat', 'said', 'beat'])
    expect(lines[2]).toMatchObject({ beat: { text: { en: 'Noted.' } } })
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  })

  it('tells a tool from a reply, and says when the time passed', () => {
    expect(kinds(thread(0, ['decision', 'report']))).toEqual(['beat', 'did'])
    expect(kinds(thread(0, ['decision', 'timeout']))).toEqual(['beat', 'silence'])
  })

  it('gives each line a key of its own', () => {
    const keys = thread(1, ['decision', 'ask'], ['decision', 'no']).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('takes the channel from the contact', () => {
    expect(channelOf(replay(compiled, [])[0]!)).toBe('chat')
  })

  it('stays with the contact at the end, where the ending has none of its own', () => {
    const sessions = replay(
      compiled,
      (['ask', 'no'] as const).map((event, i) => ({ seq: i + 1, kind: 'decision', event })),
    )
    expect(facedIn(sessions)).toBe(sessions[1])
    expect(facedIn(sessions.slice(0, 2))).toBe(sessions[1])
    const last = transcript(sessions, [], 0).at(-1)
    expect(last?.scene).toBe('chat')
  })

  it('names in a chat who is not the one with whom it began', () => {
    const second = compileScenario({
      ...scenario,
      cast: { ...scenario.cast, office: { name: 'People office', channel: 'call' } },
      machine: {
        ...scenario.machine,
        states: {
          ...scenario.machine.states,
          s0: {
            ...scenario.machine.states['s0']!,
            meta: {
              ...scenario.machine.states['s0']!.meta!,
              beats: [
                { id: 'b1', from: 'mara', text: { en: 'Hello.' } },
                { id: 'b2', from: 'office', text: { en: 'Got it.' } },
              ],
            },
          },
        },
      },
    })
    const lines = transcript(replay(second, []), [], 2)
    expect(lines.map((line) => line.kind === 'beat' && line.named)).toEqual([false, true])
  })
})
