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
] as const
export type RosterField = (typeof ROSTER_FIELDS)[number]

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
