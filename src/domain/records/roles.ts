/** The roles that a person can have, from the one that sees least to the one that may do most. */
export const ROLES = ['trainee', 'trainer', 'hr', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** The roles that keep the records: they see, export and correct what is recorded of everybody. */
export const RECORD_KEEPERS = ['hr', 'administrator'] as const satisfies readonly Role[]

/** The roles that write scenarios, courses and floors. */
export const AUTHORS = ['trainer', 'administrator'] as const satisfies readonly Role[]

/**
 * Whether somebody keeps the records of all.
 * @param role `undefined` where nobody is signed in, `null` where a record names none
 */
export const keepsRecords = (role: Role | null | undefined): boolean =>
  (RECORD_KEEPERS as readonly unknown[]).includes(role)

/** Whether somebody writes scenarios and courses. */
export const writesScenarios = (role: Role): boolean => (AUTHORS as readonly Role[]).includes(role)
