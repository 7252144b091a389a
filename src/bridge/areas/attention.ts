import { z } from 'zod'
import { ATTENTION_REASONS } from '../../domain/records/attention'
import { recordFilter } from './filter'
import { channel, id, localized, RECORD_KEEPERS, uuid } from './shared'

const team = z.string().max(80).nullable()
const counts = z.record(z.enum(ATTENTION_REASONS), z.number())

export const attentionChannels = {
  /** Returns the people who need help within the week, counted by team. */
  'attention.teams': channel(
    z.object({ filter: recordFilter }),
    z.array(z.object({ team, people: z.number(), counts })),
    RECORD_KEEPERS,
  ),
  'attention.people': channel(
    z.object({ filter: recordFilter, team }),
    z.object({
      rows: z.array(
        z.object({
          person: uuid,
          name: z.string(),
          number: z.string(),
          email: z.string().nullable(),
          course: id,
          courseTitle: localized,
          reason: z.enum(ATTENTION_REASONS),
          dueAt: z.string().nullable(),
          validUntil: z.string().nullable(),
        }),
      ),
      /** True if there are more than these. */
      more: z.boolean(),
    }),
    RECORD_KEEPERS,
  ),
  /** Saves all due dates of the group as an iCalendar file, in the language of the screen. */
  'attention.saveCalendar': channel(
    z.object({
      filter: recordFilter,
      words: z.object({ due: z.string().max(120), who: z.string().max(120), more: z.string().max(120) }),
    }),
    z.object({ file: z.string(), dates: z.number() }),
    RECORD_KEEPERS,
  ),
  /** Copies a text to the clipboard, which the renderer may not do itself. */
  'attention.copy': channel(z.object({ text: z.string().min(1).max(100_000) }), z.null(), RECORD_KEEPERS),
} as const
