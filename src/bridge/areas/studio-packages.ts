import { z } from 'zod'
import { AUTHORS } from '../../domain/records/roles'
import { channel, id, localized, nothing } from './shared'

const fileName = z.string()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What a package would bring; nothing of it has been taken. */
const offer = z.object({
  outcome: z.literal('offered'),
  file: fileName,
  /** SHA-256 of the file. What is taken names it, so that it is what was shown. */
  hash,
  id,
  /** The id that it would get: its own, or another one where that is taken. */
  as: id,
  title: localized,
  languages: z.array(z.string()),
  floor: z
    .object({
      id,
      title: localized,
      /** None of that id is here, one that says the same, or one that says something else, which stays. */
      here: z.enum(['new', 'same', 'other']),
    })
    .nullable(),
  media: z.array(z.object({ file: fileName, size: z.number() })),
  /** Runs of its test plan. */
  runs: z.number(),
  errors: z.number(),
  warnings: z.number(),
})

/** Nothing can be taken of a file: why, with the values of its sentence. */
const noStory = z.object({
  outcome: z.literal('no-story'),
  file: fileName,
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const lookedAt = [offer, noStory] as const

/** Scenarios in one file each, out of the Studio and into it. */
export const studioPackageChannels = {
  /** Looks at the file that the system asked this program to open. */
  'studio.lookAtFile': channel(nothing, z.discriminatedUnion('outcome', [...lookedAt]), AUTHORS),
  /** Asks where to save a scenario as it is now with its floor, its pictures and sounds, and its test plan. */
  'studio.exportPackage': channel(
    z.strictObject({ id }),
    z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('saved'),
        file: fileName,
        size: z.number(),
        floor: id.nullable(),
        media: z.number(),
        runs: z.boolean(),
        /** What the scenario names and is not in the package, since it is not there or can't be shown. */
        missing: z.array(fileName),
      }),
      z.object({ outcome: z.literal('not-json'), file: fileName }),
      z.object({ outcome: z.literal('too-large'), megabytes: z.number() }),
    ]),
    AUTHORS,
  ),
  /** Takes the package that was shown last. */
  'studio.takePackage': channel(
    z.strictObject({ hash }),
    z.object({
      id,
      /** The floor that came along as a draft. */
      floor: id.nullable(),
    }),
    AUTHORS,
  ),
  'studio.leavePackage': channel(nothing, z.null(), AUTHORS),
} as const
