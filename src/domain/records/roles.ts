/** The roles that a person can have, from the one that sees least to the one that may do most. */
export const ROLES = ['trainee', 'trainer', 'hr', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** The roles that keep the records: they see, export and correct the records of everybody. */
export const RECORD_KEEPERS = ['hr', 'administrator'] as const satisfies readonly Role[]

/** The roles that write scenarios, courses and floors. */
export const AUTHORS = ['trainer', 'administrator'] as const satisfies readonly Role[]

/**
 * Returns true if a person with this role keeps the records of everybody.
 * @param role `undefined` if nobody is signed in, `null` if a record names no role
 */
export const keepsRecords = (role: Role | null | undefined): boolean =>
  (RECORD_KEEPERS as readonly unknown[]).includes(role)

/** Returns true if a person with this role writes scenarios and courses. */
export const writesScenarios = (role: Role): boolean => (AUTHORS as readonly Role[]).includes(role)
