import canonicalize from 'canonicalize'

/**
 * Writes JSON by RFC 8785, so that equal values give equal bytes wherever they are signed or verified.
 * @param value plain data: no function, no cycle, finite numbers; `undefined` members are left out
 * @throws TypeError for a value that JSON can't represent
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('This value has no JSON')
  return text
}
