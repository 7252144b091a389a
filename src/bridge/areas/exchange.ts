import { z } from 'zod'
import { BUNDLE_REASONS, ENROLMENT_REASONS } from '../../domain/records'
import { channel, groupName, instant, name, nothing, RECORD_KEEPERS, uuid } from './shared'

const did = z.string().max(120)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const code = z.string()

const setUpFile = z.object({
  /** The SHA-256 of the file, so that exactly the file that was shown is used. */
  id: hash,
  organisation: name,
  code,
  courses: z.number(),
  people: z.number(),
  madeAt: instant,
})

const state = z.object({
  role: z.enum(['alone', 'hr', 'device']),
  /**
   * The organisation's name, and the code by which its set-up file is recognised; `null` while this installation is
   * alone.
   */
  organisation: z.object({ name: z.string(), code }).nullable(),
  /** A set-up file that was chosen, at the first start or here, and is not used yet. */
  chosen: setUpFile.nullable(),
  /** The chosen folder, as the system writes its path. */
  folder: z.string().nullable(),
  lastLook: z
    .object({
      at: instant,
      /** The system's code, if the folder could not be used. */
      problem: z.string().nullable(),
      imported: z.number(),
      written: z.number(),
    })
    .nullable(),
  /** Set on a device: its name and the bundles that it has sent. */
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
      /** The numbers of the first few missing bundles. */
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
  /** Asks for a set-up file. It may be called without a sign-in only while this installation is not set up. */
  'exchange.chooseFile': channel(nothing, chosen, null),
  'exchange.enrol': channel(
    z.object({
      /** The SHA-256 of the set-up file that was shown. */
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
  /** Sends the waiting bundles, or takes those that are there, at once. */
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
  /** Writes every bundle of this device again. */
  'exchange.sendAgain': channel(nothing, state, RECORD_KEEPERS),
} as const
