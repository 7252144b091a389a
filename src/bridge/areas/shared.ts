/** Schemas and roles that the channels of several areas share. */
import { RECORD_KEEPERS, ROLES, type Role } from '../../domain/records/roles'
import { z } from 'zod'
import { groupFault, nameFault, organisationFault, tidyName } from '../../domain/records/person-name'
import { emailOf, LONGEST_EMAIL } from '../../domain/records/email'
import { LOCALE_PATTERN } from '../../domain/scenario/schema'
import { ID_PATTERN } from '../../domain/scenario/vocabulary'
import { INTERFACE_LOCALES } from '../locales'

export const id = z.string().regex(ID_PATTERN)
export const uuid = z.uuid()
export const name = z.string().trim().min(1).max(120)

/** A text that must follow a rule, stored in the form that `tidyName` gives it. */
const ruled = (fault: (text: string) => string | undefined) =>
  z
    .string()
    .max(1000)
    .transform((text, context) => {
      const wrong = fault(text)
      if (wrong !== undefined)
        context.addIssue({ code: 'custom', message: `This can’t be a name: ${wrong}.` })
      return tidyName(text)
    })
/** The name of a person, wherever one is written or changed. Names from before the rule are still shown. */
export const personName = ruled(nameFault)
export const organisationName = ruled(organisationFault)
/** The name of a team, a site or a computer. */
export const groupName = ruled(groupFault)
export const employeeNumber = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u)
/** Trimmed and in NFC, as it is stored. */
export const email = z
  .string()
  .max(LONGEST_EMAIL + 40)
  .transform((text, context) => {
    const kept = emailOf(text)
    if (kept === undefined) context.addIssue({ code: 'custom', message: 'This is no e-mail address.' })
    return kept ?? z.NEVER
  })
export const instant = z.iso.datetime()
/** A day in UTC, such as 2026-11-24. */
export const utcDay = z.iso.date()
/** In pseudonymous mode, HR sees the day of a trainee's act and not the time. */
export const instantOrDay = z.union([instant, utcDay])
/** The extent of the results that pseudonymous mode shows; `null` in named mode. */
export const release = z
  .object({
    /** The least number of people behind any figure. */
    smallestGroup: z.number(),
    /** The last day that the results can contain; `null` before the first release. */
    until: utcDay.nullable(),
    /** True if nothing is shown because the filter names more than sites, teams and courses. */
    groupsOnly: z.boolean(),
  })
  .nullable()
export const localized = z.record(z.string().regex(LOCALE_PATTERN), z.string())
export const nothing = z.undefined()

export const THEMES = ['system', 'light', 'dark'] as const
export const locale = z.enum(INTERFACE_LOCALES)

/** All roles: anybody who is signed in. */
export const EVERYONE = ROLES
export { RECORD_KEEPERS, type Role }

/** The reasons why a signed-in person may do nothing yet: the screen is locked, or a given secret must be replaced. */
export const SESSION_BLOCKS = ['locked', 'must-change'] as const
export type SessionBlock = (typeof SESSION_BLOCKS)[number]

/**
 * Describes a call.
 * @param roles the roles that may make it; `null` means that nobody needs to be signed in
 * @param answersWhile the states in which a person who may do nothing else may still make this call
 * @param bytes members of the request that are a `Uint8Array`; everything else is plain data
 */
export function channel<Q extends z.ZodType, A extends z.ZodType, const R extends readonly Role[] | null>(
  request: Q,
  response: A,
  roles: R,
  answersWhile: readonly SessionBlock[] = [],
  bytes: readonly string[] = [],
) {
  return { request, response, roles, answersWhile, bytes }
}

export const person = z.object({
  id: uuid,
  name,
  number: employeeNumber,
  role: z.enum(EVERYONE),
})

export const outcome = z.enum(['hit', 'miss', 'correct-service', 'false-alarm'])
export const mode = z.enum(['assessed', 'practice'])
