import { z } from 'zod'
import { channel, EVERYONE, id, instant, locale, localized, name } from './shared'

export const certificate = z.object({
  id: z.string(),
  course: id,
  courseTitle: localized,
  certificateTitle: localized,
  personName: name,
  organisation: z.string(),
  issuedAt: instant,
  validUntil: instant,
  scorePercent: z.number(),
  attacks: z.number(),
  hits: z.number(),
  legitimate: z.number(),
  served: z.number(),
})

export const certificateChannels = {
  'certificate.savePdf': channel(
    z.object({ certificate: z.string().max(40), paper: z.enum(['A4', 'Letter']), locale }),
    z.object({ file: z.string() }),
    EVERYONE,
  ),
} as const
