import { z } from 'zod'
import { AUTHORS } from '../../domain/records/roles'
import { channel, id, localized, nothing } from './shared'

const fileName = z.string()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The contents of a package, of which nothing is imported yet. */
const offer = z.object({
  outcome: z.literal('offered'),
  file: fileName,
  /** The SHA-256 of the file. Importing names it, so that exactly what was shown is imported. */
  hash,
  id,
  /** The id that the scenario would get: its own, or another one if that is taken. */
  as: id,
  title: localized,
  languages: z.array(z.string()),
  floor: z
    .object({
      id,
      title: localized,
      /**
       * `new`: there is no floor of that id here. `same`: there is one with the same content. `other`: there is a
       * different one, which stays.
       */
      here: z.enum(['new', 'same', 'other']),
    })
    .nullable(),
  media: z.array(z.object({ file: fileName, size: z.number() })),
  /** The number of runs in its test plan. */
  runs: z.number(),
  errors: z.number(),
  warnings: z.number(),
})

/** The reason why a file can't be imported, with the values of its sentence. */
const noStory = z.object({
  outcome: z.literal('no-story'),
  file: fileName,
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const lookedAt = [offer, noStory] as const

/** The calls that export and import scenarios as packages. */
export const studioPackageChannels = {
  /** Looks at the file that the system asked this program to open. */
  'studio.lookAtFile': channel(nothing, z.discriminatedUnion('outcome', [...lookedAt]), AUTHORS),
  /**
   * Asks where to save a scenario with its floor, its pictures and sounds, and its translations: as it is now with its
   * test plan, or exactly as one of its versions was published.
   */
  'studio.exportPackage': channel(
    z.strictObject({ id, version: z.number().int().min(1).nullable() }),
    z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('saved'),
        file: fileName,
        size: z.number(),
        floor: id.nullable(),
        media: z.number(),
        runs: z.boolean(),
        /**
         * Files that the scenario names and that are not in the package, because they are missing or can't be shown.
         */
        missing: z.array(fileName),
      }),
      z.object({ outcome: z.literal('not-json'), file: fileName }),
      z.object({ outcome: z.literal('too-large'), megabytes: z.number() }),
    ]),
    AUTHORS,
  ),
  /** Imports the package that was shown last. */
  'studio.takePackage': channel(
    z.strictObject({ hash }),
    z.object({
      id,
      /** The floor that was imported as a draft. */
      floor: id.nullable(),
    }),
    AUTHORS,
  ),
  'studio.leavePackage': channel(nothing, z.null(), AUTHORS),
} as const
