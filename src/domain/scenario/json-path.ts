/** Writes keys and indexes as a JSON path. Keys that are no plain word are quoted. */
export function jsonPath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    const word = String(key)
    return /^[A-Za-z_$][\w$-]*$/.test(word) ? `${path}.${word}` : `${path}[${JSON.stringify(word)}]`
  }, '$')
}

/** Returns the value at a path; `undefined` if the document has no such place. */
export const valueAt = (document: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    document,
  )
