/** Marks a place in an ordered list by the values of the columns that define the order. No value is ever null. */
export type Key = readonly (string | number)[]

/** Asks for the first page, or for the rows after or before a key. */
export interface PageRequest {
  readonly from: { readonly key: Key; readonly direction: 'after' | 'before' } | null
  readonly limit: number
}

export interface Page<R> {
  readonly rows: readonly R[]
  /** The keys with which the pages before and after this one are asked for; `null` where there is none. */
  readonly before: Key | null
  readonly after: Key | null
}

/**
 * Builds the end of a query: the condition that leaves out the rows before the page, and the order. The next page costs
 * as much as the first one, and a row that was added meanwhile neither repeats nor hides another.
 * @param columns the SQL of the columns that define the order; together they are unique
 * @param descending whether all columns are sorted in descending order
 */
export function keyset(columns: readonly string[], descending: boolean, { from, limit }: PageRequest) {
  const backward = from?.direction === 'before'
  const falling = descending !== backward
  const place = `(${columns.join(', ')}) ${falling ? '<' : '>'} (${columns.map(() => '?').join(', ')})`
  return {
    condition: from ? `AND ${place}` : '',
    params: from ? from.key : [],
    /** Returns the SQL after ORDER BY, for the columns or their names. */
    order: (names: readonly string[]) =>
      `${names.map((name) => `${name} ${falling ? 'DESC' : 'ASC'}`).join(', ')} LIMIT ${limit + 1}`,
  }
}

/** Removes the extra row that shows whether there are more, and reverses a page that was read backward. */
export function pageOf<R>(
  found: readonly R[],
  { from, limit }: PageRequest,
  keyOf: (row: R) => Key,
): Page<R> {
  const more = found.length > limit
  const rows = found.slice(0, limit)
  const backward = from?.direction === 'before'
  if (backward) rows.reverse()
  const first = rows[0]
  const last = rows[rows.length - 1]
  return {
    rows,
    before: first && (backward ? more : from !== null) ? keyOf(first) : null,
    after: last && (backward || more) ? keyOf(last) : null,
  }
}
