import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COURSE_FORMAT, openCourse } from '../../../src/domain/course'
import { checkScenario } from '../../../src/domain/scenario/check'
import { hasErrors } from '../../../src/domain/scenario/issue'
import {
  floorJsonSchema,
  scenarioJsonSchema,
  testPlanJsonSchema,
} from '../../../src/domain/scenario/json-schema'
import { openFloor } from '../../../src/domain/scenario/open'
import { parseScenario } from '../../../src/domain/scenario/parse'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import { FORMAT } from '../../../src/domain/scenario/vocabulary'
import { soundScenario, type Raw } from '../../fixtures/build'
import { scenarioArbitrary } from '../helpers'

const ROOT = join(__dirname, '../../..')
const files = (folder: string, end: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => [name, JSON.parse(readFileSync(join(ROOT, folder, name), 'utf8')) as unknown] as const)

const ajv = new Ajv2020({ strict: false, validateFormats: false })
const fits = ajv.compile(scenarioJsonSchema())

/** Tells whether the parser and the checks accept a document. */
function taken(document: unknown): boolean {
  const parsed = parseScenario(structuredClone(document))
  return parsed.ok && !hasErrors(checkScenario(parsed.scenario))
}

const shipped = files('scenarios', '.scenario.json')

/** Puts a value somewhere inside a document, or removes one. */
function damage(document: unknown, steps: readonly number[], key: string, value: unknown, how: string): void {
  let at = document as Record<string, unknown>
  for (const step of steps) {
    const inner = Object.values(at).filter((part) => typeof part === 'object' && part !== null)
    if (inner.length === 0) break
    at = inner[step % inner.length] as Record<string, unknown>
  }
  const keys = Object.keys(at)
  const own = keys[steps[0]! % Math.max(1, keys.length)]
  if (how === 'add') at[key] = value
  else if (own === undefined) return
  else if (how === 'set') at[own] = value
  else if (Array.isArray(at)) at.splice(Number(own), 1)
  else delete at[own]
}

describe('the published schemas', () => {
  it('have names, and describe what an editor shows', () => {
    const ids = [
      scenarioJsonSchema(),
      testPlanJsonSchema(),
      JSON.parse(readFileSync(join(ROOT, 'scenarios/course.schema.json'), 'utf8')) as Record<string, unknown>,
    ].map(({ $id }) => $id)
    expect(ids).toEqual(
      [`scenario:${FORMAT}`, `testplan:${FORMAT}`, `course:${COURSE_FORMAT}`].map(
        (name) => `urn:hold-the-line:schema:${name}`,
      ),
    )
    const text = JSON.stringify(scenarioJsonSchema())
    for (const word of ['a whole number of milliseconds', 'The words of a reply', 'Lower-case letters']) {
      expect(text).toContain(word)
    }
  })

  it.each(shipped)('take %s', (_name, document) => {
    expect(fits(document), JSON.stringify(fits.errors?.[0])).toBe(true)
  })

  it('take the test plans', () => {
    const plan = ajv.compile(testPlanJsonSchema())
    for (const [name, document] of files('scenarios', '.testplan.json'))
      expect(plan(document), name).toBe(true)
  })

  it('refuse what a course and a floor refuse by their shape', () => {
    const course = ajv.compile(
      JSON.parse(readFileSync(join(ROOT, 'scenarios/course.schema.json'), 'utf8')) as object,
    )
    const floor = ajv.compile(floorJsonSchema())
    const [first] = files('scenarios/courses', '.course.json').map(([, document]) => document as Raw)
    const [agents] = files('scenarios/floors', '.floor.json').map(([, document]) => document as Raw)
    const [one] = first!['modules'] as string[]
    for (const wrong of ['Ring\u0007', 'A\r\nb', 'A\u2028b', 'A { b', ' ']) {
      const titled = { ...first!, title: { ...(first!['title'] as object), en: wrong } }
      const named = { ...agents!, title: { ...(agents!['title'] as object), en: wrong } }
      expect([course(titled), floor(named)], JSON.stringify(wrong)).toEqual([false, false])
      expect(openCourse(JSON.stringify(titled)).value).toBeUndefined()
      expect(openFloor(JSON.stringify(named), { ending: '.floor.json' }).value).toBeUndefined()
    }
    const twice = { ...first!, practice: [one, one] }
    expect(course(twice)).toBe(false)
    expect(openCourse(JSON.stringify(twice)).value).toBeUndefined()
    expect([course(first), floor(agents)]).toEqual([true, true])
  })

  it('refuse nothing that the parser and the checks take, and all that the parser refuses by its shape', () => {
    const counts = { refused: 0, byShape: 0, beyond: 0 }
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(
        '',
        ' ',
        'timeout',
        'a.b',
        'Ab',
        '{x}',
        '{trainee}',
        -1,
        0.5,
        5000,
        null,
        [],
        {},
      ),
      fc.constantFrom<unknown>(
        { en: '' },
        { en: 'x' },
        { en: 'x', fr: '{y}' },
        { flag: 'x' },
        { actions: [] },
      ),
      fc.constantFrom<unknown>(
        'final',
        'report',
        'reveal-field',
        'served',
        'attack',
        { '1s': {} },
        { '5000': {} },
      ),
    )
    const key = fc.constantFrom(
      'after',
      'on',
      'type',
      'target',
      'actions',
      'meta',
      'say',
      'tool',
      'disposition',
      'tactics',
      'params',
      'Ab',
      '1',
      'timeout',
      'constructor',
      'en',
      'DE',
      'x',
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...shipped.map(([, document]) => document), soundScenario()),
        fc.array(fc.nat(40), { minLength: 1, maxLength: 9 }),
        key,
        value,
        fc.constantFrom('add', 'set', 'remove'),
        (base, steps, name, put, how) => {
          const document = structuredClone(base)
          damage(document, steps, name, put, how)
          const accepted = fits(document)
          if (!scenarioSchema.safeParse(document).success) {
            counts.byShape += 1
            expect(accepted).toBe(false)
          }
          if (accepted) return
          counts.refused += 1
          if (scenarioSchema.safeParse(document).success) counts.beyond += 1
          expect(taken(document), JSON.stringify(fits.errors)).toBe(false)
        },
      ),
      // So many that some are refused for more than their shape.
      { numRuns: 1500 },
    )
    expect(counts.byShape).toBeGreaterThan(100)
    expect(counts.beyond).toBeGreaterThan(0)
  })

  it('refuse by shape what the checks say of endings, choices, tools and texts', () => {
    const offer = (change: (offer: Record<string, never>, document: Record<string, never>) => void) => {
      const document = soundScenario() as never
      change((document as { machine: { states: { offer: never } } }).machine.states.offer, document)
      return fits(document) || taken(document)
    }
    type Any = Record<string, Record<string, Record<string, unknown>>> & Record<string, unknown>
    const changes: ((offer: Any, document: Any) => void)[] = [
      (at) => (at['on']!['refuse'] = { meta: { say: { en: 'No', fr: 'Non' } } }),
      (at) => (at['on']!['refuse']!['meta'] = { did: { en: 'No', fr: 'Non' } }),
      (at) => (at['on']!['refuse']!['meta'] = { tool: 'open-policy' }),
      (at) => (at['after'] = { '1s': { target: 'end-bad' } }),
      (at) => (at['after'] = { '5000': { target: 'end-bad' }, '9000': { target: 'end-bad' } }),
      (at) => (at['meta']!['debrief'] = { en: 'x', fr: 'x' }),
      (at) => (at['meta']!['title'] = { en: '{Your name}', fr: 'x' }),
      (_at, document) => ((document as Record<string, unknown>)['tactics'] = []),
      (_at, document) =>
        delete (document as unknown as { machine: { states: Any } }).machine.states['end-bad']!['meta']![
          'debrief'
        ],
    ]
    expect(changes.map((change) => offer(change as never))).toEqual(changes.map(() => false))
  })

  it('take what generators of other tests make', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        const document = JSON.parse(JSON.stringify(scenario)) as unknown
        if (!fits(document)) expect(taken(document)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})
