import type { CourseRule } from '../../bridge/channels'
import { RULE_VERSIONS, type Course } from '../../domain/course'
import { ruleWords } from '../../texts/credential-texts'
import type { Library } from '../library/library'

/** The chances in the words take some time; a course that is read anew is another one. */
const known = new WeakMap<Course, CourseRule>()

/**
 * A course's rule as HR reads it, in the words of its certificates.
 * @returns `undefined` for a course that is not here, and while one of its contacts can't be played: it is not listed
 *   to trainees either
 */
export function courseRule(
  { library }: { readonly library: Pick<Library, 'course' | 'scenario'> },
  id: string,
): CourseRule | undefined {
  const course = library.course(id)
  if (!course) return undefined
  const before = known.get(course)
  if (before) return before
  let attacks = 0
  for (const scenario of course.modules) {
    const found = library.scenario(scenario)
    if ('kind' in found) return undefined
    if (found.scenario.truth === 'attack') attacks += 1
  }
  const { kind } = course.rule
  const made = {
    kind,
    version: RULE_VERSIONS[kind],
    courseVersion: course.version,
    words: ruleWords(course, { attacks, legitimate: course.modules.length - attacks }),
  }
  known.set(course, made)
  return made
}
