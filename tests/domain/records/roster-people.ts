/** Makes rows and known people for tests of rosters. */
import type { KnownPerson, RosterRow } from '../../../src/domain/records'

/** Returns rows as they stand below the line of headings. */
export const rowsOf = (cells: readonly (readonly string[])[]): RosterRow[] =>
  cells.map((row, i) => ({ line: i + 2, cells: row }))

export const known = (number: string, rest: Partial<KnownPerson> = {}): KnownPerson => ({
  id: `id-${number}`,
  number,
  name: `Name ${number}`,
  email: null,
  team: null,
  site: null,
  managerId: null,
  role: 'trainee',
  left: false,
  ...rest,
})
