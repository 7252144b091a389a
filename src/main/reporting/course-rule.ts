import type { CourseRule } from '../../bridge/channels'
import { RULE_VERSIONS, type Course } from '../../domain/course'
import { ruleWords } from '../../texts/credential-texts'
import type { Library } from '../library/library'

/**
 * Remembers each course's rule, because computing the chances in its words takes some time. A course that is read again
 * is another object and is computed again.
 */
const known = new WeakMap<Course, CourseRule>()

/**
 * Returns a course's rule for HR, in the words of its certificates.
 * @returns `undefined` for a course that is not here, or one of whose contacts can't be played; such a course is not
 *   listed for trainees either
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
