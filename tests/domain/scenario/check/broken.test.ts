import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkRead } from '../../../../src/domain/scenario/check'
import { pathOf, type Issue } from '../../../../src/domain/scenario/issue'
import { readScenario } from '../../../../src/domain/scenario/parse'
import { at, soundScenario } from '../../../fixtures/build'

const FOLDER = path.resolve(__dirname, '../../../../scenarios')
const SCENARIOS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.scenario.json'))
  .map((name) => readFileSync(path.join(FOLDER, name), 'utf8'))

type Json = Record<string, unknown>
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const found = (document: unknown) => checkRead(readScenario(document))
const told = (issue: Issue) => `${issue.code} ${pathOf(issue)}`

interface Spot {
  readonly owner: Json
  readonly key: string
  readonly path: readonly string[]
}

/** Returns every place of a document, as the object that contains it and its key. */
function placesOf(document: unknown, path: readonly string[] = []): Spot[] {
  if (typeof document !== 'object' || document === null) return []
  const owner = document as Json
  return Object.keys(owner).flatMap((key) => {
    const own = [...path, key]
    return [{ owner, key, path: own }, ...placesOf(owner[key], own)]
  })
}

/** Breaks a place, if the document still has it. */
function spoil(document: Json, where: readonly string[], kind: number): void {
  const key = where[where.length - 1]!
  const owner = where
    .slice(0, -1)
    .reduce<unknown>((value, name) => (value as Json | null | undefined)?.[name], document)
  if (typeof owner !== 'object' || owner === null || !Object.hasOwn(owner, key)) return
  BREAKS[kind]!({ owner: owner as Json, key, path: where })
}

const BREAKS: readonly ((place: Spot) => void)[] = [
  ({ owner, key }) => (owner[key] = ''),
  ({ owner, key }) => (owner[key] = null),
  ({ owner, key }) => (owner[key] = 7.5),
  ({ owner, key }) => (owner[key] = []),
  ({ owner, key }) => (owner[key] = [null]),
  ({ owner, key }) => (owner[key] = { 'Not A Key': {} }),
  ({ owner, key }) => (owner[key] = 'No Such Thing'),
  ({ owner, key }) => {
    // Replaces a known name by an unknown one.
    if (Array.isArray(owner)) return
    owner[`${key} `] = owner[key]
    delete owner[key]
  },
]

/** Codes about the shape. Other issues must also be found without the breaks. */
const SHAPE = new Set(['missing', 'wrong-type', 'bad-value', 'bad-id', 'unknown-key', 'unknown-action'])
SHAPE.add('unknown-guard').add('reserved-id').add('newer-format')

describe('a document that is not whole', () => {
  it('is found no fault with that could come from the parts that are not', () => {
    let held = 0
    fc.assert(
      fc.property(
        fc.nat(SCENARIOS.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(BREAKS.length - 1)), { minLength: 1, maxLength: 3 }),
        (scenario, breaks) => {
          const document = JSON.parse(SCENARIOS[scenario]!) as Json
          for (const [number, kind] of breaks) {
            // A change that fits the shape causes an issue of another kind, or none.
            const alone = JSON.parse(SCENARIOS[scenario]!) as Json
            const places = placesOf(alone)
            const { path: where } = places[number % places.length]!
            spoil(alone, where, kind)
            if (!readScenario(copy(alone)).scenario) spoil(document, where, kind)
          }
          const read = readScenario(copy(document))
          if (read.scenario) return
          held += 1
          const shape = new Set(read.faults.map(({ code }) => code))
          const others = checkRead(read).filter(({ code }) => !shape.has(code) && !SHAPE.has(code))
          expect(others.map(told)).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
    expect(held).toBeGreaterThan(130)
  })

  it('may be the floor under a misspelt name, from which its people come', () => {
    for (const text of SCENARIOS) {
      const { floor, ...document } = JSON.parse(text) as Json
      if (floor === undefined) continue
      const codes = found({ ...document, flour: floor }).map(({ code }) => code)
      expect(codes).toContain('unknown-key')
      expect(codes.filter((code) => /cast|contact|policy|directory/.test(code))).toEqual([])
    }
  })

  it('never stops the checks, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, number) => {
        const document = soundScenario()
        const places = placesOf(document)
        const { owner, key } = places[number % places.length]!
        owner[key] = JSON.parse(json)
        expect(Array.isArray(found(document))).toBe(true)
        expect(Array.isArray(found(JSON.parse(json)))).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('shows faults of different scenes together: an emptied title hides no missing target', () => {
    const document = soundScenario()
    at(document, 'machine', 'states', 'offer', 'meta', 'title')['en'] = ''
    at(document, 'machine', 'states', 'offer', 'on', 'refuse')['target'] = 'nowhere'
    delete at(document, 'machine', 'states', 'end-good', 'meta')['debrief']
    at(document, 'machine', 'states', 'end-bad', 'meta', 'title')['de'] = 'Ende'
    document['minutes'] = 'two'
    document['sumary'] = 'x'
    const issues = found(document)
    expect(issues.map(told).sort()).toEqual(
      [
        'bad-value $.machine.states.offer.meta.title.en',
        'dangling-target $.machine.states.offer.on.refuse.target',
        'missing $.machine.states.end-good.meta.debrief',
        'stray-translation $.machine.states.end-bad.meta.title.de',
        'unknown-key $.sumary',
        'wrong-type $.minutes',
      ].sort(),
    )
  })

  it('shows faults of one scene together, of one choice too', () => {
    const document = soundScenario()
    const offer = at(document, 'machine', 'states', 'offer')
    const [beat] = at(offer, 'meta')['beats'] as Json[]
    beat!['from'] = 'nobody'
    at(beat!, 'text')['fr'] = 5
    at(offer, 'on', 'refuse', 'meta')['stance'] = 'Refuse'
    at(offer, 'on', 'refuse')['target'] = 'nowhere'
    expect(found(document).map(told).sort()).toEqual(
      [
        'bad-value $.machine.states.offer.on.refuse.meta.stance',
        'dangling-target $.machine.states.offer.on.refuse.target',
        'unknown-cast $.machine.states.offer.meta.beats[0].from',
        'wrong-type $.machine.states.offer.meta.beats[0].text.fr',
      ].sort(),
    )
  })

  it('is read on behind a name that stands twice and a format that is missing', () => {
    const document = soundScenario()
    at(document, 'machine', 'states', 'offer', 'on', 'refuse')['target'] = 'nowhere'
    delete document['format']
    const text = JSON.stringify(document, null, 2).replace('"minutes": 2', '"minutes": 1, "minutes": 2')
    expect(found(text).map(({ code }) => code)).toEqual(['double-name', 'missing', 'dangling-target'])
  })
})

describe('the place of an issue', () => {
  const keysOf = (spoil: (document: Json) => void) => {
    const document = soundScenario()
    spoil(document)
    return found(document).map(({ keys }) => keys)[0]
  }

  it('names scene, beat, text and language by what stays when a list is put in another order', () => {
    const [beats] = [
      (document: Json) => at(document, 'machine', 'states', 'offer', 'meta')['beats'] as Json[],
    ]
    const first = { id: 'b0', from: 'narrator', text: { en: 'It rings.', fr: 'Ça sonne.' } }
    const keys = keysOf((document) => {
      at(beats(document)[0]!, 'text')['en'] = ''
      beats(document).unshift(first)
    })
    expect(keys).toEqual({
      path: ['machine', 'states', 'offer', 'meta', 'beats', 1, 'text', 'en'],
      scene: 'offer',
      beat: 'b1',
      text: 'scenes/offer/beats/b1/text',
      language: 'en',
    })
  })

  it('names the choice, and the language of a version that is missing', () => {
    expect(
      keysOf(
        (document) => delete at(document, 'machine', 'states', 'offer', 'on', 'refuse', 'meta', 'say')['fr'],
      ),
    ).toMatchObject({
      scene: 'offer',
      choice: 'refuse',
      text: 'scenes/offer/choices/refuse/say',
      language: 'fr',
    })
  })

  it('is the header outside the scenes', () => {
    expect(keysOf((document) => (document['minutes'] = 0))).toEqual({ path: ['minutes'] })
  })
})
