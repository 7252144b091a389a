import type { RecordFilter } from '../../domain/records'
import { attemptPage, countAttempts, type AttemptPageRequest, type ListedAttempt } from './attempt-pages'
import type { Page } from '../store/keyset'
import {
  completedQuery,
  figuresQuery,
  standingPage,
  type StandingFigures,
  type StandingPageRequest,
  type ListedStanding,
} from './standing-pages'
import type { Task } from '../store/task'

/** A filter, and the moment in which it is asked. */
export interface Asked {
  readonly filter: RecordFilter
  /** ISO date-time. */
  readonly now: string
  /** Whether HR may know results of one person. */
  readonly named: boolean
}

export const standingRows: Task<StandingPageRequest, Page<ListedStanding>> = (request, { db }) =>
  standingPage(db, request)

export const standingFigures: Task<Asked, StandingFigures> = ({ filter, now, named }, { db }) => {
  const { sql, params } = figuresQuery(filter, now, named)
  return db.prepare(sql).get<StandingFigures>(...params)!
}

export interface CompletedDay {
  /** 2026-11-24 */
  readonly day: string
  readonly count: number
}

export const completedByDay: Task<Asked, CompletedDay[]> = ({ filter, now }, { db }) => {
  const { sql, params } = completedQuery(filter, now)
  return db.prepare(sql).all<CompletedDay>(...params)
}

export const attemptRows: Task<AttemptPageRequest, Page<ListedAttempt>> = (request, { db }) =>
  attemptPage(db, request)

export const attemptCount: Task<Asked, number> = ({ filter, now, named }, { db }) =>
  countAttempts(db, filter, now, named)
