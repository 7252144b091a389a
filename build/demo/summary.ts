import type { AttemptListRow, CourseRule, CourseState } from '../../src/bridge/channels'

/** The results of a played course, as the records tell them. */
export interface Summary {
  readonly course: string
  /** The rule for passing the course: its kind, its version, and the words of the certificate. */
  readonly rule: {
    readonly kind: CourseRule['kind']
    readonly version: number
    readonly courseVersion: string
    readonly words: string
  }
  /** The assessed attempts, in the order in which the contacts were met. */
  readonly attempts: readonly {
    readonly number: number
    readonly scenario: string
    readonly truth: string
    readonly outcome: string
    readonly disposition: string
    readonly score: number | null
    readonly passed: boolean
    readonly critical: readonly string[]
  }[]
  readonly passed: boolean
  readonly certificateId: string
}

/**
 * Sums up a course.
 * @param rows attempts of one person, in any order
 * @throws Error when a contact has no result, or the course was not passed
 */
export function summaryOf(
  course: Pick<CourseState, 'id' | 'result' | 'certificate'>,
  rule: CourseRule,
  rows: readonly AttemptListRow[],
): Summary {
  if (!course.result.passed || !course.certificate) throw new Error('The course was not passed.')
  const attempts = rows
    .filter((row) => row.course === course.id && row.contact?.mode === 'assessed' && !row.contact.setAside)
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt))
    .map(({ contact, results }, i) => {
      if (!contact || !results) throw new Error(`Contact ${i + 1} has no result.`)
      const { truth, outcome, disposition, scorePercent, passed, critical } = results
      return {
        number: i + 1,
        scenario: contact.scenario,
        truth,
        outcome,
        disposition,
        score: scorePercent,
        passed,
        critical,
      }
    })
  const { kind, version, courseVersion, words } = rule
  return {
    course: course.id,
    rule: { kind, version, courseVersion, words: words['en'] ?? '' },
    attempts,
    passed: course.result.passed,
    certificateId: course.certificate.id,
  }
}
