import { z } from 'zod'
import { channel, nothing } from './shared'

const restorable = z.object({
  /** The file's name, with its folder if that is not the listed one. */
  file: z.string(),
  day: z.iso.date(),
  /** Bytes. */
  size: z.number(),
  kind: z.enum(['daily', 'before-update', 'copy']),
})

const list = z.object({
  /** The name of the chosen folder; `null` for the program's own backups. */
  folder: z.string().nullable(),
  /** Newest first. */
  backups: z.array(restorable),
})

const restored = z.object({
  file: z.string(),
  day: z.iso.date(),
  /** The name under which the earlier records are kept. */
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
