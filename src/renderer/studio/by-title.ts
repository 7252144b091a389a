interface Titled {
  readonly id: string
  readonly title: unknown
}

/**
 * Sorts documents by their titles, as a language sorts them. Twins have one title and stand in the order of their ids.
 * @param words gives a title in the page's language; a document without a title is sorted by its id
 */
export function byTitle<T extends Titled>(
  rows: readonly T[],
  words: (title: unknown) => string,
  locale: string,
): T[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  return rows
    .map((row) => ({ row, title: words(row.title) || row.id }))
    .sort((a, b) => compare(a.title, b.title) || compare(a.row.id, b.row.id))
    .map(({ row }) => row)
}
