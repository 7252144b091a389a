import {
  attentionByTeam,
  attentionIn,
  dueDates,
  type AttentionQuestion,
  type AttentionRow,
  type DueDate,
  type TeamAttention,
} from '../store/attention'
import type { Task } from '../store/task'

export const attentionTeams: Task<AttentionQuestion, TeamAttention[]> = (question, { db }) =>
  attentionByTeam(db, question)

export const attentionPeople: Task<
  AttentionQuestion & { readonly team: string | null; readonly limit: number },
  AttentionRow[]
> = ({ team, limit, ...question }, { db }) => attentionIn(db, question, team, limit)

export const datesDue: Task<AttentionQuestion & { readonly limit: number }, DueDate[]> = (
  { limit, ...question },
  { db },
) => dueDates(db, question, limit)
