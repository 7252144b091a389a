import type { CourseState, ModuleState } from '../../bridge'
import type { TextKey } from '../i18n'

/** Returns the module to offer next: the one in progress, else the first open one; none when the round is finished. */
export function nextOpen(course: Pick<CourseState, 'modules'>): ModuleState | undefined {
  return (
    course.modules.find((module) => module.state === 'in-progress') ??
    course.modules.find((module) => module.state === 'open')
  )
}

/** Returns the number of the contact that a course draws next, and the highest number a round can reach. */
export function nextDrawn(
  course: Pick<CourseState, 'modules' | 'result' | 'rule'>,
): { readonly number: number; readonly most: number } | undefined {
  const { rule, modules, result } = course
  if (rule.kind !== 'sequential' || result.complete) return undefined
  if (modules.some(({ state }) => state === 'in-progress')) return undefined
  return { number: modules.length + 1, most: rule.most }
}

/** The next step that the Continue block can offer. */
export type Offer =
  | { readonly course: CourseState; readonly module: ModuleState; readonly kind: 'continue' | 'start' }
  | { readonly course: CourseState; readonly kind: 'draw'; readonly number: number; readonly most: number }
  | { readonly course: CourseState; readonly kind: 'new-round' }

/**
 * Returns the next thing to do: a module in progress in any course, then the first open module, then a new round, for a
 * course that was not passed before one whose certificate can be renewed.
 */
export function offerOf(courses: readonly CourseState[]): Offer | undefined {
  for (const course of courses) {
    const module = course.modules.find((entry) => entry.state === 'in-progress')
    if (module) return { course, module, kind: 'continue' }
  }
  for (const course of courses) {
    const drawn = nextDrawn(course)
    if (drawn) return { course, kind: 'draw', ...drawn }
    const module = course.modules.find((entry) => entry.state === 'open')
    if (module) return { course, module, kind: 'start' }
  }
  for (const course of courses) {
    const { complete, passed } = course.result
    if (complete && !passed && course.nextRoundAt === null) return { course, kind: 'new-round' }
  }
  const renewable = courses.find((course) => course.renewable)
  if (renewable) return { course: renewable, kind: 'new-round' }
  return undefined
}

/**
 * Counts the contacts of a course that also belong to courses before it. An attempt counts for the course in which it
 * was begun, so each course asks for its contacts again.
 */
export function sharedWith<C extends { readonly modules: readonly Pick<ModuleState, 'scenario'>[] }>(
  course: C,
  before: readonly C[],
): { readonly count: number; readonly courses: readonly C[] } {
  const own = new Set(course.modules.map(({ scenario }) => scenario))
  const courses = before.filter(({ modules }) => modules.some(({ scenario }) => own.has(scenario)))
  const shared = new Set(courses.flatMap(({ modules }) => modules.map(({ scenario }) => scenario)))
  return { count: [...own].filter((scenario) => shared.has(scenario)).length, courses }
}

/** Returns the minutes that the open modules take. A module in progress counts in full. */
export const minutesLeft = (course: Pick<CourseState, 'modules'>): number =>
  course.modules.reduce((sum, module) => sum + (module.state === 'done' ? 0 : module.minutes), 0)

export const doneCount = (course: Pick<CourseState, 'modules'>): number =>
  course.modules.filter((module) => module.state === 'done').length

/** Returns the refresher to show and its place among all: the latest that is due, else the next one. */
export function refresherDue(
  refreshers: readonly string[],
  now: Date,
): { readonly at: string; readonly index: number } | undefined {
  const passed = refreshers.filter((instant) => new Date(instant) <= now)
  const index = Math.max(0, passed.length - 1)
  const at = refreshers[index]
  return at === undefined ? undefined : { at, index }
}

/**
 * The right endings for an attack and for a genuine contact. A contact that failed with one of them failed by its
 * points or by a critical act.
 */
const ENDED_RIGHT: Readonly<Record<'miss' | 'false-alarm', readonly (string | null)[]>> = {
  miss: ['refused', 'verified', 'reported'],
  'false-alarm': ['served', 'verified'],
}

/**
 * Returns a word or two for the result of a finished module. A critical act is named first, even if the contact ended
 * as it should.
 */
export function outcomeText(
  module: Pick<ModuleState, 'outcome' | 'disposition' | 'critical' | 'passed'>,
): TextKey | undefined {
  const { outcome, disposition, critical, passed } = module
  if (outcome === null) return undefined
  if (disposition === 'abandoned') return 'learn.outcome.left'
  if (outcome === 'miss' || outcome === 'false-alarm') {
    if (!ENDED_RIGHT[outcome].includes(disposition)) return `learn.outcome.${outcome}`
    return critical ? 'learn.outcome.critical' : 'learn.outcome.short'
  }
  if (critical) return 'learn.outcome.critical'
  if (outcome === 'correct-service') {
    return passed === false ? 'learn.outcome.correct-service.short' : 'learn.outcome.correct-service'
  }
  if (disposition === 'refused' || disposition === 'verified' || disposition === 'reported') {
    return `learn.outcome.hit.${disposition}`
  }
  return 'learn.outcome.hit'
}

/**
 * Returns how many stops of a course's line stand in a row, so that the rows are as few as can be and of nearly the
 * same length.
 * @param most the number of stops for which there is room in a row
 */
export function stopsInRow(stops: number, most: number): number {
  const rows = Math.max(1, Math.ceil(stops / most))
  // A short line is not stretched over the whole page.
  return rows === 1 ? most : Math.ceil(stops / rows)
}
