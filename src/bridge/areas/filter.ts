import { z } from 'zod'
import { STANDING_STATUSES } from '../../domain/records/filter'
import { COMPETENCIES } from '../../domain/scenario/vocabulary'
import { id, instant } from './shared'

const wholePercent = z.number().int().min(0).max(100)
const listed = z.array(z.string().min(1).max(120)).max(200).readonly()

/** A `RecordFilter` as it comes from the renderer or from a saved view. */
export const recordFilter = z.strictObject({
  search: z.string().max(120),
  teams: listed,
  sites: listed,
  courses: z.array(id).max(200).readonly(),
  statuses: z.array(z.enum(STANDING_STATUSES)).max(STANDING_STATUSES.length).readonly(),
  from: instant.nullable(),
  to: instant.nullable(),
  scoreFrom: wholePercent.nullable(),
  scoreTo: wholePercent.nullable(),
  competency: z.strictObject({ name: z.enum(COMPETENCIES), below: wholePercent }).nullable(),
})
