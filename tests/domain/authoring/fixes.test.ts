import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixesFor, MENDABLE } from '../../../src/domain/authoring/fixes'
import { applyPatches } from '../../../src/domain/authoring/patch'
import { rewrite } from '../../../src/domain/authoring/rewrite'
import { courseSchema } from '../../../src/domain/course/schema'
import type { FindFloor } from '../../../src/domain/scenario/floor'
import { error, issuesOf, type Issue, type IssueCode } from '../../../src/domain/scenario/issue'
import { openDocument, openFloor, openScenario } from '../../../src/domain/scenario/open'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import { checkTwin } from '../../../src/domain/scenario/twins'
import type { Loose } from './loose'
import { MUTATIONS } from './mutations'
import { SCENARIOS, shipped, shippedScenarios } from './shipped'

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const FILES: Readonly<Record<string, { size: number; read: () => Uint8Array }>> = {
  'large.png': { size: 6_000_000, read: () => PNG },
  'right.png': { size: 8, read: () => PNG },
  'wrong.png': { size: 3, read: () => new Uint8Array([1, 2, 3]) },
}

const opened = new Map(
  ['agents', 'own'].map((id) => {
    const name = `${id}.floor.json`
    const text = readFileSync(path.join(SCENARIOS, 'floors', name), 'utf8')
    return [id, openFloor(text, { name, ending: '.floor.json' }).value!] as const
  }),
)
const floors: FindFloor = (id) => opened.get(id) ?? 'not-there'

const factsFor = (name: string) => ({
  name,
  ending: '.scenario.json',
  floors,
  media: {
    look: (file: string) => {
      if (FILES[file]) return FILES[file]
      const found = path.join(SCENARIOS, 'media', file)
      return existsSync(found)
        ? { size: readFileSync(found).length, read: () => new Uint8Array(readFileSync(found)) }
        : undefined
    },
    sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
  },
})

/** Returns the issues that a writer sees: those of the scenario, and the one about its twin if that does not exist. */
function check(name: string, document: unknown): readonly Issue[] {
  const { scenario, issues } = openScenario(document, factsFor(name))
  const twin =
    scenario?.twin === undefined || existsSync(path.join(SCENARIOS, `${scenario.twin}.scenario.json`))
  return twin ? issues : [...issues, ...checkTwin(scenario, undefined)]
}

const named = (issues: readonly Issue[]) => issues.map(({ code }) => code).sort()

const asShipped = new Map(
  shippedScenarios.map(({ name, text }) => [name, named(check(name, JSON.parse(text)))] as const),
)

interface Broken {
  readonly document: Loose
  readonly issues: readonly Issue[]
}

function broken(
  code: IssueCode,
  mutate: (document: Loose) => false | void,
  text: string,
  name: string,
): Broken | undefined {
  const document = JSON.parse(text) as Loose
  if (mutate(document) === false) return undefined
  const issues = check(name, document)
  return issues.some((issue) => issue.code === code) ? { document, issues } : undefined
}

/** Carries out a fix, and undoes it. */
function proveFix(base: string, document: unknown, found: ReturnType<typeof fixesFor>[number]): unknown {
  const after = applyPatches(document, found.patches)
  const written = rewrite(base, after, scenarioSchema)
  expect(JSON.parse(written)).toEqual(after)
  const back = applyPatches(after, found.inverse)
  expect(back).toEqual(document)
  expect(rewrite(base, back, scenarioSchema)).toBe(base)
  return after
}

/** Issues of courses, and of scenarios with another file beside them, which have tests of their own. */
const ELSEWHERE: ReadonlySet<IssueCode> = new Set(['unknown-scenario', 'bad-rule', 'twin-not-there'])
const table = [...MENDABLE].filter((code) => !ELSEWHERE.has(code)).sort()

describe('quick fixes', () => {
  it('are there for enough of what can be wrong, and each is put to the test', () => {
    expect(MENDABLE.size).toBeGreaterThanOrEqual(25)
    const untried = table.filter((code) => Object.keys(MUTATIONS[code] ?? {}).length === 0)
    expect(untried).toEqual([])
  })

  describe.each(table)('%s', (code) => {
    it.each(Object.entries(MUTATIONS[code]!))(
      '%s: goes, brings nothing new, and is taken back',
      (_, mutate) => {
        let tried = 0
        for (const { name, text } of shippedScenarios) {
          const found = broken(code, mutate, text, name)
          if (!found || tried >= 3) continue
          tried += 1
          const { document, issues } = found
          const base = rewrite(text, document, scenarioSchema)
          const issue = issues.find((own) => own.code === code)!
          const floor = typeof document.floor === 'string' ? floors(document.floor) : undefined
          const facts = {
            check: (value: unknown) => check(name, value),
            floor: typeof floor === 'object' ? floor : undefined,
            file: name,
          }
          const fixes = fixesFor(document, issue, facts)
          expect(
            fixes.map(({ label }) => label.code),
            `${name} has no fix`,
          ).not.toEqual([])
          for (const fix of fixes) {
            const after = proveFix(base, document, fix)
            const left = named(check(name, after))
            // Warnings that the shipped scenario has from the beginning stay.
            const before = asShipped.get(name)!
            const others = named(issues.filter((own) => own.code !== code))
            for (const own of new Set(left)) {
              const count = left.filter((other) => other === own).length
              const had = Math.max(
                ...[before, named(issues)].map((list) => list.filter((other) => other === own).length),
              )
              expect(count, `${name}: ${own} after ${fix.label.code}`).toBeLessThanOrEqual(had)
            }
            expect(left.filter((own) => own === code).length).toBeLessThan(issues.length - others.length)
          }
        }
        expect(tried).toBeGreaterThan(0)
      },
    )
  })

  it('forget a twin that is not there', () => {
    const { text, name } = shippedScenarios.find((own) => own.text.includes('"twin"'))!
    const document = JSON.parse(text) as Loose
    document.twin = 'nobody-there'
    const [issue] = check(name, document).filter(({ code }) => code === 'twin-not-there')
    const [fix] = fixesFor(document, issue!, { check: (value) => check(name, value) })
    expect(check(name, applyPatches(document, fix!.patches))).toEqual([])
  })

  it('take out of a course what is there twice or not at all', () => {
    const { text } = shipped.find(({ name }) => name.endsWith('.course.json'))!
    const document = JSON.parse(text) as { modules: string[] }
    const checkCourse = (value: unknown) => {
      const { issues, value: course } = openDocument(courseSchema, JSON.stringify(value))
      const lost = (course?.modules ?? []).flatMap((scenario, i) =>
        scenario === 'nobody-there'
          ? [error('unknown-scenario', ['modules', i], { what: 'module', scenario, file: 'x' })]
          : [],
      )
      return [...issues, ...issuesOf(lost, value)]
    }
    for (const extra of ['nobody-there', document.modules[0]!]) {
      const wrong = { ...document, modules: [...document.modules, extra] }
      const [issue] = checkCourse(wrong)
      const [fix] = fixesFor(wrong, issue!, { check: checkCourse })
      expect(applyPatches(wrong, fix!.patches)).toEqual(document)
    }
  })

  it('offer nothing that would break something else', () => {
    const { text, name } = shippedScenarios[0]!
    const document = JSON.parse(text) as Loose
    document.keep = { ...document.keep, de: 'Frag zuerst.' }
    const issue = check(name, document).find(({ code }) => code === 'stray-translation')!
    let calls = 0
    // Returns a new error after every change, so that no fix can prove itself.
    const restless = (value: unknown) => [
      ...check(name, value),
      ...(calls++ > 0 ? issuesOf([error('no-ending', ['machine'])], value) : []),
    ]
    expect(fixesFor(document, issue, { check: restless })).toEqual([])
  })
})
