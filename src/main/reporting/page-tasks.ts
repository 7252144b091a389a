import type { RecordFilter } from '../../domain/records'
import {
  attemptPage,
  countAttempts,
  type AttemptPageRequest,
  type ListedAttempt,
} from '../store/attempt-pages'
import type { Page } from '../store/keyset'
import {
  completedDays,
  figuresOf,
  standingPage,
  type CompletedDay,
  type StandingFigures,
  type StandingPageRequest,
  type ListedStanding,
} from '../store/standing-pages'
import type { Task } from '../store/task'

/** A question about the records: the filter, and the time at which it is asked. */
export interface Asked {
  readonly filter: RecordFilter
  /** ISO date-time. */
  readonly now: string
  /** False in pseudonymous mode, in which HR may not see the results of one person. */
  readonly named: boolean
}

export const standingRows: Task<StandingPageRequest, Page<ListedStanding>> = (request, { db }) =>
  standingPage(db, request)

export const standingFigures: Task<Asked, StandingFigures> = ({ filter, now, named }, { db }) =>
  figuresOf(db, filter, now, named)

export const completedByDay: Task<Asked, CompletedDay[]> = ({ filter, now }, { db }) =>
  completedDays(db, filter, now)

export const attemptRows: Task<AttemptPageRequest, Page<ListedAttempt>> = (request, { db }) =>
  attemptPage(db, request)

export const attemptCount: Task<Asked, number> = ({ filter, now, named }, { db }) =>
  countAttempts(db, filter, now, named)
