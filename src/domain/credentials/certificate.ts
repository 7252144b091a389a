import { z } from 'zod'
import { ID_PATTERN } from '../scenario/vocabulary'
import { issuerProfileSchema } from './issuer-profile'
import { ruleFacts, type CertifiedCourse, type Course, type RuleFacts, type TruthCounts } from '../course'
import { barPercent } from '../scoring/whole-share'

const instant = z.iso.datetime()
const count = z.number().int().min(0).max(100_000)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const text = z.string().min(1).max(4000)

/** `HTL-XXXX-XXXX`, without letters that are mistaken for digits. */
export const CERTIFICATE_ID = /^HTL-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/

/**
 * The whole content of a certificate. It is kept as it was issued and never computed anew. Dates are ISO 8601 in UTC.
 */
export const certificateSchema = z.object({
  id: z.string().regex(CERTIFICATE_ID),
  course: z.string().regex(ID_PATTERN),
  courseVersion: z.string().min(1).max(40),
  /** SHA-256 of the course and of each scenario as it was played, see `courseContent`. */
  courseHash: sha256,
  scoringVersion: z.number().int().min(1),
  /** The language of the texts below, in which the course was played. */
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
  /** The title of the course as the certificate shows it. */
  title: text,
  description: text,
  /** The requirements for earning the certificate, in words. */
  criteria: text,
  personName: z.string().min(1).max(200),
  /** The employee number in hashed form: `sha256` is taken over the number followed by the salt. */
  identity: z.object({ sha256, salt: z.string().regex(/^[0-9a-f]{32}$/) }),
  /** The e-mail address in lower case, hashed like the employee number. Platforms recognise the holder by it. */
  email: z.object({ sha256, salt: z.string().regex(/^[0-9a-f]{32}$/) }).optional(),
  organisation: z.string().min(1).max(200),
  /** The organisation's profile at the time of issue; earlier certificates have none. */
  profile: issuerProfileSchema.optional(),
  /** The certificate's place in the published list of revoked certificates, if the organisation publishes one. */
  statusIndex: z.number().int().min(0).max(2_147_483_647).optional(),
  issuedAt: instant,
  /**
   * The calendar day of issue, YYYY-MM-DD, in the time zone of the issuing computer. Earlier certificates lack it; the
   * day of `issuedAt` in UTC counts for them.
   */
  issuedOn: z.iso.date().optional(),
  validUntil: instant,
  scorePercent: z.number().int().min(0).max(100),
  attacks: count,
  hits: count,
  legitimate: count,
  served: count,
})

export type Certificate = z.output<typeof certificateSchema>

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Makes a certificate's id, `HTL-XXXX-XXXX`, from random bytes.
 * @param bytes at least 8 random bytes; 5 bits of each are used
 * @throws RangeError for fewer than 8 bytes
 */
export function certificateId(bytes: Uint8Array): string {
  if (bytes.length < 8) throw new RangeError('A certificate id needs 8 random bytes')
  const letters = Array.from(bytes.slice(0, 8), (byte) => ALPHABET[byte & 31]!)
  return `HTL-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/**
 * Returns the text whose SHA-256 is a certificate's `courseHash`: the content of the course, and the hash of each
 * scenario that was played.
 * @param scenarios SHA-256 of each scenario, by id
 */
export function courseContent(course: Course, scenarios: Readonly<Record<string, string>>): string {
  const { $schema: _, ...content } = course
  const played = Object.fromEntries(Object.entries(scenarios).sort(([a], [b]) => (a < b ? -1 : 1)))
  return JSON.stringify({ course: content, scenarios: played })
}

/** Converts an error rate to percent: a whole number, or one decimal below ten percent. */
const percentOf = (share: number): number =>
  share < 0.1 ? Math.round(share * 1000) / 10 : Math.round(share * 100)

/** Sentences about a course for its certificate, in one language. Shares are in percent. */
export interface AchievementTexts {
  readonly description: (rule: Course['rule']['kind'], title: string, contacts: number) => string
  readonly fixedCriteria: (shares: { readonly hits: number; readonly falseAlarms: number }) => string
  readonly sequentialCriteria: (contacts: number) => string
  readonly reports: (share: number) => string
  readonly rule: (
    rule: Course['rule']['kind'],
    facts: {
      readonly version: RuleFacts['version']
      readonly rounds: number
      readonly days: number
      readonly hardly: number
      readonly hardlyPasses: number
      readonly well: number
      readonly wellPasses: number
    },
  ) => string
}

/**
 * Words the rule of a course for its certificate: the requirements, the rule with its version, and its error rates.
 * @param facts the facts of this course's rule
 */
export function criteriaOf(
  { rule }: Pick<Course, 'rule'>,
  facts: RuleFacts,
  words: AchievementTexts,
): string {
  return [
    rule.kind === 'fixed'
      ? words.fixedCriteria({ hits: barPercent(rule.hitRate), falseAlarms: barPercent(rule.falseAlarmRate) })
      : words.sequentialCriteria(facts.contacts),
    ...(rule.reportShare > 0 ? [words.reports(barPercent(rule.reportShare))] : []),
    words.rule(rule.kind, {
      version: facts.version,
      rounds: facts.rounds.most,
      days: facts.rounds.days,
      hardly: facts.hardly.dPrime,
      hardlyPasses: percentOf(facts.hardly.oneRound),
      well: facts.well.dPrime,
      wellPasses: percentOf(facts.well.oneRound),
    }),
  ].join(' ')
}

/**
 * Words a course for its certificate.
 * @param counts the number of attacks and genuine contacts in the course, or in a round
 * @param locale the language in which it was played; English replaces a language that the course lacks
 * @param textsIn returns the sentences of a language; `undefined` where the program does not speak it
 */
export function achievementWords(
  course: CertifiedCourse,
  counts: TruthCounts,
  locale: string,
  textsIn: (locale: string) => AchievementTexts | undefined,
): Pick<Certificate, 'locale' | 'title' | 'description' | 'criteria'> {
  const titles = course.certificate.title
  const own = titles[locale] === undefined ? undefined : textsIn(locale)
  const language = own ? locale : 'en'
  const words = own ?? textsIn('en')!
  const title = titles[language] ?? Object.values(titles)[0] ?? course.id
  return {
    locale: language,
    title,
    description: words.description(course.rule.kind, title, course.modules.length),
    criteria: criteriaOf(course, ruleFacts(course, counts), words),
  }
}

/**
 * Returns the contact for questions about a certificate, as the organisation gave it when the certificate was issued.
 */
export const contactOf = ({ profile }: Pick<Certificate, 'profile'>): string | null =>
  profile?.contact ?? profile?.web ?? null
