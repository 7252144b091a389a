import canonicalize from 'canonicalize'

/**
 * JSON as RFC 8785 writes it, so that equal values give equal bytes wherever they are signed or verified.
 * @param value plain data: no function, no cycle, finite numbers; `undefined` members are left out
 * @throws TypeError for what has no JSON
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('This value has no JSON')
  return text
}
