/** Checks that the pages in docs/ are true: their examples are valid, and they explain every word of the language. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { courseSchema } from '../src/domain/course/schema'
import { openCourse } from '../src/domain/course/migrate'
import { compileScenario } from '../src/domain/run'
import {
  attemptDocumentSchema,
  AUDIT_FAULTS,
  BUNDLE_REASONS,
  bundleContentSchema,
  bundleSchema,
  EXPORT_COLUMNS,
} from '../src/domain/records'
import { checkScenario } from '../src/domain/scenario/check'
import { parseScenario } from '../src/domain/scenario/parse'
import { scenarioSchema, testPlanSchema } from '../src/domain/scenario/schema'
import * as vocabulary from '../src/domain/scenario/vocabulary'
import { scoreSession } from '../src/domain/scoring'
import { openDatabase } from '../src/main/store/database'
import { play } from './domain/helpers'
import { KEY, temporaryFolder } from './main/helpers'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = (name: string) => readFileSync(path.join(root, 'docs', name), 'utf8')
const trainer = page('scenarios.md')
const blocks = [...trainer.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1]!)
const example = blocks.find((block) => block.includes('"machine"'))!

describe('the page for trainers', () => {
  it('has an example without a fault', () => {
    const parsed = parseScenario(example)
    expect(parsed).toMatchObject({ ok: true })
    if (parsed.ok) expect(checkScenario(parsed.scenario)).toEqual([])
  })

  it('has a test plan that holds for the example', () => {
    const scenario = scenarioSchema.parse(JSON.parse(example))
    const plan = testPlanSchema.parse(JSON.parse(blocks.find((block) => block.includes('"runs"'))!))
    expect(compileScenario(scenario).scenario.id).toBe(plan.scenario)
    for (const { choices, expect: wanted } of plan.runs) {
      const score = scoreSession(play(scenario, ...choices))!
      expect(score).toMatchObject({ disposition: wanted.disposition, passed: wanted.passed })
      expect(Math.round(score.ratio! * 100)).toBe(wanted.score)
    }
  })

  it('has courses that can be read, and names every member of a course', () => {
    const course = blocks.find((block) => block.includes('"modules"'))!
    expect(openCourse(course).issues).toEqual([])
    const rule = JSON.parse(`{${blocks.find((block) => block.includes('"sequential"'))!}}`) as object
    expect(openCourse(JSON.stringify({ ...(JSON.parse(course) as object), ...rule })).issues).toEqual([])
    const names = Object.keys(courseSchema.shape)
    expect(names.filter((name) => name !== '$schema' && !trainer.includes(`\`${name}\``))).toEqual([])
  })

  it('explains every word of the vocabularies', () => {
    const words = Object.values(vocabulary).flatMap((value) =>
      Array.isArray(value) ? (value as string[]) : [],
    )
    expect(words.length).toBeGreaterThan(60)
    const known = (word: string) => trainer.includes(`\`${word}\``) || trainer.includes(`{${word}}`)
    expect(words.filter((word) => !known(word))).toEqual([])
  })

  it('explains every code of an issue', () => {
    const sentences = readFileSync(path.join(root, 'src', 'texts', 'en', 'issues.json'), 'utf8')
    const codes = Object.keys(JSON.parse(sentences) as object).map((key) => key.split('.')[0]!)
    expect(new Set(codes).size).toBeGreaterThan(50)
    expect([...new Set(codes)].filter((code) => !trainer.includes(`\`${code}\``))).toEqual([])
  })
})

describe('the page on records', () => {
  it('explains every column of the exports', () => {
    const [attempts, completion] = page('records.md').split('### Completion')
    const missing = (columns: readonly { name: string }[], text: string) =>
      columns.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))
    expect(missing(EXPORT_COLUMNS.attempts, attempts!)).toEqual([])
    expect(missing(EXPORT_COLUMNS.completion, completion!)).toEqual([])
  })

  it('marks those that are left out in pseudonymous mode', () => {
    const sections = page('records.md').split('### Completion')
    for (const [i, subject] of (['attempts', 'completion'] as const).entries()) {
      const marked = [...sections[i]!.matchAll(/`(\w+)` •/g)].map(([, name]) => name)
      const hidden = EXPORT_COLUMNS[subject].filter(({ result }) => result).map(({ name }) => name)
      expect(marked.sort()).toEqual(hidden.sort())
    }
  })

  it('explains every fault of an audit log and every reason for not taking a bundle', () => {
    const text = page('records.md')
    const words = [...AUDIT_FAULTS, ...BUNDLE_REASONS]
    expect(words.filter((word) => !text.includes(`\`${word}\``))).toEqual([])
  })

  it('names every member of a signed attempt and of a bundle', () => {
    const text = page('records.md')
    const names = [attemptDocumentSchema, bundleSchema, bundleContentSchema].flatMap((schema) =>
      Object.keys(schema.shape),
    )
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([])
  })

  it('names every table of the database', () => {
    const { db } = openDatabase(temporaryFolder(), KEY, new Date())
    const names = db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'people_text%'",
      )
      .all<{ name: string }>()
    db.close()
    const text = page('records.md')
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter(({ name }) => !text.includes(`\`${name}\``))).toEqual([])
  })
})
