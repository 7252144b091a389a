/** A group of names and values, as JSON writes it in '{ }'. */
export type Members = Readonly<Record<string, unknown>>

/** Returns true for a group of names and values; false for a list, `null` and single values. */
export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns the members of a group; none for any other value. */
export const membersOf = (value: unknown): Members => (isMembers(value) ? value : {})
