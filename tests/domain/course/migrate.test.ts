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
const { certificateTitle: title, validMonths, ...kept } = second
const third = { ...kept, format: 3, certificate: { title, validMonths } }
const { certificate, ...practice } = third
const sequential = { ...third, rule: { kind: 'sequential', ...SEQUENTIAL_TERMS } }

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
    expect(openCourse(JSON.stringify(first))).toEqual({ issues: [], value: third })
    expect(storedCourseSchema.parse(first)).toEqual(third)
  })

  it('of the second format gives a certificate as before', () => {
    expect(openCourse(JSON.stringify(second))).toEqual({ issues: [], value: third })
    expect(storedCourseSchema.parse(second)).toEqual(third)
    expect(storedCourseSchema.parse(third)).toEqual(third)
    const { validMonths: _months, ...noMonths } = second
    expect(faults(noMonths)).toEqual([['missing', 'certificate.validMonths', 'key']])
    const { certificateTitle: _title, ...neither } = noMonths
    expect(faults(neither).map(([code, at]) => [code, at])).toEqual([
      ['missing', 'certificate.title'],
      ['missing', 'certificate.validMonths'],
    ])
  })

  it('may give no certificate, but no half of one', () => {
    expect(openCourse(JSON.stringify(practice))).toEqual({ issues: [], value: practice })
    expect(faults({ ...practice, certificate: { title } })).toEqual([
      ['missing', 'certificate.validMonths', 'key'],
    ])
    expect(faults({ ...practice, certificate: null }).length).toBeGreaterThan(0)
    expect(faults({ ...third, certificate: { ...certificate, validMonths: 7 } }).length).toBeGreaterThan(0)
  })

  it('of a later format is left alone', () => {
    expect(faults({ ...third, format: 4 })).toEqual([['newer-format', 'format', undefined]])
    expect(storedCourseSchema.safeParse({ ...third, format: 4 }).success).toBe(false)
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
    expect(faults({ ...third, modules: ['bribe', 'bribe'] })).toEqual([['bad-rule', 'modules', 'twice']])
    expect(faults({ ...third, practice: ['bribe', 'bribe'] })).toEqual([['bad-rule', 'practice', 'twice']])
    expect(faults({ ...third, practice: ['bribe'] })).toEqual([])
  })

  it.each([
    ['Calls\u0007', 'control-character'],
    ['Calls\u2028and mails', 'control-character'],
    ['Calls for {trainee}', 'placeholder-not-here'],
    ['<b>Calls</b>', 'unwelcome-markup'],
  ])('is refused with a title for the certificate that would not be shown as meant: %j', (title, code) => {
    const text = readFileSync('scenarios/courses/agent-onboarding.course.json', 'utf8')
    const course = JSON.parse(text) as { certificate: { title: Record<string, string> } }
    course.certificate.title['en'] = title
    const { value, issues } = openCourse(JSON.stringify(course))
    expect(value).toBeUndefined()
    expect(issues.map((issue) => [issue.code, pathOf(issue)])).toEqual([[code, '$.certificate.title.en']])
  })

  it.each(['agent-onboarding', 'first-week'])('that ships is of the newest format: %s', (id) => {
    const text = readFileSync(`scenarios/courses/${id}.course.json`, 'utf8')
    expect(courseSchema.safeParse(JSON.parse(text)).success).toBe(true)
  })
})
