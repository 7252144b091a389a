import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rewrite } from '../../../src/domain/authoring/rewrite'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import { anyChanges, changed, shipped, shippedScenarios } from './shipped'
import { processorMs } from '../../time'

const parse = (text: string) => JSON.parse(text) as never

/** Returns the lines of the first text that are not in the second, by a plain count. */
function linesOnlyIn(one: string, other: string): string[] {
  const counts = new Map<string, number>()
  for (const line of other.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1)
  return one.split('\n').filter((line) => {
    const left = counts.get(line) ?? 0
    counts.set(line, left - 1)
    return left <= 0
  })
}

const anyShipped = fc.constantFrom(...shipped)

describe('rewrite', () => {
  it.each(shipped)('keeps every byte of $name where nothing changed', ({ text, schema }) => {
    expect(rewrite(text, parse(text), schema)).toBe(text)
    const crlf = text.replaceAll('\n', '\r\n')
    expect(rewrite(crlf, parse(text), schema)).toBe(crlf)
    expect(rewrite(`\ufeff${text}`, parse(text), schema)).toBe(`\ufeff${text}`)
    const minified = JSON.stringify(parse(text))
    expect(rewrite(minified, parse(text), schema)).toBe(minified)
  })

  it('says what it was given, whatever was changed where', () => {
    fc.assert(
      fc.property(
        anyShipped,
        anyChanges,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('  ', '\t', '    ', ''),
        ({ text, schema }, changes, lineBreak, unit) => {
          const laidOut = JSON.stringify(parse(text), null, unit).replaceAll('\n', lineBreak)
          const value = changed(parse(text), changes)
          for (const base of [text, laidOut]) {
            const written = rewrite(base, value, schema)
            expect(parse(written)).toEqual(value)
            // Writing the same value once more changes nothing.
            expect(rewrite(written, value, schema)).toBe(written)
            // Undoing everything gives the same bytes.
            expect(rewrite(base, parse(base), schema)).toBe(base)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('keeps the order of scenes and choices, which is the author’s', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shippedScenarios), fc.nat(), ({ text, schema }, n) => {
        const value = parse(text) as { machine: { states: Record<string, unknown> } }
        const names = Object.keys(value.machine.states)
        names.push(...names.splice(n % names.length, 1))
        value.machine.states = Object.fromEntries(names.map((name) => [name, value.machine.states[name]]))
        const written = parse(rewrite(text, value, schema)) as typeof value
        expect(Object.keys(written.machine.states)).toEqual(names)
      }),
      { numRuns: 60 },
    )
  })

  it('changes one line for one word', () => {
    fc.assert(
      fc.property(anyShipped, fc.nat(), fc.string({ minLength: 1 }), ({ text, schema }, n, word) => {
        const value = parse(text) as unknown
        const places: [Record<string, unknown>, string][] = []
        const look = (own: unknown): void => {
          if (typeof own !== 'object' || own === null) return
          for (const [key, inner] of Object.entries(own)) {
            // Ids stay, because they identify the entries of a list.
            if (typeof inner === 'string' && key !== 'id' && !Array.isArray(own))
              places.push([own as never, key])
            else look(inner)
          }
        }
        look(value)
        const [holder, key] = places[n % places.length]!
        fc.pre(holder[key] !== word)
        holder[key] = word
        const written = rewrite(text, value, schema)
        const [before, after] = [text.split('\n'), written.split('\n')]
        expect(after).toHaveLength(before.length)
        expect(after.filter((line, i) => line !== before[i])).toHaveLength(1)
      }),
      { numRuns: 150 },
    )
  })

  const small = parse(
    `{"format":2,"id":"small","machine":{"initial":"a","states":{"a":{"meta":{"title":{"en":"A"},"beats":[{"id":"one","from":"x","text":{"en":"1"}},{"id":"two","from":"x","text":{"en":"2"}}]},"on":{"go":{"target":"b"},"stay":{"target":"a"}}},"b":{"type":"final"}}}}`,
  ) as {
    machine: { states: Record<string, { meta?: { beats?: unknown[] }; on?: object; after?: object }> }
  }
  const text = `${JSON.stringify(small, null, 2)}\n`
  const write = (change: (value: typeof small) => void, from = text) => {
    const value = parse(from) as typeof small
    change(value)
    return rewrite(from, value, scenarioSchema)
  }

  it('puts a new property where the schema has it, in a line of its own', () => {
    const written = write((value) => {
      const document = value as unknown as Record<string, unknown>
      document['role'] = 'agent'
      document['version'] = '1.0.0'
    })
    expect(written.split('\n').slice(0, 6)).toEqual([
      '{',
      '  "format": 2,',
      '  "id": "small",',
      '  "version": "1.0.0",',
      '  "role": "agent",',
      '  "machine": {',
    ])
    expect(linesOnlyIn(text, written)).toEqual([])
  })

  it('writes what is new in the order of the schema, however it was built', () => {
    const written = write((value) => {
      value.machine.states['c'] = {
        on: { go: { meta: { say: {} }, target: 'b' } },
        meta: { beats: [], title: {} },
      } as never
    })
    expect(written).toContain(
      [
        '      "c": {',
        '        "meta": {',
        '          "title": {},',
        '          "beats": []',
        '        },',
        '        "on": {',
        '          "go": {',
        '            "target": "b",',
        '            "meta": {',
        '              "say": {}',
        '            }',
        '          }',
        '        }',
        '      }',
      ].join('\n'),
    )
  })

  it('finds beats again by their id: one that is put in before them touches none', () => {
    const written = write((value) => {
      value.machine.states['a']!.meta!.beats!.unshift({ id: 'zero', from: 'x', text: { en: '0' } })
    })
    expect(linesOnlyIn(text, written)).toEqual([])
    expect(linesOnlyIn(written, text)).toContain('              "id": "zero",')
  })

  it('moves a beat with the layout that its author gave it', () => {
    const own = text.replace(/\{\s*"id": "two",\s*"from": "x",\s*/, '{ "id": "two",   "from": "x", ')
    const written = write((value) => {
      value.machine.states['a']!.meta!.beats!.reverse()
    }, own)
    expect(written).toContain('{ "id": "two",   "from": "x", ')
    expect(parse(written)['machine' as never]).toMatchObject({
      states: { a: { meta: { beats: [{ id: 'two' }, { id: 'one' }] } } },
    })
  })

  it('changes one line for another name of a scene', () => {
    const written = write((value) => {
      const { a, b } = value.machine.states
      value.machine.states = { start: a!, b: b! }
    })
    expect(linesOnlyIn(written, text)).toEqual(['      "start": {'])
  })

  it('takes a property away with its line alone', () => {
    const written = write((value) => {
      delete (value as unknown as Record<string, unknown>)['id']
    })
    expect(linesOnlyIn(text, written)).toEqual(['  "id": "small",'])
    expect(linesOnlyIn(written, text)).toEqual([])
  })

  it('lays an object that stands in one line out when it grows, and leaves a document in one line so', () => {
    const own = '{\n  "id": "x", "title": { "en": "A" }\n}\n'
    expect(rewrite(own, { id: 'x', title: { en: 'A', fr: 'B' } }, scenarioSchema)).toBe(
      '{\n  "id": "x", "title": {\n    "en": "A",\n    "fr": "B"\n  }\n}\n',
    )
    expect(rewrite('{"id":"x"}', { id: 'x', title: { en: 'A' } }, scenarioSchema)).toBe(
      '{"id":"x","title":{"en":"A"}}',
    )
  })

  it('keeps a list of words in its line', () => {
    const own = '{\n  "tactics": ["fear", "urgency"]\n}\n'
    expect(rewrite(own, { tactics: ['fear', 'bribery', 'urgency'] }, scenarioSchema)).toBe(
      '{\n  "tactics": ["fear", "bribery", "urgency"]\n}\n',
    )
  })

  it('keeps escapes and numbers as they were written where they say the same', () => {
    const own = '{\n  "a": "\\u00e9",\n  "b": 1.0,\n  "c": 1\n}'
    expect(rewrite(own, { a: 'é', b: 1, c: 2 }, scenarioSchema)).toBe(own.replace('"c": 1', '"c": 2'))
  })

  it('writes a whole new text where the old one is no JSON', () => {
    expect(rewrite('{ "id": ', { id: 'x' }, scenarioSchema)).toBe('{\n  "id": "x"\n}\n')
  })

  it('writes a scenario of 1,000 scenes in a time that grows with them as reading does', async () => {
    const { text: one } = shippedScenarios.find(({ name }) => name.startsWith('telegram-bribe'))!
    const value = parse(one) as { machine: { states: Record<string, { meta: { title: { en: string } } }> } }
    const scenes = Object.entries(value.machine.states)
    for (let i = scenes.length; i < 1000; i++) {
      const [name, scene] = scenes[i % scenes.length]!
      value.machine.states[`${name}-${i}`] = structuredClone(scene)
    }
    const large = `${JSON.stringify(value, null, 2)}\n`
    Object.values(value.machine.states)[500]!.meta.title.en = 'Another'
    const best = async (run: () => unknown) => {
      let least = Infinity
      for (let i = 0; i < 7; i++) least = Math.min(least, await processorMs(run))
      return least
    }
    // Reading alone is the measure; it takes a fifth. What looked through all scenes for each would take 100 times as long.
    const reading = await best(() => parse(large))
    expect(await best(() => rewrite(large, value, scenarioSchema))).toBeLessThan(Math.max(60, 20 * reading))
  })
})
