import { courseStates } from '../learn/courses'
import type { Attempts } from '../learn/attempts'
import type { Library } from '../library/library'
import type { Assignments } from '../people/assignments'
import type { EarlierResults } from '../people/earlier-results'
import type { LocalRecords } from '../store/records'
import type { Handlers } from './answer'

type LearnHandlers = Pick<
  Handlers,
  | 'learn.courses'
  | 'attempt.start'
  | 'attempt.resume'
  | 'attempt.restart'
  | 'attempt.leave'
  | 'attempt.commit'
  | 'attempt.pause'
>

/** These channels are refused when nobody is signed in, so `person` is always there. */
export interface LearnNeeds {
  readonly store: LocalRecords
  readonly library: Library
  readonly attempts: Attempts
  readonly assignments: Pick<Assignments, 'of'>
  readonly earlier: Pick<EarlierResults, 'closedBefore'>
}

export function learnHandlers({ store, library, attempts, assignments, earlier }: LearnNeeds): LearnHandlers {
  return {
    'learn.courses': (_request, { person }) => {
      const due = new Map(assignments.of(person.id).map(({ course, dueAt }) => [course, dueAt]))
      return courseStates(person, store, library, due, earlier.closedBefore(person.id))
    },
    'attempt.start': ({ course, scenario, mode }, { person }) =>
      attempts.start(person, course, scenario, mode),
    'attempt.resume': ({ attempt }, { person }) => attempts.resume(person, attempt),
    'attempt.restart': ({ attempt }, { person }) => attempts.restart(person, attempt),
    'attempt.leave': ({ attempt }, { person }) => attempts.leave(person, attempt),
    'attempt.commit': ({ attempt, seq, kind, event }, { person }) =>
      attempts.commit(person, attempt, seq, kind, event),
    'attempt.pause': ({ attempt, paused }, { person }) => attempts.pause(person, attempt, paused),
  }
}
