/** The vocabulary of our statements: terms of others, and our own terms with their labels. */
import type { LanguageMap } from './types'

/**
 * The base of all names of our own. It is a name and need not answer. It must never change, because record stores tell
 * statements apart by it.
 */
export const XAPI_BASE = 'https://w3id.org/hold-the-line/xapi'

/** The profile as a whole. `PROFILE_VERSION` is the version that today's statements follow. */
export const PROFILE = `${XAPI_BASE}/profile`
export const PROFILE_VERSION = `${PROFILE}/v1`
export const PROFILE_MADE_AT = '2026-11-28T00:00:00.000Z'

const words = (en: string, fr: string): LanguageMap => ({ en, fr })

export interface Term {
  readonly id: string
  readonly label: LanguageMap
  readonly definition: LanguageMap
}

/** Verbs that others have defined. cmi5 uses the first five of them, so that the profile may not define them again. */
export const VERBS = {
  initialized: { id: 'http://adlnet.gov/expapi/verbs/initialized', display: words('started', 'a commencé') },
  completed: { id: 'http://adlnet.gov/expapi/verbs/completed', display: words('completed', 'a terminé') },
  passed: { id: 'http://adlnet.gov/expapi/verbs/passed', display: words('passed', 'a réussi') },
  failed: { id: 'http://adlnet.gov/expapi/verbs/failed', display: words('did not pass', 'n’a pas réussi') },
  attempted: {
    id: 'http://adlnet.gov/expapi/verbs/attempted',
    display: words('practised', 's’est exercé à'),
  },
  voided: { id: 'http://adlnet.gov/expapi/verbs/voided', display: words('voided', 'a annulé') },
  earned: { id: 'http://id.tincanapi.com/verb/earned', display: words('earned', 'a obtenu') },
  revoked: {
    id: `${XAPI_BASE}/verbs/had-revoked`,
    display: words('had revoked', 's’est vu retirer'),
  },
  superseded: {
    id: `${XAPI_BASE}/verbs/had-superseded`,
    display: words('had replaced', 'a vu remplacer'),
  },
} as const

export type VerbName = keyof typeof VERBS

export const OWN_VERBS: readonly Term[] = [
  {
    id: VERBS.revoked.id,
    label: VERBS.revoked.display,
    definition: words(
      'The organisation withdrew the actor’s certificate before its last day. That it was earned stays true.',
      'L’organisation a retiré le certificat de l’acteur avant sa date de fin. Il reste vrai qu’il avait été obtenu.',
    ),
  },
  {
    id: VERBS.superseded.id,
    label: VERBS.superseded.display,
    definition: words(
      'The actor’s certificate was issued anew, as after a change of name. Another one with the same last day took its place; nothing was withdrawn.',
      'Le certificat de l’acteur a été délivré à nouveau, par exemple après un changement de nom. Un autre, avec la même date de fin, l’a remplacé ; rien n’a été retiré.',
    ),
  },
]

export const ACTIVITY_TYPES = {
  scenario: 'http://adlnet.gov/expapi/activities/simulation',
  course: 'http://adlnet.gov/expapi/activities/course',
  profile: 'http://adlnet.gov/expapi/activities/profile',
  certificate: `${XAPI_BASE}/activity-types/certificate`,
} as const

export const OWN_ACTIVITY_TYPES: readonly Term[] = [
  {
    id: ACTIVITY_TYPES.certificate,
    label: words('certificate', 'certificat'),
    definition: words(
      'A certificate of one person for one passed course, with a last day of validity.',
      'Le certificat d’une personne pour une formation réussie, avec une date de fin de validité.',
    ),
  },
]

/** Terms of cmi5, used because they mean exactly what we need. */
export const CMI5 = {
  masteryScore: 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore',
  sessionId: 'https://w3id.org/xapi/cmi5/context/extensions/sessionid',
} as const

const extension = (name: string) => `${XAPI_BASE}/extensions/${name}`

/** Our extensions by their names in the domain. */
export const EXTENSIONS = {
  truth: extension('truth'),
  tactics: extension('tactics'),
  channel: extension('channel'),
  mode: extension('mode'),
  round: extension('round'),
  scoringVersion: extension('scoring-version'),
  scenarioHash: extension('scenario-sha256'),
  disposition: extension('disposition'),
  outcome: extension('outcome'),
  flags: extension('flags'),
  competencies: extension('competencies'),
  detection: extension('detection'),
  rule: extension('rule'),
  contacts: extension('contacts'),
  validUntil: extension('valid-until'),
  replaces: extension('replaces'),
} as const

export type ExtensionName = keyof typeof EXTENSIONS
