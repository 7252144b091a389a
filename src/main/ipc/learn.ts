import { courseStates } from '../learn/courses'
import type { Services } from '../services'
import type { Handlers } from './answer'

type LearnHandlers = Pick<
  Handlers,
  | 'learn.courses'
  | 'attempt.start'
  | 'attempt.resume'
  | 'attempt.restart'
  | 'attempt.commit'
  | 'attempt.pause'
>

/** The register refuses these channels when nobody is signed in, so that `person` is there. */
export function learnHandlers({ store, library, attempts, assignments, earlier }: Services): LearnHandlers {
  return {
    'learn.courses': (_request, { person }) => {
      const due = new Map(assignments.of(person!.id).map(({ course, dueAt }) => [course, dueAt]))
      return courseStates(person!, store, library, due, earlier.closedBefore(person!.id))
    },
    'attempt.start': ({ course, scenario, mode }, { person }) =>
      attempts.start(person!, course, scenario, mode),
    'attempt.resume': ({ attempt }, { person }) => attempts.resume(person!, attempt),
    'attempt.restart': ({ attempt }, { person }) => attempts.restart(person!, attempt),
    'attempt.commit': ({ attempt, seq, kind, event }, { person }) =>
      attempts.commit(person!, attempt, seq, kind, event),
    'attempt.pause': ({ attempt, paused }, { person }) => attempts.pause(person!, attempt, paused),
  }
}
