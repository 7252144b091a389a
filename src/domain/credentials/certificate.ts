import { z } from 'zod'
import { ID_PATTERN } from '../scenario/vocabulary'
import { issuerProfileSchema } from './issuer-profile'
import { ruleFacts, type Course, type RuleFacts, type TruthCounts } from '../course'

const instant = z.iso.datetime()
const count = z.number().int().min(0).max(100_000)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const text = z.string().min(1).max(4000)

/** `HTL-XXXX-XXXX`, without letters that are mistaken for digits. */
export const CERTIFICATE_ID = /^HTL-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/

/** Everything that a certificate says; kept as it was issued and never computed anew. Dates are ISO 8601 in UTC. */
export const certificateSchema = z.object({
  id: z.string().regex(CERTIFICATE_ID),
  course: z.string().regex(ID_PATTERN),
  courseVersion: z.string().min(1).max(40),
  /** SHA-256 over the course and over each scenario as it was played, see `courseContent`. */
  courseHash: sha256,
  scoringVersion: z.number().int().min(1),
  /** Language of the texts below, and in which the course was played. */
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
  /** Name of the course, as it stands on the certificate. */
  title: text,
  description: text,
  /** What somebody must have done to earn it. */
  criteria: text,
  personName: z.string().min(1).max(200),
  /** The employee number, not in clear: `sha256` over the number followed by the salt. */
  identity: z.object({ sha256, salt: z.string().regex(/^[0-9a-f]{32}$/) }),
  /** An e-mail address in small letters, not in clear, as the employee number; platforms know a holder by it. */
  email: z.object({ sha256, salt: z.string().regex(/^[0-9a-f]{32}$/) }).optional(),
  organisation: z.string().min(1).max(200),
  /** What the organisation showed of itself when this was issued; certificates of before have none. */
  profile: issuerProfileSchema.optional(),
  /** Its place in the published list of revoked certificates, where the organisation has an address for that. */
  statusIndex: z.number().int().min(0).max(2_147_483_647).optional(),
  issuedAt: instant,
  /** Calendar day of issue, YYYY-MM-DD, at the computer that issued it; of certificates of before it is that of UTC. */
  issuedOn: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .optional(),
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
 * A certificate's id from random bytes: `HTL-XXXX-XXXX`, without letters that are mistaken for digits.
 * @param bytes at least 8 random bytes; 5 bits of each are used
 */
export function certificateId(bytes: Uint8Array): string {
  if (bytes.length < 8) throw new RangeError('A certificate id needs 8 random bytes')
  const letters = Array.from(bytes.slice(0, 8), (byte) => ALPHABET[byte & 31]!)
  return `HTL-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/**
 * The text whose SHA-256 is a certificate's `courseHash`: the course as it was, and which text of each scenario
 * was played.
 * @param scenarios SHA-256 of each scenario, by id
 */
export function courseContent(course: Course, scenarios: Readonly<Record<string, string>>): string {
  const { $schema: _, ...content } = course
  const played = Object.fromEntries(Object.entries(scenarios).sort(([a], [b]) => (a < b ? -1 : 1)))
  return JSON.stringify({ course: content, scenarios: played })
}

/** A share in percent: whole, and with one decimal below ten. */
const percentOf = (share: number): number =>
  share < 0.1 ? Math.round(share * 1000) / 10 : Math.round(share * 100)

/** What a certificate says of a course, in one language. Shares are in percent. */
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
 * A course's rule in the words of its certificate: what was asked for, the rule with its version, and its error rates.
 * @param facts of this course
 */
export function criteriaOf(
  { rule }: Pick<Course, 'rule'>,
  facts: RuleFacts,
  words: AchievementTexts,
): string {
  return [
    rule.kind === 'fixed'
      ? words.fixedCriteria({ hits: percentOf(rule.hitRate), falseAlarms: percentOf(rule.falseAlarmRate) })
      : words.sequentialCriteria(facts.contacts),
    ...(rule.reportShare > 0 ? [words.reports(percentOf(rule.reportShare))] : []),
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
 * A course in the words of its certificate.
 * @param counts how many of the contacts of the course, or of the round, are attacks
 * @param locale the language in which it was played; English stands in for one that the course lacks
 * @param textsIn what is said in a language; `undefined` where the program does not speak it
 */
export function achievementWords(
  course: Course,
  counts: TruthCounts,
  locale: string,
  textsIn: (locale: string) => AchievementTexts | undefined,
): Pick<Certificate, 'locale' | 'title' | 'description' | 'criteria'> {
  const own = course.certificateTitle[locale] === undefined ? undefined : textsIn(locale)
  const language = own ? locale : 'en'
  const words = own ?? textsIn('en')!
  const title = course.certificateTitle[language] ?? Object.values(course.certificateTitle)[0] ?? course.id
  return {
    locale: language,
    title,
    description: words.description(course.rule.kind, title, course.modules.length),
    criteria: criteriaOf(course, ruleFacts(course, counts), words),
  }
}

/** Where somebody asks about a certificate, as the organisation said when it was issued. */
export const contactOf = ({ profile }: Pick<Certificate, 'profile'>): string | null =>
  profile?.contact ?? profile?.web ?? null
