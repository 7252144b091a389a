import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { jsonPath } from '../../../src/domain/scenario/json-path'
import { parseScenario } from '../../../src/domain/scenario/parse'
import { scenarioSchema, type Scenario } from '../../../src/domain/scenario/schema'
import { listTexts } from '../../../src/domain/scenario/texts'
import { at, soundScenario } from '../../fixtures/build'
import { scenarioArbitrary } from '../helpers'

const FOLDER = path.resolve(__dirname, '../../../scenarios')
const shipped = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.scenario.json'))
  .map((name) => {
    const parsed = parseScenario(readFileSync(path.join(FOLDER, name), 'utf8'))
    if (!parsed.ok) throw new Error(name)
    return parsed.scenario
  })

const soundWith = (change: (document: ReturnType<typeof soundScenario>) => void): Scenario => {
  const document = soundScenario()
  change(document)
  return scenarioSchema.parse(document)
}
const idsOf = (scenario: Scenario) => listTexts(scenario).map(({ id }) => id)

interface Definition {
  readonly type: string
  readonly shape?: Record<string, z.ZodType>
  readonly keyType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly element?: z.ZodType
  readonly options?: z.ZodType[]
  readonly innerType?: z.ZodType
  readonly getter?: () => z.ZodType
}
const titleSchema = scenarioSchema.shape.title

/** Returns the paths of all texts in several languages, by the schema alone. */
function pathsBySchema(schema: z.ZodType, value: unknown, keys: PropertyKey[] = []): string[] {
  if (schema === titleSchema) return [jsonPath(keys)]
  const definition = schema._zod.def as unknown as Definition
  const inner = (part: z.ZodType, key: PropertyKey) =>
    pathsBySchema(part, (value as Record<PropertyKey, unknown>)[key], [...keys, key])
  switch (definition.type) {
    case 'optional':
      return value === undefined ? [] : pathsBySchema(definition.innerType!, value, keys)
    case 'lazy':
      return pathsBySchema(definition.getter!(), value, keys)
    case 'object':
      return Object.entries(definition.shape!).flatMap(([key, part]) => inner(part, key))
    case 'record':
      return Object.keys(value as object).flatMap((key) => inner(definition.valueType!, key))
    case 'array':
      return (value as unknown[]).flatMap((_, i) => inner(definition.element!, i))
    case 'union': {
      const option = definition.options!.find((part) => part.safeParse(value).success)
      return pathsBySchema(option!, value, keys)
    }
    default:
      return []
  }
}

describe('the texts of a scenario', () => {
  it('are all that the schema calls a text, and each once', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...shipped), scenarioArbitrary), (scenario) => {
        const listed = listTexts(scenario)
          .filter(({ text }) => typeof text !== 'string')
          .map((text) => text.path)
        expect(listed.toSorted()).toEqual(pathsBySchema(scenarioSchema, scenario).toSorted())
      }),
      { numRuns: 60 },
    )
  })

  it('have ids that differ', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...shipped), scenarioArbitrary), (scenario) => {
        const ids = idsOf(scenario)
        expect(new Set(ids).size).toBe(ids.length)
        for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+([./][a-z0-9-]+)*$/)
      }),
      { numRuns: 60 },
    )
  })

  it('have ids that differ even where the file has one twice', () => {
    const ids = idsOf(
      soundWith((document) => {
        const offer = at(document, 'machine', 'states', 'offer')
        const beats = at(offer, 'meta')['beats'] as object[]
        beats.push(structuredClone(beats[0]!))
        const refuse = at(offer, 'on', 'refuse')
        refuse['actions'] = [...(refuse['actions'] as []), ...(refuse['actions'] as [])]
        at(offer, 'on')['refuse'] = [refuse, refuse]
        offer['after'] = { '1000': at(offer, 'on', 'take-it'), '2000': at(offer, 'on', 'take-it') }
        at(document, 'desk')['customers'] = [
          at(document, 'desk', 'customers', 0),
          at(document, 'desk', 'customers', 0),
        ]
      }),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('scenes/offer/beats/b1/2/text')
    expect(ids).toContain('scenes/offer/choices/refuse/2/why/verification/2')
    expect(ids).toContain('scenes/offer/timeout/2/say')
    expect(ids).toContain('desk/customers/c-1/2/fields/mail/label')
  })

  it('keep their ids when scenes, choices, beats and desk entries change their order', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) {
        const named = value.every((entry) => typeof entry === 'object' && entry !== null && 'id' in entry)
        return (named ? value.toReversed() : value).map(turned)
      }
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, inner]) => [key, turned(inner)]),
      )
    }
    const textsOf = (scenario: Scenario) =>
      Object.fromEntries(listTexts(scenario).map(({ id, text }) => [id, text]))
    for (const scenario of shipped) {
      expect(textsOf(scenarioSchema.parse(turned(scenario)))).toEqual(textsOf(scenario))
    }
  })

  it('are named by what they are', () => {
    expect(idsOf(soundWith(() => {}))).toEqual([
      'title',
      'summary',
      'keep',
      'cast/mara/name',
      'cues/hurry/label',
      'desk/customers/c-1/name',
      'desk/customers/c-1/fields/mail/label',
      'desk/customers/c-1/fields/mail/value',
      'scenes/offer/title',
      'scenes/offer/beats/b1/text',
      'scenes/offer/beats/b1/cues/hurry/phrase',
      'scenes/offer/choices/refuse/say',
      'scenes/offer/choices/refuse/why/verification',
      'scenes/offer/choices/take-it/say',
      'scenes/offer/choices/take-it/why/verification',
      'scenes/end-good/title',
      'scenes/end-good/debrief',
      'scenes/end-bad/title',
      'scenes/end-bad/debrief',
    ])
  })

  it('name a scene inside a group by its path, and say where each text stands and in which languages', () => {
    const scenario = soundWith((document) => {
      const states = at(document, 'machine', 'states')
      states['group'] = { initial: 'in', states: { in: states['offer'] }, entry: [] }
    })
    expect(listTexts(scenario)).toContainEqual({
      id: 'scenes/group.in/beats/b1/text',
      path: '$.machine.states.group.states.in.meta.beats[0].text',
      locales: ['en', 'fr'],
      text: { en: 'It must be now!', fr: 'C’est maintenant !' },
    })
    expect(listTexts(scenario)).toContainEqual({
      id: 'cast/mara/name',
      path: '$.cast.mara.name',
      locales: [],
      text: 'Mara',
    })
  })
})
