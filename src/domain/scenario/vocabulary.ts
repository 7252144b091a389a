/**
 * The closed vocabularies of the scenario language. The parser refuses a word that is in none of these lists. Whoever
 * adds a word must also change the documentation of the format.
 */
export { STANCES, type Stance } from './stances'
export { TOOLS, type Tool } from './tools'

export const ROLES = ['agent', 'customer', 'supervisor'] as const
export const TRUTHS = ['attack', 'legitimate'] as const
export const CHANNELS = ['chat', 'call', 'mail', 'desk'] as const

export const TACTICS = [
  'authority',
  'blackmail',
  'bribery',
  'commitment',
  'curiosity',
  'fear',
  'flattery',
  'impersonation',
  'insider-knowledge',
  'intimidation',
  'isolation',
  'liking',
  'pretext',
  'reciprocity',
  'scarcity',
  'secrecy',
  'social-proof',
  'sympathy',
  'urgency',
] as const

export const COMPETENCIES = [
  'verification',
  'data-protection',
  'integrity',
  'reporting',
  'de-escalation',
  'customer-care',
] as const

/** The dispositions in which a contact can end. `abandoned` means that the trainee let it lapse. */
export const DISPOSITIONS = ['complied', 'refused', 'verified', 'reported', 'served', 'abandoned'] as const

/** The actions that a transition or a scene can have. */
export const ACTIONS = ['assess', 'raise', 'lower', 'count', 'disclose', 'spend'] as const
/** The guards that a transition can have. */
export const GUARDS = ['when'] as const

/** The number of cues and the fit of the premise are the two inputs of the difficulty rating. */
export const CUE_AMOUNTS = ['many', 'some', 'few'] as const
export const PREMISE_FITS = ['low', 'medium', 'high'] as const

/**
 * `desk.kind` decides whose records are shown: the customers served, colleagues (a helpdesk), or the trainee's own
 * account.
 */
export const DESK_KINDS = ['customers', 'staff', 'own-account'] as const

/** The states of a team lead. */
export const LEAD_STATES = ['at-desk', 'busy', 'away'] as const

/** The placeholders that texts of every scenario may use. */
export const PLACEHOLDERS = ['trainee', 'organisation'] as const

export type LeadState = (typeof LEAD_STATES)[number]
export type Role = (typeof ROLES)[number]
export type Truth = (typeof TRUTHS)[number]
export type Channel = (typeof CHANNELS)[number]
export type Tactic = (typeof TACTICS)[number]
export type Competency = (typeof COMPETENCIES)[number]
export type Disposition = (typeof DISPOSITIONS)[number]

/** The event of a time limit. No choice may have this name. */
export const TIMEOUT_EVENT = 'timeout'

/** The log entry for leaving a contact before its end. No choice can have this name, since it is no valid id. */
export const LEFT_EVENT = '@left'

/** The speaker of a beat that nobody says: what happens in the room or on the screen. */
export const NARRATOR = 'narrator'

/** The form of every id in a scenario. A dot in a state key would break XState's lookup. */
export const ID_PATTERN = /^[a-z][a-z0-9-]*$/

/** Ids of the right form that are refused all the same, because JavaScript or the run gives them a meaning. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(['constructor', 'prototype', TIMEOUT_EVENT])

/** The newest scenario format that this program reads, and the one that it writes. */
export const FORMAT = 2
