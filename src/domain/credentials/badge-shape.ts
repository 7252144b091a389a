/**
 * Strict schemas of our credentials, which allow no unknown member and demand every known one. A signature covers only
 * the statements that JSON-LD reads out of a document. The strict schemas make sure that plain JSON says the same: no
 * empty list, no `null`, no other order and no unknown member can stand beside the signed statements.
 *
 * There are two forms: the one that is issued now, and an earlier one, whose certificates stay verifiable.
 */
import { z } from 'zod'
import { LONGEST_ADDRESS, WEB_ADDRESS } from './issuer-profile'

export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2'
export const OB_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
export const URN = 'urn:hold-the-line'

/** Terms for members that neither context defines. Canonicalisation refuses a member without a term. */
export const OWN_TERMS = {
  contentHash: `${URN}:terms:contentHash`,
  scoringVersion: `${URN}:terms:scoringVersion`,
} as const

export const RESULTS = ['score', 'attacks', 'customers'] as const
export type ResultName = (typeof RESULTS)[number]

const digits = z.string().regex(/^(0|[1-9]\d{0,5})$/)
const text = z.string().min(1).max(4000)
/** Whole seconds, since the verifiers of other vendors write and expect them. */
const second = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
const DID = /^did:key:(z[1-9A-HJ-NP-Za-km-z]{40,60})$/
const did = z.string().regex(DID)
const address = z.string().max(LONGEST_ADDRESS).regex(WEB_ADDRESS)

export const proofSchema = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  created: second,
  verificationMethod: z.string().max(200),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  proofPurpose: z.literal('assertionMethod'),
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{80,100}$/),
})
export const proofs = z.array(proofSchema).min(1).max(8)

const identity = <T extends string>(identityType: T) =>
  z.strictObject({
    type: z.literal('IdentityObject'),
    hashed: z.literal(true),
    identityHash: z.string().regex(/^sha256\$[0-9a-f]{64}$/),
    identityType: z.literal(identityType),
    salt: z.string().regex(/^[0-9a-f]{32}$/),
  })
const named = z.strictObject({
  type: z.literal('IdentityObject'),
  hashed: z.literal(false),
  identityHash: text,
  identityType: z.literal('name'),
})

const result = <T extends string>(id: z.ZodType<T>) =>
  z.strictObject({ type: z.tuple([z.literal('Result')]), resultDescription: id, value: digits })
const resultDescription = <T extends string>(id: z.ZodType<T>, name: ResultName) =>
  z.strictObject({
    id,
    type: z.tuple([z.literal('ResultDescription')]),
    name: text,
    resultType: z.literal(name === 'score' ? 'Percent' : 'RawScore'),
    valueMin: z.literal('0'),
    valueMax: digits,
  })

const context = z.tuple([
  z.literal(VC_CONTEXT),
  z.literal(OB_CONTEXT),
  z.strictObject({
    contentHash: z.literal(OWN_TERMS.contentHash),
    scoringVersion: z.literal(OWN_TERMS.scoringVersion),
  }),
])
/** Members of an achievement that both forms share. */
const achievement = {
  id: z.string().max(400),
  type: z.tuple([z.literal('Achievement')]),
  achievementType: z.literal('CertificateOfCompletion'),
  name: text,
  description: text,
  criteria: z.strictObject({ narrative: text }),
  humanCode: z.string().max(200),
  version: z.string().max(40),
  inLanguage: z.string().max(40),
  contentHash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  scoringVersion: digits,
} as const
const dates = { validFrom: second, validUntil: second } as const
const subjectType = z.tuple([z.literal('AchievementSubject')])
const profileType = z.tuple([z.literal('Profile')])

const earlierId = <T extends ResultName>(name: T) => z.literal(`${URN}:result:${name}`)
const scoreId = earlierId('score')
const attacksId = earlierId('attacks')
const customersId = earlierId('customers')

/** The earlier form. Its ids are not globally unique, and it says nothing of the organisation but its name. */
const earlier = {
  '@context': context,
  id: z.string().regex(/^urn:hold-the-line:certificate:HTL-[0-9A-Z-]{9}$/),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('AchievementCredential')]),
  issuer: z.strictObject({ id: did, type: profileType, name: text }),
  name: text,
  ...dates,
  credentialSubject: z.strictObject({
    type: subjectType,
    identifier: z.tuple([named, identity('identifier')]),
    result: z.tuple([result(scoreId), result(attacksId), result(customersId)]),
    achievement: z.strictObject({
      ...achievement,
      resultDescription: z.tuple([
        resultDescription(scoreId, 'score'),
        resultDescription(attacksId, 'attacks'),
        resultDescription(customersId, 'customers'),
      ]),
    }),
  }),
} as const

const image = z.strictObject({
  id: z
    .string()
    .max(60_000)
    .regex(/^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/),
  type: z.literal('Image'),
  caption: text.optional(),
})
const organisation = z.strictObject({
  id: did,
  type: profileType,
  name: text,
  url: address.optional(),
  email: z.string().max(120).optional(),
  image: image.optional(),
})
/** The id of a result ends with the name of the result. */
const endsWith = (name: ResultName) =>
  z
    .string()
    .max(460)
    .regex(new RegExp(`:result:${name}$`))

/** The form in which certificates are issued now. */
const current = {
  '@context': context,
  id: z.string().regex(/^urn:hold-the-line:z[1-9A-HJ-NP-Za-km-z]+:certificate:HTL-[0-9A-Z-]{9}$/),
  type: z.tuple([
    z.literal('VerifiableCredential'),
    z.literal('AchievementCredential'),
    z.literal('OpenBadgeCredential'),
  ]),
  issuer: organisation,
  name: text,
  /** Tells how to ask whether the certificate was revoked, where no list is published. */
  description: text.optional(),
  /** Noon of the day of issue, so that readers in nearly every time zone show the same day. */
  awardedDate: z.string().regex(/^\d{4}-\d\d-\d\dT12:00:00Z$/),
  ...dates,
  credentialStatus: z
    .strictObject({
      id: z.string().max(400),
      type: z.literal('BitstringStatusListEntry'),
      statusPurpose: z.literal('revocation'),
      statusListIndex: z.string().regex(/^(0|[1-9]\d{0,9})$/),
      statusListCredential: address,
    })
    .optional(),
  credentialSubject: z.strictObject({
    type: subjectType,
    identifier: z.union([
      z.tuple([named, identity('identifier')]),
      z.tuple([named, identity('identifier'), identity('emailAddress')]),
    ]),
    result: z.tuple([result(endsWith('score')), result(endsWith('attacks')), result(endsWith('customers'))]),
    achievement: z.strictObject({
      ...achievement,
      creator: organisation,
      image,
      resultDescription: z.tuple([
        resultDescription(endsWith('score'), 'score'),
        resultDescription(endsWith('attacks'), 'attacks'),
        resultDescription(endsWith('customers'), 'customers'),
      ]),
    }),
  }),
} as const

/** A credential in the current form, before it is signed. */
export const unsignedBadgeSchema = z.strictObject(current)
/** A signed credential in either form. */
export const badgeSchema = z.union([
  z.strictObject({ ...current, proof: proofs }),
  z.strictObject({ ...earlier, proof: proofs }),
])

export type UnsignedBadge = z.output<typeof unsignedBadgeSchema>
export type Badge = z.output<typeof badgeSchema>
export type CurrentBadge = UnsignedBadge & { readonly proof: z.output<typeof proofs> }

/** Tells a badge of the present form from an earlier one by its date of award, which that calls otherwise. */
export const isCurrent = (badge: UnsignedBadge | Badge): badge is UnsignedBadge | CurrentBadge =>
  'awardedDate' in badge

/**
 * Returns the part of an issuer's `did:key` that stands in the ids of what it issues; empty for another kind of issuer.
 */
export const keyOfIssuer = (issuer: string): string => DID.exec(issuer)?.[1] ?? ''
