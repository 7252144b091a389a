import { z } from 'zod'
import { BUNDLE_REASONS, ENROLMENT_REASONS } from '../../domain/records'
import { channel, groupName, instant, name, nothing, RECORD_KEEPERS, uuid } from './shared'

const did = z.string().max(120)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const code = z.string()

const setUpFile = z.object({
  /** SHA-256 of the file: what is taken is what was shown. */
  id: hash,
  organisation: name,
  code,
  courses: z.number(),
  people: z.number(),
  madeAt: instant,
})

const state = z.object({
  role: z.enum(['alone', 'hr', 'device']),
  /** The organisation's name and the code by which its set-up file is known; `null` while alone. */
  organisation: z.object({ name: z.string(), code }).nullable(),
  /** A set-up file that was chosen, at the first start or here, and not used yet. */
  chosen: setUpFile.nullable(),
  /** The folder that was chosen, as the system writes it. */
  folder: z.string().nullable(),
  lastLook: z
    .object({
      at: instant,
      /** The system's code when the folder could not be used. */
      problem: z.string().nullable(),
      imported: z.number(),
      written: z.number(),
    })
    .nullable(),
  /** On a device: itself, and what has gone out. */
  device: z
    .object({
      name: z.string(),
      site: z.string().nullable(),
      code,
      waiting: z.number(),
      latest: z.object({ number: z.number(), madeAt: instant, written: z.boolean() }).nullable(),
    })
    .nullable(),
  devices: z.array(
    z.object({
      id: did,
      name: z.string(),
      site: z.string().nullable(),
      code,
      enrolledAt: instant,
      revokedAt: instant.nullable(),
      lastBundleAt: instant.nullable(),
      latest: z.number().nullable(),
      /** Numbers of bundles that have not come, the first of them. */
      missing: z.array(z.number()),
      missingInAll: z.number(),
    }),
  ),
  requests: z.array(
    z.object({ id: did, name: z.string(), site: z.string().nullable(), code, seenAt: instant }),
  ),
  problems: z.array(
    z.object({
      hash,
      file: z.string(),
      device: z.string().nullable(),
      number: z.number().nullable(),
      seenAt: instant,
      reason: z.enum(BUNDLE_REASONS),
      mayChange: z.boolean(),
    }),
  ),
})

const chosen = z.union([
  setUpFile.extend({ outcome: z.literal('read') }),
  z.object({ outcome: z.literal('refused'), reason: z.enum(ENROLMENT_REASONS) }),
])

export const exchangeChannels = {
  'exchange.state': channel(nothing, state, RECORD_KEEPERS),
  /** Asks where to save the set-up file. */
  'exchange.makeFile': channel(
    z.object({ people: z.boolean() }),
    z.object({ file: z.string() }),
    RECORD_KEEPERS,
  ),
  /** Asks for a set-up file. Without anyone signed in only while nobody has set up this installation. */
  'exchange.chooseFile': channel(nothing, chosen, null),
  'exchange.enrol': channel(
    z.object({
      /** The set-up file that was shown. */
      chosen: hash,
      name: groupName,
      site: z.union([z.literal(''), groupName]),
    }),
    z.union([
      z.object({ outcome: z.literal('enrolled') }),
      z.object({ outcome: z.literal('refused'), reason: z.enum(ENROLMENT_REASONS) }),
    ]),
    RECORD_KEEPERS,
  ),
  'exchange.chooseFolder': channel(nothing, state, RECORD_KEEPERS),
  /** Sends what waits, or takes what is there, at once. */
  'exchange.look': channel(nothing, state, RECORD_KEEPERS),
  'exchange.takeFiles': channel(
    nothing,
    z.object({ imported: z.number(), known: z.number(), notTaken: z.number() }),
    RECORD_KEEPERS,
  ),
  'exchange.accept': channel(z.object({ device: did }), state, RECORD_KEEPERS),
  'exchange.refuse': channel(z.object({ device: did }), state, RECORD_KEEPERS),
  'exchange.revoke': channel(z.object({ device: did }), state, RECORD_KEEPERS),
  'exchange.clashes': channel(
    z.object({ bundle: hash }),
    z.array(z.object({ devicePerson: uuid, number: z.string(), theirName: z.string(), ourName: z.string() })),
    RECORD_KEEPERS,
  ),
  'exchange.settle': channel(
    z.object({ bundle: hash, devicePerson: uuid, ourName: z.string().max(1000) }),
    state,
    RECORD_KEEPERS,
  ),
  /** Writes every bundle of this device anew. */
  'exchange.sendAgain': channel(nothing, state, RECORD_KEEPERS),
} as const
