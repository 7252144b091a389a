import { z } from 'zod'
import { channel, nothing } from './shared'

const restorable = z.object({
  /** Its name, with its folder where that is not the one that is listed. */
  file: z.string(),
  day: z.iso.date(),
  /** Bytes. */
  size: z.number(),
  kind: z.enum(['daily', 'before-update', 'copy']),
})

const list = z.object({
  /** Name of the folder that was chosen; `null` for the program's own backups. */
  folder: z.string().nullable(),
  /** Newest first. */
  backups: z.array(restorable),
})

const restored = z.object({
  file: z.string(),
  day: z.iso.date(),
  /** Name under which what was there before is kept. */
  kept: z.string().nullable(),
})

/** Chooses the place of the backups: the program's own, or a folder that somebody picks. */
const place = z.object({ ownPlace: z.boolean() })
const which = z.object({ file: z.string().max(400) })

/**
 * The calls of `restore` are for administrators. Those of `rescue` are for the start page, when there are no records
 * and nobody can sign in.
 */
export const restoreChannels = {
  'restore.list': channel(nothing, list, ['administrator']),
  'restore.choose': channel(place, list, ['administrator']),
  'restore.run': channel(which, restored, ['administrator']),
  'rescue.list': channel(nothing, list, null),
  'rescue.choose': channel(place, list, null),
  'rescue.run': channel(which, restored, null),
  'rescue.beginAnew': channel(nothing, z.null(), null),
  'rescue.lookAgain': channel(nothing, z.null(), null),
} as const
