import { ACHIEVEMENT_IMAGE } from './achievement-image'
import {
  isCurrent,
  keyOfIssuer,
  OB_CONTEXT,
  OWN_TERMS,
  RESULTS,
  unsignedBadgeSchema,
  URN,
  VC_CONTEXT,
  type Badge,
  type ResultName,
  type UnsignedBadge,
} from './badge-shape'
import { certificateSchema, type Certificate } from './certificate'
import { certificateDays } from './validity'
import { isEmailAddress } from './issuer-profile'

export { badgeSchema, unsignedBadgeSchema, type Badge, type UnsignedBadge } from './badge-shape'

const CONTEXT = [VC_CONTEXT, OB_CONTEXT, OWN_TERMS] as const

/** The texts of a credential, in the language of its certificate. */
export interface BadgeTexts {
  /** Tells a reader how to find out whether the certificate is still valid. */
  readonly howToAsk: string
  readonly results: Readonly<Record<ResultName, string>>
}

const seconds = (instant: string): string => `${instant.slice(0, 19)}Z`

/** Returns globally unique ids for the parts of a credential. Each begins with the issuer's key. */
function namesOf(certificate: Certificate, issuer: string) {
  const { id, course, courseVersion, courseHash, locale } = certificate
  const own = `${URN}:${keyOfIssuer(issuer)}`
  // A course in another language or with other content is another achievement, since its words differ. 128
  // bits of the hash tell contents apart.
  const content = courseHash.slice(0, 32)
  const achievement = `${own}:course:${course}:${encodeURIComponent(courseVersion)}:${locale}:${content}`
  return {
    certificate: `${own}:certificate:${id}`,
    achievement,
    result: (name: ResultName) => `${achievement}:result:${name}`,
  }
}

/** Returns the organisation in the form in which wallets show it. */
function organisationOf({ organisation, profile }: Certificate, issuer: string, logo: string | undefined) {
  const contact = profile?.contact
  return {
    id: issuer,
    type: ['Profile'],
    name: organisation,
    ...(profile?.web ? { url: profile.web } : {}),
    ...(contact && isEmailAddress(contact) ? { email: contact } : {}),
    ...(logo === undefined ? {} : { image: { id: logo, type: 'Image', caption: organisation } }),
  }
}

/**
 * Returns the certificate's place in the published list of revoked certificates, or nothing if there is no such list.
 */
function statusOf({ profile, statusIndex }: Certificate) {
  if (!profile?.statusList || statusIndex === undefined) return {}
  return {
    credentialStatus: {
      id: `${profile.statusList}#${statusIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(statusIndex),
      statusListCredential: profile.statusList,
    },
  }
}

const hashed = (identityType: string, { sha256, salt }: Certificate['identity']) => ({
  type: 'IdentityObject',
  hashed: true,
  identityHash: `sha256$${sha256}`,
  identityType,
  salt,
})

/**
 * Converts a certificate to an Open Badges 3.0 AchievementCredential (Verifiable Credentials Data Model 2.0), not yet
 * signed. Every value is a string, because canonicalisation would rewrite numbers.
 * @param issuer the `did:key` of the installation that issues
 * @param texts texts in the certificate's language
 * @param logo a small picture of the organisation as a `data:` address
 */
export function badgeOf(
  certificate: Certificate,
  issuer: string,
  texts: BadgeTexts,
  logo?: string,
): UnsignedBadge {
  const c = certificate
  const names = namesOf(c, issuer)
  const words = texts.results
  const values: Record<ResultName, readonly [value: number, max: number]> = {
    score: [c.scorePercent, 100],
    attacks: [c.hits, c.attacks],
    customers: [c.served, c.legitimate],
  }
  const organisation = organisationOf(c, issuer, logo)
  const status = statusOf(c)
  return unsignedBadgeSchema.parse({
    '@context': CONTEXT,
    id: names.certificate,
    type: ['VerifiableCredential', 'AchievementCredential', 'OpenBadgeCredential'],
    issuer: organisation,
    name: c.title,
    ...('credentialStatus' in status ? {} : { description: texts.howToAsk }),
    awardedDate: `${certificateDays(c).issuedOn}T12:00:00Z`,
    validFrom: seconds(c.issuedAt),
    validUntil: seconds(c.validUntil),
    ...status,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: c.personName, identityType: 'name' },
        hashed('identifier', c.identity),
        ...(c.email ? [hashed('emailAddress', c.email)] : []),
      ],
      result: RESULTS.map((name) => ({
        type: ['Result'],
        resultDescription: names.result(name),
        value: String(values[name][0]),
      })),
      achievement: {
        id: names.achievement,
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        creator: organisation,
        name: c.title,
        description: c.description,
        criteria: { narrative: c.criteria },
        image: { id: ACHIEVEMENT_IMAGE, type: 'Image', caption: c.title },
        humanCode: c.course,
        version: c.courseVersion,
        inLanguage: c.locale,
        contentHash: `sha256:${c.courseHash}`,
        scoringVersion: String(c.scoringVersion),
        resultDescription: RESULTS.map((name) => ({
          id: names.result(name),
          type: ['ResultDescription'],
          name: words[name],
          resultType: name === 'score' ? 'Percent' : 'RawScore',
          valueMin: '0',
          valueMax: String(values[name][1]),
        })),
      },
    },
  })
}

/** Returns the members of a certificate that only the current form of a credential has. */
function saidNow(badge: UnsignedBadge | Badge): Partial<Certificate> {
  if (!isCurrent(badge)) return {}
  const [, , email] = badge.credentialSubject.identifier
  const { credentialStatus: status, issuer, awardedDate } = badge
  return {
    issuedOn: awardedDate.slice(0, 10),
    ...(email ? { email: { sha256: email.identityHash.replace('sha256$', ''), salt: email.salt } } : {}),
    ...(status ? { statusIndex: Number(status.statusListIndex) } : {}),
    profile: {
      web: issuer.url ?? null,
      contact: issuer.email ?? null,
      statusList: status?.statusListCredential ?? null,
      signatory: null,
      logo: null,
    },
  }
}

/**
 * Converts a credential of ours back to a certificate. Its profile holds only what the credential says of the
 * organisation.
 * @returns `undefined` when the parts of the credential contradict each other, which no credential that we issued does
 */
export function certificateOf(badge: UnsignedBadge | Badge): Certificate | undefined {
  const { credentialSubject: subject, issuer } = badge
  const { achievement, result } = subject
  const [name, number] = subject.identifier
  const [score, attacks, customers] = result
  const [, attacksOf, customersOf] = achievement.resultDescription
  const read = certificateSchema.safeParse({
    id: badge.id.slice(badge.id.lastIndexOf(':') + 1),
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
    ...saidNow(badge),
  })
  return read.success ? read.data : undefined
}
