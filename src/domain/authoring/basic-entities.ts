/** Characters by the names that HTML gives them; the space that never breaks becomes a plain one. */
export const BASIC_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}
