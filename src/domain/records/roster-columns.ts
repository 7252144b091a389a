/** The fields that the columns of a roster can hold. */
export const ROSTER_FIELDS = [
  'number',
  'name',
  'firstName',
  'lastName',
  'email',
  'team',
  'site',
  'manager',
  'status',
] as const
export type RosterField = (typeof ROSTER_FIELDS)[number]

/** The fields whose cells spreadsheets merge for a group of people. */
export const ROSTER_GROUPS = ['team', 'site', 'manager'] as const satisfies readonly RosterField[]
export type RosterGroup = (typeof ROSTER_GROUPS)[number]

/** The column of each field, counted from 0; `null` if the file does not have it. */
export type RosterMapping = Readonly<Record<RosterField, number | null>>

export const NO_COLUMNS: RosterMapping = {
  number: null,
  name: null,
  firstName: null,
  lastName: null,
  email: null,
  team: null,
  site: null,
  manager: null,
  status: null,
}

/**
 * Returns the field that a mapping lacks for a plan; `undefined` if the mapping is complete. Half a name is not enough:
 * a column with single names can be chosen as the full name.
 */
export function missingColumn(mapping: RosterMapping): 'number' | 'name' | undefined {
  if (mapping.number === null) return 'number'
  return mapping.name === null && (mapping.firstName === null || mapping.lastName === null)
    ? 'name'
    : undefined
}
