/** Checks that a scenario with any fault can be played as far as possible. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileScenario, decide, startSession, viewOf } from '../../../src/domain/run'
import { playableOf } from '../../../src/domain/scenario/playable'
import { readScenario } from '../../../src/domain/scenario/parse'

const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`scenarios/${name}.scenario.json`, 'utf8')) as Record<string, unknown>
const NAMES = ['telegram-bribe', 'late-word', 'airport-call'] as const
const none = () => 'not-there' as const

/** Returns every place of a document. */
function places(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value)
  return [path, ...[...keys].flatMap((key) => places((value as never)[key], [...path, key]))]
}

const instead = fc.constantFrom(undefined, null, '', 'nowhere', 7, true, [], {})

function changed(document: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(document)
  let at = copy as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  const last = path.at(-1)!
  if (value !== undefined) at[last] = value
  else if (Array.isArray(at)) at.splice(Number(last), 1)
  else delete at[last]
  return copy
}

describe('a scenario with a fault', () => {
  it.each(NAMES)('is played wherever the fault is: %s', (name) => {
    const document = read(name)
    const all = places(document).slice(1)
    let played = 0
    const runs = 300
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        instead,
        fc.array(fc.nat(4), { maxLength: 6 }),
        (path, value, picks) => {
          const scenario = playableOf(changed(document, path, value), none)
          if (!scenario) {
            // Without a scene nothing can be played.
            expect(path[0]).toMatch(/^(machine|format)$/)
            return
          }
          let session = startSession(compileScenario(scenario))
          for (const pick of picks) {
            const { choices } = viewOf(session)
            const choice = choices[pick % Math.max(1, choices.length)]
            if (choice) session = decide(session, choice.event)!
          }
          played += 1
        },
      ),
      { numRuns: runs },
    )
    expect(played).toBeGreaterThan(runs * 0.8)
  })

  it('stays in its scene where a choice leads to none, and begins with the first where it begins nowhere', () => {
    const document = read('telegram-bribe') as {
      machine: { initial: string; states: Record<string, unknown> }
    }
    document.machine.initial = 'nowhere'
    const [first] = Object.keys(document.machine.states)
    expect(readScenario(document).scenario).toBeDefined()
    const session = startSession(compileScenario(playableOf(document, none)!))
    expect(viewOf(session).path).toBe(first)
    const [choice] = viewOf(session).choices
    const state = document.machine.states[first!] as { on: Record<string, unknown> }
    state.on[choice!.event] = { meta: { say: { en: 'Go' } }, target: 'nowhere', actions: [] }
    const again = startSession(compileScenario(playableOf(document, none)!))
    expect(decide(again, choice!.event)).toBeUndefined()
  })

  it('leaves a whole one as it is', () => {
    const document = read('late-word')
    expect(playableOf(document, none)).toEqual(readScenario(document).scenario)
    expect(playableOf('no JSON', none)).toBeUndefined()
    expect(playableOf([], none)).toBeUndefined()
  })
})
