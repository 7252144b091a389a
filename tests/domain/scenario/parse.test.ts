import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkScenario } from '../../../src/domain/scenario/check'
import { pathOf } from '../../../src/domain/scenario/issue'
import { parseScenario, readScenario } from '../../../src/domain/scenario/parse'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import { faultsOfShape } from '../../../src/domain/scenario/shape'
import { loadIssueSayer } from '../../../src/texts/sentences'
import { at, soundScenario } from '../../fixtures/build'
import { shippedScenarios } from '../authoring/shipped'
import { scenarioArbitrary } from '../helpers'

const say = await loadIssueSayer('en')
const issuesOf = (source: unknown) => {
  const parsed = parseScenario(source)
  const issues = parsed.ok ? checkScenario(parsed.scenario) : parsed.issues
  return issues.map((issue) => ({ ...issue, path: pathOf(issue), message: say(issue) }))
}

/** Checks that every issue can be shown: it has a code, a place, and a sentence. */
function expectTellable(source: unknown): number {
  const issues = issuesOf(source)
  for (const { code, path, message } of issues) {
    expect(code).toMatch(/^[a-z-]+$/)
    expect(path).toMatch(/^\$/)
    expect(message).toMatch(/^[^a-z].*\.$/s)
    expect(message).not.toContain('undefined')
  }
  return issues.length
}

describe('a time limit', () => {
  const issues = (delay: string) => {
    const document = soundScenario()
    at(document, 'machine', 'states', 'offer')['after'] = { [delay]: { target: 'end-bad' } }
    return issuesOf(JSON.stringify(document)).filter(({ code }) => code === 'bad-value')
  }

  it.each(['100', '5000', '9999999'])('may be %s milliseconds', (delay) => {
    expect(issues(delay)).toEqual([])
  })

  it.each([
    '1s',
    'LONG_TIME',
    'long',
    '0',
    '99',
    '-5000',
    '1.5',
    '1e4',
    '05000',
    '10000000',
    '99999999999',
    '',
    ' 5000',
  ])('is a whole number of milliseconds and not ‘%s’', (delay) => {
    expect(issues(delay)).toMatchObject([
      {
        code: 'bad-value',
        path: `$.machine.states.offer.after${JSON.stringify([delay]).replace(/^\["([A-Za-z_]\w*)"\]$/, '.$1')}`,
      },
    ])
    expect(issues(delay)[0]!.message).toContain(
      'a time limit is a whole number of milliseconds from 100 to 9999999.',
    )
  })

  it('names the number where another unit was meant', () => {
    expect(issues('1s')[0]!.message).toMatch(/Write "1000"\.$/)
    expect(issues('1.5 min')[0]!.message).toMatch(/Write "90000"\.$/)
    expect(issues('5 hours')[0]!.message).toMatch(/9999999\.$/)
  })
})

it('a scene called by a number is told how an id begins', () => {
  const document = soundScenario()
  at(document, 'machine', 'states')['1'] = at(document, 'machine', 'states', 'end-bad')
  expect(issuesOf(document)).toMatchObject([
    { code: 'bad-id', message: expect.stringContaining('an id begins with a lower-case letter') as string },
  ])
})

describe('reading a scenario', () => {
  it('gives back what the file says', () => {
    const text = `\ufeff${JSON.stringify(soundScenario())}`
    const parsed = parseScenario(text)
    expect(parsed.ok && parsed.scenario).toEqual(soundScenario())
    expect(parsed.ok && parsed.migrated).toBe(false)
  })

  it('names line and column of what is not JSON', () => {
    const [issue] = issuesOf('{\n  "format": 1,\n  "id": oops\n}')
    expect(issue).toMatchObject({ code: 'not-json', path: '$' })
    expect(issue?.message).toContain('line 3, column 9')
  })

  it('refuses what is no object', () => {
    for (const source of [undefined, null, 1, 'null', '[]', '"x"', []]) {
      expect(issuesOf(source)[0]?.code).toMatch(/^(wrong-type|not-json)$/)
    }
  })

  it('refuses depth that would exhaust the stack', () => {
    const deep = `{"format":1,"machine":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`
    expect(issuesOf(deep)).toMatchObject([{ code: 'too-deep' }])
    expect(issuesOf('['.repeat(200_000))).toMatchObject([{ code: 'too-deep' }])
    expect(issuesOf('['.repeat(900))).toMatchObject([{ code: 'not-json' }])
    expect(issuesOf(`{"a": "${'x'.repeat(3_000_000)}", }`)).toMatchObject([{ code: 'not-json' }])
  })

  it('leaves the objects of JavaScript alone', () => {
    issuesOf('{"format":1,"__proto__":{"polluted":true}}')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(issuesOf('{"format":1,"__proto__":{}}')[0]?.code).toBe('reserved-id')
  })

  it('says no more than can be read', () => {
    const many = soundScenario()
    for (let i = 0; i < 1000; i++) many[`extra-${i}`] = i
    expect(issuesOf(many)).toHaveLength(200)
  })

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.json()), (text) => {
        expect(expectTellable(text)).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  it('survives any value', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.object().map((rest) => ({ ...rest, format: 1 })),
        ),
        (value) => {
          expect(expectTellable(value)).toBeGreaterThan(0)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('survives a sound scenario with anything anywhere', () => {
    let refused = 0
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('', 'constructor', 'a.b', '{', '<b>', '#', '.', 'offer', { type: 'final' }, [], {}),
    )
    const spot = fc.array(fc.nat(30), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(fc.array(fc.tuple(spot, anything), { minLength: 1, maxLength: 3 }), (changes) => {
        const document = soundScenario()
        for (const [steps, value] of changes) {
          let here = document
          for (const [i, step] of steps.entries()) {
            const keys = Object.keys(here)
            const key = keys[step % keys.length]
            if (key === undefined) break
            const next = here[key]
            if (i === steps.length - 1 || typeof next !== 'object' || next === null) {
              here[key] = value
              break
            }
            here = next as typeof here
          }
        }
        if (expectTellable(document) > 0) refused += 1
      }),
      { numRuns: 500 },
    )
    expect(refused).toBeGreaterThan(250)
  })

  it('survives any scenes that the schema allows', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        expectTellable(JSON.stringify(scenario))
      }),
      { numRuns: 100 },
    )
  })

  it('finds the choice in a list of branches', () => {
    const document = soundScenario()
    const on = at(document, 'machine', 'states', 'offer', 'on')
    const guard = { type: 'when', params: { flag: 'leaked' } }
    on['take-it'] = [{ ...at(on, 'take-it'), guard }, { target: 'nowhere' }]
    expect(issuesOf(document)).toMatchObject([
      { code: 'dangling-target', path: '$.machine.states.offer.on.take-it[1].target' },
    ])
  })
})

describe('what does not fit', () => {
  it('is the same as the schema says of the whole document, although whole scenes are passed over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shippedScenarios), fc.nat(), fc.anything(), ({ text }, place, value) => {
        // Names with a meaning in JavaScript are refused, although the schema allows them.
        fc.pre(!/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value ?? null) ?? ''))
        const document = JSON.parse(text) as Record<string, unknown>
        const spots: [Record<string, unknown>, string][] = []
        const look = (part: unknown): void => {
          if (typeof part !== 'object' || part === null) return
          for (const [key, child] of Object.entries(part)) {
            spots.push([part as Record<string, unknown>, key])
            look(child)
          }
        }
        look(document['machine'])
        const [holder, key] = spots[place % spots.length]!
        holder[key] = JSON.parse(JSON.stringify(value ?? null) ?? 'null')
        const shaped = scenarioSchema.safeParse(document)
        const read = readScenario(document)
        expect(read.scenario === undefined).toBe(!shaped.success)
        if (read.scenario || shaped.success) return
        expect(read.faults).toEqual(faultsOfShape(shaped.error, document).slice(0, 200))
      }),
      { numRuns: 150 },
    )
  })
})
