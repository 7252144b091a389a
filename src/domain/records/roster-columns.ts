/** The columns that a roster may have, and which of a file’s columns holds each. */
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

/** Which column, counted from 0, holds a field; `null` when the file does not have it. */
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
 * What a mapping lacks before a plan can be made of it; `undefined` when it is whole. One half of a name is not enough:
 * whoever has one name alone has it in a column that can be called the whole name.
 */
export function missingColumn(mapping: RosterMapping): 'number' | 'name' | undefined {
  if (mapping.number === null) return 'number'
  return mapping.name === null && (mapping.firstName === null || mapping.lastName === null)
    ? 'name'
    : undefined
}
