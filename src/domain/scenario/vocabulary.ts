/**
 * The closed vocabularies of the scenario language. A word that is not in one of these lists is refused by the
 * parser; adding a word is a change of the format's documentation as well.
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

/** How a contact ended. `abandoned` means that the trainee let it lapse. */
export const DISPOSITIONS = ['complied', 'refused', 'verified', 'reported', 'served', 'abandoned'] as const

/** What a step can do. */
export const ACTIONS = ['assess', 'raise', 'lower', 'count', 'disclose', 'spend'] as const
/** What a step can depend on. */
export const GUARDS = ['when'] as const

/** Number of cues and fit of the premise, the two inputs of the difficulty rating. */
export const CUE_AMOUNTS = ['many', 'some', 'few'] as const
export const PREMISE_FITS = ['low', 'medium', 'high'] as const

/** What `desk.kind` shows in the record tab: the customers served, colleagues (a helpdesk), or one's own account. */
export const DESK_KINDS = ['customers', 'staff', 'own-account'] as const

/** Where the team lead is. */
export const LEAD_STATES = ['at-desk', 'busy', 'away'] as const

/** Placeholders that a text may use, whatever the scenario. */
export const PLACEHOLDERS = ['trainee', 'organisation'] as const

export type LeadState = (typeof LEAD_STATES)[number]
export type Role = (typeof ROLES)[number]
export type Truth = (typeof TRUTHS)[number]
export type Channel = (typeof CHANNELS)[number]
export type Tactic = (typeof TACTICS)[number]
export type Competency = (typeof COMPETENCIES)[number]
export type Disposition = (typeof DISPOSITIONS)[number]

/** Event names that the run uses itself and that no choice may take. */
export const TIMEOUT_EVENT = 'timeout'

/** The entry of a log in which somebody left a contact before its end. No choice can have this name: it is no id. */
export const LEFT_EVENT = '@left'

/** The speaker of a beat that nobody says: what happens in the room or on the screen. */
export const NARRATOR = 'narrator'

/** Shape of every id in a scenario. A dot in a state key would break XState's lookup. */
export const ID_PATTERN = /^[a-z][a-z0-9-]*$/

/** Ids that have the right shape and still must not pass, because JavaScript or the run gives them a meaning. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(['constructor', 'prototype', TIMEOUT_EVENT])

/** The newest scenario format that this program reads and the one that it writes. */
export const FORMAT = 2
