import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COURSE_FORMAT, courseSchema, openCourse, storedCourseSchema } from '../../../src/domain/course'
import { COURSE_MIGRATIONS } from '../../../src/domain/course/migrate'
import { SEQUENTIAL_TERMS } from '../../../src/domain/course/sequential'
import { pathOf } from '../../../src/domain/scenario/issue'
import { checkMigrations } from '../../../src/domain/scenario/migrate'

const en = (text: string) => ({ en: text })
const first = {
  format: 1,
  id: 'pair',
  version: '1.0.0',
  title: en('Pair'),
  certificateTitle: en('Pair'),
  summary: en('Two contacts.'),
  modules: ['bribe', 'customer'],
  pass: { hitRate: 0.8, falseAlarmRate: 0.25 },
  validMonths: 6,
}
const { pass: _, ...rest } = first
const second = {
  ...rest,
  format: 2,
  rule: { kind: 'fixed', hitRate: 0.8, falseAlarmRate: 0.25, reportShare: 0 },
  rounds: { most: 2, days: 30 },
}
const sequential = { ...second, rule: { kind: 'sequential', ...SEQUENTIAL_TERMS } }

const faults = (course: unknown) =>
  openCourse(JSON.stringify(course)).issues.map(({ code, keys, params }) => [
    code,
    keys.path.join('.'),
    (params as { what?: string }).what,
  ])

describe('a course file', () => {
  it('has migrations up to the newest format', () => {
    expect(() => checkMigrations(COURSE_MIGRATIONS, COURSE_FORMAT)).not.toThrow()
  })

  it('of the first format keeps its bars, asks for no reports and gets the limit of rounds', () => {
    expect(openCourse(JSON.stringify(first))).toEqual({ issues: [], value: second })
    expect(storedCourseSchema.parse(first)).toEqual(second)
    expect(storedCourseSchema.parse(second)).toEqual(second)
  })

  it('of a later format is left alone', () => {
    expect(faults({ ...second, format: 3 })).toEqual([['newer-format', 'format', undefined]])
    expect(storedCourseSchema.safeParse({ ...second, format: 3 }).success).toBe(false)
  })

  it('without what it needs says what is missing', () => {
    expect(faults(rest).map(([code]) => code)).toContain('missing')
    const { pass: __, ...noBars } = first
    expect(faults(noBars)).toEqual([['missing', 'rule', 'key']])
    expect(faults({ ...first, pass: { hitRate: 2 } }).length).toBeGreaterThan(0)
    expect(faults({ format: 'two' }).length).toBeGreaterThan(0)
  })

  it('refuses a rule that says nothing', () => {
    const ruled = (change: object) => faults({ ...sequential, rule: { ...sequential.rule, ...change } })
    expect(ruled({})).toEqual([])
    expect(ruled({ skilled: 0.5 })).toEqual([['bad-rule', 'rule.skilled', 'skills']])
    expect(ruled({ most: 8, leastOfEach: 5 })).toEqual([['bad-rule', 'rule.most', 'room']])
    for (const change of [
      { alpha: 0 },
      { beta: 0.5 },
      { leastOfEach: 2 },
      { reportShare: 1.1 },
      { kind: 'other' },
    ]) {
      expect(ruled(change).length, JSON.stringify(change)).toBeGreaterThan(0)
    }
  })

  it('has each contact once', () => {
    expect(faults({ ...second, modules: ['bribe', 'bribe'] })).toEqual([['bad-rule', 'modules', 'twice']])
    expect(faults({ ...second, practice: ['bribe', 'bribe'] })).toEqual([['bad-rule', 'practice', 'twice']])
    expect(faults({ ...second, practice: ['bribe'] })).toEqual([])
  })

  it.each([
    ['Calls\u0007', 'control-character'],
    ['Calls\u2028and mails', 'control-character'],
    ['Calls for {trainee}', 'placeholder-not-here'],
    ['<b>Calls</b>', 'unwelcome-markup'],
  ])('is refused with a title for the certificate that would not be shown as meant: %j', (title, code) => {
    const text = readFileSync('scenarios/courses/first-week.course.json', 'utf8')
    const course = JSON.parse(text) as { certificateTitle: Record<string, string> }
    course.certificateTitle['en'] = title
    const { value, issues } = openCourse(JSON.stringify(course))
    expect(value).toBeUndefined()
    expect(issues.map((issue) => [issue.code, pathOf(issue)])).toEqual([[code, '$.certificateTitle.en']])
  })

  it.each(['agent-onboarding', 'first-week'])('that ships is of the newest format: %s', (id) => {
    const text = readFileSync(`scenarios/courses/${id}.course.json`, 'utf8')
    expect(courseSchema.safeParse(JSON.parse(text)).success).toBe(true)
  })
})
