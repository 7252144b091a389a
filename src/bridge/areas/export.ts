import { z } from 'zod'
import { EXPORT_FORMATS, EXPORT_SUBJECTS } from '../../domain/records/export-columns'
import { recordFilter } from './filter'
import { channel, locale, nothing, RECORD_KEEPERS } from './shared'

const order = z.strictObject({
  subject: z.enum(EXPORT_SUBJECTS),
  format: z.enum(EXPORT_FORMATS),
  filter: recordFilter,
  paper: z.enum(['A4', 'Letter']),
  locale,
})

const written = z.object({
  file: z.string(),
  /** The number of records in it. */
  rows: z.number(),
  /** The number of these that were changed outside the program. */
  altered: z.number(),
  /** The number of these that are older than the seals. */
  unsealed: z.number(),
  /** What the file does not hold because it can't be read or must not be told, with the ids of what that is. */
  leftOut: z.object({
    /** The number of records. */
    records: z.number(),
    /** The scenarios, certificates and courses that they are of. */
    of: z.array(z.string()).readonly(),
    /** The courses whose rounds can't be told because they are not here. */
    courses: z.array(z.string()).readonly(),
    /** The number of attempts that were changed outside the program, of which a file of statements tells nothing. */
    altered: z.number(),
  }),
})

export type ExportOrder = z.output<typeof order>
export type ExportWritten = z.output<typeof written>

export const exportChannels = {
  /** Describes in words what an export with this filter would hold. */
  'export.describe': channel(
    z.strictObject({ filter: recordFilter, locale }),
    z.object({
      filter: z.array(z.string()),
      /** False in pseudonymous mode, which leaves out results. */
      scoresByPerson: z.boolean(),
    }),
    RECORD_KEEPERS,
  ),
  /** Asks where to save, writes the file, and answers when it is finished. */
  'export.run': channel(order, written, RECORD_KEEPERS),
  'export.cancel': channel(nothing, z.null(), RECORD_KEEPERS),
} as const
