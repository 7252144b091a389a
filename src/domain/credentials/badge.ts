import { z } from 'zod'
import { certificateSchema, type Certificate } from './certificate'

export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2'
export const OB_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

const URN = 'urn:hold-the-line'

/** What neither context has a term for; without a term canonicalisation would refuse the member. */
const OWN_TERMS = {
  contentHash: `${URN}:terms:contentHash`,
  scoringVersion: `${URN}:terms:scoringVersion`,
} as const
const CONTEXT = [VC_CONTEXT, OB_CONTEXT, OWN_TERMS] as const

const RESULTS = ['score', 'attacks', 'customers'] as const
type ResultName = (typeof RESULTS)[number]
const RESULT_NAMES: Record<string, Record<ResultName, string>> = {
  en: { score: 'Score', attacks: 'Attacks stopped', customers: 'Genuine customers served' },
  fr: { score: 'Résultat', attacks: 'Attaques arrêtées', customers: 'Clients authentiques servis' },
}

const digits = z.string().regex(/^(0|[1-9]\d{0,5})$/)
const text = z.string().min(1).max(4000)
/** Whole seconds, as the verifiers of other makers write and want them. */
const second = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
const did = z.string().regex(/^did:key:z[1-9A-HJ-NP-Za-km-z]{40,60}$/)

const proofSchema = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  created: second,
  verificationMethod: z.string().max(200),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  proofPurpose: z.literal('assertionMethod'),
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{80,100}$/),
})

const resultSchema = (name: ResultName) =>
  z.strictObject({
    type: z.tuple([z.literal('Result')]),
    resultDescription: z.literal(`${URN}:result:${name}`),
    value: digits,
  })
const resultDescriptionSchema = (name: ResultName) =>
  z.strictObject({
    id: z.literal(`${URN}:result:${name}`),
    type: z.tuple([z.literal('ResultDescription')]),
    name: text,
    resultType: z.literal(name === 'score' ? 'Percent' : 'RawScore'),
    valueMin: z.literal('0'),
    valueMax: digits,
  })
const identitySchema = <T extends string>(hashed: boolean, identityType: T) =>
  z.strictObject({
    type: z.literal('IdentityObject'),
    hashed: z.literal(hashed),
    identityHash: text,
    identityType: z.literal(identityType),
    ...(hashed ? { salt: z.string().regex(/^[0-9a-f]{32}$/) } : {}),
  })

/**
 * The whole shape of a credential of ours, no member more and none less. A signature covers the statements that
 * JSON-LD reads out of a document; a strict shape makes sure that plain JSON says the same: no empty list, no `null`,
 * no other order and no member of an unknown name stands beside what was signed.
 */
const unsignedShape = {
  '@context': z.tuple([
    z.literal(VC_CONTEXT),
    z.literal(OB_CONTEXT),
    z.strictObject({
      contentHash: z.literal(OWN_TERMS.contentHash),
      scoringVersion: z.literal(OWN_TERMS.scoringVersion),
    }),
  ]),
  id: z.string().max(200),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('AchievementCredential')]),
  issuer: z.strictObject({ id: did, type: z.tuple([z.literal('Profile')]), name: text }),
  name: text,
  validFrom: second,
  validUntil: second,
  credentialSubject: z.strictObject({
    type: z.tuple([z.literal('AchievementSubject')]),
    identifier: z.tuple([identitySchema(false, 'name'), identitySchema(true, 'identifier')]),
    result: z.tuple([resultSchema('score'), resultSchema('attacks'), resultSchema('customers')]),
    achievement: z.strictObject({
      id: z.string().max(200),
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
      resultDescription: z.tuple([
        resultDescriptionSchema('score'),
        resultDescriptionSchema('attacks'),
        resultDescriptionSchema('customers'),
      ]),
    }),
  }),
} as const

/** An Open Badges 3.0 AchievementCredential of ours before it is signed. */
export const unsignedBadgeSchema = z.strictObject(unsignedShape)
/** The same with its proofs. */
export const badgeSchema = z.strictObject({ ...unsignedShape, proof: z.array(proofSchema).min(1).max(8) })

export type UnsignedBadge = z.output<typeof unsignedBadgeSchema>
export type Badge = z.output<typeof badgeSchema>
export type Proof = z.output<typeof proofSchema>

const seconds = (instant: string): string => `${instant.slice(0, 19)}Z`

/**
 * A certificate as an Open Badges 3.0 AchievementCredential (Verifiable Credentials Data Model 2.0), not yet signed.
 * Every value is a string, for canonicalisation writes numbers in a form of its own.
 * @param issuer the `did:key` of the installation that issues
 */
export function badgeOf(certificate: Certificate, issuer: string): UnsignedBadge {
  const c = certificate
  const names = RESULT_NAMES[c.locale] ?? RESULT_NAMES['en']!
  const values: Record<ResultName, readonly [value: number, max: number]> = {
    score: [c.scorePercent, 100],
    attacks: [c.hits, c.attacks],
    customers: [c.served, c.legitimate],
  }
  return unsignedBadgeSchema.parse({
    '@context': CONTEXT,
    id: `${URN}:certificate:${c.id}`,
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: { id: issuer, type: ['Profile'], name: c.organisation },
    name: c.title,
    validFrom: seconds(c.issuedAt),
    validUntil: seconds(c.validUntil),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: c.personName, identityType: 'name' },
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: `sha256$${c.identity.sha256}`,
          identityType: 'identifier',
          salt: c.identity.salt,
        },
      ],
      result: RESULTS.map((name) => ({
        type: ['Result'],
        resultDescription: `${URN}:result:${name}`,
        value: String(values[name][0]),
      })),
      achievement: {
        id: `${URN}:course:${c.course}:${c.courseVersion}`,
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        name: c.title,
        description: c.description,
        criteria: { narrative: c.criteria },
        humanCode: c.course,
        version: c.courseVersion,
        inLanguage: c.locale,
        contentHash: `sha256:${c.courseHash}`,
        scoringVersion: String(c.scoringVersion),
        resultDescription: RESULTS.map((name) => ({
          id: `${URN}:result:${name}`,
          type: ['ResultDescription'],
          name: names[name],
          resultType: name === 'score' ? 'Percent' : 'RawScore',
          valueMin: '0',
          valueMax: String(values[name][1]),
        })),
      },
    },
  })
}

/**
 * What a credential of ours says, as a certificate.
 * @returns `undefined` when its parts contradict each other, which no credential that we made does
 */
export function certificateOf(badge: UnsignedBadge | Badge): Certificate | undefined {
  const { credentialSubject: subject, issuer } = badge
  const { achievement, result } = subject
  const [name, number] = subject.identifier
  const [score, attacks, customers] = result
  const [, attacksOf, customersOf] = achievement.resultDescription
  const read = certificateSchema.safeParse({
    id: badge.id.replace(`${URN}:certificate:`, ''),
    course: achievement.humanCode,
    courseVersion: achievement.version,
    courseHash: achievement.contentHash.replace('sha256:', ''),
    scoringVersion: Number(achievement.scoringVersion),
    locale: achievement.inLanguage,
    title: achievement.name,
    description: achievement.description,
    criteria: achievement.criteria.narrative,
    personName: name.identityHash,
    identity: { sha256: number.identityHash.replace('sha256$', ''), salt: number.salt },
    organisation: issuer.name,
    issuedAt: badge.validFrom.replace('Z', '.000Z'),
    validUntil: badge.validUntil.replace('Z', '.000Z'),
    scorePercent: Number(score.value),
    attacks: Number(attacksOf.valueMax),
    hits: Number(attacks.value),
    legitimate: Number(customersOf.valueMax),
    served: Number(customers.value),
  })
  return read.success ? read.data : undefined
}
