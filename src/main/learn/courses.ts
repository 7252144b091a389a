import {
  isCertified,
  leastContacts,
  refreshersAfter,
  roundForNewAttempt,
  roundState,
  sequentialRuleOf,
  type Course,
} from '../../domain/course'
import { percent } from '../../domain/scoring'
import type { CertificateView, CourseState, ModuleState } from '../../bridge/channels'
import { certificateDays, contactOf, type Certificate } from '../../domain/credentials'
import { practiceIsOpen } from './next-attempt'
import { renewalOf } from './renewal'
import { openAttempts } from './open-attempts'
import type { Library } from '../library/library'
import type { Person, LocalRecords } from '../store/records'

/** Returns a certificate together with the course's titles. */
export function certificateView(certificate: Certificate, library: Library): CertificateView {
  const course = library.course(certificate.course)
  const own = { [certificate.locale]: certificate.title }
  return {
    ...certificate,
    ...certificateDays(certificate),
    signatory: certificate.profile?.signatory ?? null,
    contact: contactOf(certificate),
    logo: certificate.profile?.logo?.paper ?? null,
    courseTitle: course?.title ?? own,
    // In its own language, a certificate keeps the title that it was issued with, even if the course was renamed since.
    certificateTitle: { ...course?.certificate?.title, ...own },
  }
}

/** Returns a person's state in every course whose scenarios can be played. */
export function courseStates(
  person: Person,
  store: LocalRecords,
  library: Library,
  /** The dates by which courses were assigned to this person. */
  due: ReadonlyMap<string, string | null> = new Map(),
  /** Attempts that were begun before this time are closed to the person, ISO 8601. */
  closedBefore: string | null = null,
  /** ISO 8601. */
  now: string = new Date().toISOString(),
): CourseState[] {
  const states = library.courses.flatMap((course) => {
    const state = courseStateOf(course, person, store, library, closedBefore, now)
    return state ? [{ ...state, dueAt: due.get(course.id) ?? null }] : []
  })
  // Assigned courses that are not passed come first, those with the nearest date before the rest.
  const urgency = ({ dueAt, result }: CourseState) => (dueAt === null || result.passed ? '~' : dueAt)
  return states.sort((a, b) => (urgency(a) < urgency(b) ? -1 : urgency(a) > urgency(b) ? 1 : 0))
}

/** Returns a course's rule in the form in which it is shown to trainees. */
function ruleOf(course: Course): CourseState['rule'] {
  const { rule } = course
  const test = sequentialRuleOf(course)
  if (!test) return rule as CourseState['rule'] & { readonly kind: 'fixed' }
  return { kind: 'sequential', least: leastContacts(test), most: test.most, reportShare: rule.reportShare }
}

/** Replaces the numbers of a round whose results are closed to the person. */
const NO_NUMBERS = {
  contacts: 0,
  attacks: 0,
  hits: 0,
  reported: 0,
  legitimate: 0,
  falseAlarms: 0,
  ratio: null,
} as const

/** Replaces the results of a module while its round goes on, because they would tell how the round stands. */
const UNTOLD = {
  scorePercent: null,
  passed: null,
  outcome: null,
  critical: false,
  disposition: null,
} as const

/**
 * Returns the minutes that a contact of the course takes on average; `undefined` if one of its scenarios can't be
 * played. Such a course could never be completed, so it is not listed, and a notice says why.
 */
function minutesOf(course: Course, library: Library): number | undefined {
  let all = 0
  for (const id of course.modules) {
    const found = library.scenario(id)
    if ('kind' in found) return undefined
    all += found.scenario.minutes
  }
  // The minutes of each contact would tell an attack, which takes longer, from a genuine one.
  return Math.max(1, Math.round(all / course.modules.length))
}

function practiceOf(
  course: Course,
  person: Person,
  store: LocalRecords,
  library: Library,
): CourseState['practice'] {
  return (course.practice ?? []).flatMap((scenario) => {
    const found = library.scenario(scenario)
    if ('kind' in found) return []
    const open = practiceIsOpen(store, library, person.id, course, scenario)
    return [{ scenario, title: found.scenario.title, open }]
  })
}

function courseStateOf(
  course: Course,
  person: Person,
  store: LocalRecords,
  library: Library,
  closedBefore: string | null,
  now: string,
): Omit<CourseState, 'dueAt'> | undefined {
  const minutes = minutesOf(course, library)
  if (minutes === undefined) return undefined
  const { attempts, closed, closedRounds } = openAttempts(
    course,
    store.assessedAttempts(person.id, course.id),
    closedBefore,
  )
  const state = roundState(course, attempts)
  const hides = state.modules.some(({ attempt }) => attempt !== undefined && closed.has(attempt.id))
  const goesOn = course.rule.kind === 'sequential' && !state.result.complete
  const modules = state.modules.flatMap((entry): ModuleState[] => {
    const found = library.scenario(entry.scenario)
    // A contact that is no longer in the pool is not listed, but it still counts.
    if ('kind' in found) return []
    const attempt = entry.attempt && !closed.has(entry.attempt.id) ? entry.attempt : undefined
    const result = attempt?.result
    const summary = attempt && store.attemptSummary(attempt.id)
    return [
      {
        scenario: entry.scenario,
        title: found.scenario.title,
        summary: found.scenario.summary,
        channel: found.channel,
        minutes,
        state: entry.state,
        attempt: attempt?.id ?? null,
        scorePercent: result && result.possible > 0 ? percent(result.earned / result.possible) : null,
        passed: summary?.passed ?? null,
        outcome: result?.outcome ?? null,
        critical: result !== undefined && result.critical.length > 0,
        disposition: (summary?.disposition as ModuleState['disposition']) ?? null,
        ...(goesOn ? UNTOLD : {}),
      },
    ]
  })
  const latest = store.latestCredential(person.id, course.id)
  const tellsClosed =
    latest !== undefined &&
    closedBefore !== null &&
    (store.certificateTellsSince(latest.id) ?? '') < closedBefore
  const certificate = tellsClosed ? undefined : latest
  const untold = hides || goesOn
  const next = roundForNewAttempt(
    course,
    attempts,
    state,
    now,
    renewalOf(course, store.passOf(person.id, course.id)),
  )
  return {
    id: course.id,
    title: course.title,
    summary: course.summary,
    // Closed rounds are not counted, because their number tells how many of them were not passed.
    round: Math.max(1, state.round - closedRounds),
    modules,
    result: {
      ...state.result,
      ...(untold ? NO_NUMBERS : {}),
      critical: untold ? [] : [...state.result.critical],
    },
    closed: closed.size > 0,
    rule: ruleOf(course),
    certified: isCertified(course),
    renewable: state.result.passed && next.kind === 'round',
    nextRoundAt: next.kind === 'waits' ? next.opens : null,
    practice: practiceOf(course, person, store, library),
    certificate: certificate ? certificateView(certificate, library) : null,
    refreshers: certificate
      ? refreshersAfter(Date.parse(certificate.issuedAt)).map((due) => new Date(due).toISOString())
      : [],
  }
}
