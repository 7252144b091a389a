/** Checks facts about the passage of a decision that hold for every scenario. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compileScenario,
  decide,
  passageOf,
  placesAtStart,
  scenePath,
  startAt,
  startSession,
  transitionFor,
  type Place,
} from '../../../src/domain/run'
import { ending, EVENTS, raise, reply, scenarioArbitrary, scenarioOf, scene } from '../helpers'

const at = (document: unknown, place: Place): unknown =>
  place.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    document,
  )
const words = (places: readonly Place[]) => places.map((place) => place.slice(1).join('.'))

const small = compileScenario(
  scenarioOf({
    ask: scene({
      on: {
        tell: [
          { ...reply('Told.'), guard: { type: 'when', params: { flag: 'warned' } }, target: 'end' },
          { ...reply('Told.'), target: 'sort' },
        ],
        warn: { ...reply('Careful.'), actions: [raise('warned')] },
      },
      after: { 5000: { target: 'late' } },
    }),
    sort: {
      always: [{ guard: { type: 'when', params: { flag: 'warned' } }, target: 'end' }, { target: 'room' }],
    } as never,
    room: {
      initial: 'inner',
      states: { inner: scene({ on: { stop: { ...reply('Stop.'), target: '#small.end' } } }) },
    } as never,
    late: ending('abandoned'),
    end: ending('refused'),
  }),
)

describe('what a decision passes', () => {
  it('names the branch, the scenes on the way, and what is taken by itself', () => {
    const start = startSession(small)
    expect(words(placesAtStart(start))).toEqual(['states.ask'])
    expect(words(passageOf(start, 'tell'))).toEqual([
      'states.ask.on.tell.1',
      'states.sort',
      'states.sort.always.1',
      'states.room',
      'states.room.states.inner',
    ])
    const warned = decide(start, 'warn')!
    expect(words(passageOf(start, 'warn'))).toEqual(['states.ask.on.warn', 'states.ask'])
    expect(words(passageOf(warned, 'tell'))).toEqual(['states.ask.on.tell.0', 'states.end'])
    expect(words(passageOf(start, 'timeout'))).toEqual(['states.ask.after.5000', 'states.late'])
    expect(passageOf(start, 'stop')).toEqual([])
    expect(words(placesAtStart(startAt(small, 'room.inner')!))).toEqual([
      'states.room',
      'states.room.states.inner',
    ])
  })

  it('is written in the document, begins with what is taken, and ends where the run stands', () => {
    fc.assert(
      fc.property(scenarioArbitrary, fc.array(fc.constantFrom(...EVENTS, 'timeout')), (scenario, events) => {
        const compiled = compileScenario(scenario)
        let session = startSession(compiled)
        for (const event of events) {
          const passed = passageOf(session, event)
          const next = decide(session, event)
          if (!next) {
            expect(transitionFor(session, event)).toBeUndefined()
            continue
          }
          expect(at(compiled.scenario, passed[0]!)).toBe(transitionFor(session, event))
          for (const place of passed) expect(at(compiled.scenario, place)).toBeDefined()
          const last = passed.at(-1)!.filter((_, i) => i > 0 && i % 2 === 0)
          expect(last.join('.')).toBe(scenePath(next))
          session = next
        }
      }),
    )
  })
})
