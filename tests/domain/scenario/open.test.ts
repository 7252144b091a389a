import fc from 'fast-check'
import { create } from 'mutative'
import { expect, it } from 'vitest'
import { courseSchema } from '../../../src/domain/course'
import { openDocument, openScenario, type ScenarioFacts } from '../../../src/domain/scenario/open'
import { isWhole } from '../../../src/domain/scenario/parse'
import { at, soundScenario } from '../../fixtures/build'
import { png } from '../../fixtures/media'
import { anyChanges, changed, shippedScenarios } from '../authoring/shipped'

const picture = Uint8Array.from(png())
const facts = (name?: string): ScenarioFacts => ({
  name,
  ending: '.scenario.json',
  media: {
    look: (file) => (file === 'bell.png' ? { size: picture.length, read: () => picture } : undefined),
    sha256: () => 'a'.repeat(64),
  },
  floors: () => 'not-there',
})

const withMedia = (file: string) => {
  const document = soundScenario()
  const [beat] = at(document, 'machine', 'states', 'offer', 'meta')['beats'] as Record<string, unknown>[]
  beat!['media'] = { file, words: { en: 'A bell.', fr: 'Une sonnette.' } }
  return document
}

it('gives a scenario as it is played, with the hashes of its media', () => {
  const { issues, scenario } = openScenario(
    JSON.stringify(withMedia('bell.png')),
    facts('sound.scenario.json'),
  )
  expect(issues).toEqual([])
  expect(scenario?.machine.states['offer']?.meta?.beats?.[0]?.media?.sha256).toBe('a'.repeat(64))
  expect(isWhole(scenario)).toBe(true)
})

it('says all at once: the name of the file, what the checks find, and the files that are missing', () => {
  const document = withMedia('none.png')
  at(document, 'machine', 'states', 'offer', 'on', 'refuse')['target'] = 'nowhere'
  const { issues, scenario } = openScenario(JSON.stringify(document), facts('other.scenario.json'))
  expect(issues.map(({ code }) => code)).toEqual(['id-differs', 'dangling-target', 'unknown-media'])
  expect(scenario).toBeUndefined()
})

it('opens other documents with the same care', () => {
  const course = {
    format: 3,
    id: 'first',
    version: '1.0.0',
    title: { en: 'First' },
    summary: { en: 'The first.' },
    modules: ['sound'],
    rule: { kind: 'fixed', hitRate: 0.8, falseAlarmRate: 0.25, reportShare: 0 },
    rounds: { most: 100, days: 30 },
    certificate: { title: { en: 'First' }, validMonths: 6 },
  }
  const open = (text: string, name = 'first.course.json') =>
    openDocument(courseSchema, text, { name, ending: '.course.json', idOf: ({ id }) => id })
  expect(open(JSON.stringify(course))).toEqual({ issues: [], value: course })
  const codes = (text: string, name?: string) => open(text, name).issues.map(({ code }) => code)
  expect(codes(JSON.stringify(course), 'second.course.json')).toEqual(['id-differs'])
  expect(codes(JSON.stringify({ ...course, rounds: { most: 0, days: 30 }, titel: 1 }))).toEqual([
    'bad-value',
    'unknown-key',
  ])
  expect(codes(JSON.stringify(course).replace('"format":3', '"format":3,"format":3'))).toEqual([
    'double-name',
  ])
  expect(codes('{')).toEqual(['not-json'])
})

it('a value that is not known is looked at before it passes for a scenario', () => {
  expect(isWhole(soundScenario())).toBe(true)
  expect(isWhole({ ...soundScenario(), minutes: 'two' })).toBe(false)
  expect(isWhole(undefined)).toBe(false)
})

it('says of a document that is edited step by step what it says of one that it has never seen', () => {
  const floors = () => 'not-there' as const
  fc.assert(
    fc.property(
      fc.constantFrom(...shippedScenarios),
      fc.array(anyChanges, { maxLength: 4 }),
      ({ text }, steps) => {
        let now = JSON.parse(text) as Record<string, unknown>
        for (const changes of steps) {
          const edited = changed(now, changes) as Record<string, unknown>
          // Parts that an edit does not change must stay the same objects.
          const next = create(now, (draft) => shareInto(draft, edited))
          const seen = openScenario(next, { ending: '.scenario.json', floors, remembers: true })
          const fresh = openScenario(JSON.parse(JSON.stringify(next)), { ending: '.scenario.json', floors })
          expect(seen.issues).toEqual(fresh.issues)
          expect(seen.scenario === undefined).toBe(fresh.scenario === undefined)
          now = next
        }
      },
    ),
    { numRuns: 40 },
  )
})

/** Gives a draft the members of another value, and leaves equal members untouched. */
function shareInto(draft: Record<string, unknown>, other: Record<string, unknown>): void {
  for (const key of Object.keys(draft)) if (!Object.hasOwn(other, key)) delete draft[key]
  for (const [key, value] of Object.entries(other)) {
    const own = draft[key]
    if (JSON.stringify(own) === JSON.stringify(value)) continue
    const bothMembers = [own, value].every(
      (one) => typeof one === 'object' && one !== null && !Array.isArray(one),
    )
    if (bothMembers) shareInto(own as Record<string, unknown>, value as Record<string, unknown>)
    else draft[key] = value
  }
}
