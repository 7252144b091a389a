/** Something wrong with a scenario, so that the Studio, the command line and an editor can all point at the place. */
export interface Issue {
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** JSON path of the place: `$.machine.states.offer.on.take-it.target`. */
  readonly path: string
  /** A sentence that a trainer understands. */
  readonly message: string
}

/** Keys and indexes as a JSON path. Keys that are no plain word are quoted. */
export function jsonPath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    const word = String(key)
    return /^[A-Za-z_$][\w$-]*$/.test(word) ? `${path}.${word}` : `${path}[${JSON.stringify(word)}]`
  }, '$')
}

export const error = (code: string, keys: readonly PropertyKey[], message: string): Issue => ({
  code,
  severity: 'error',
  path: jsonPath(keys),
  message,
})

export const warning = (code: string, keys: readonly PropertyKey[], message: string): Issue => ({
  ...error(code, keys, message),
  severity: 'warning',
})

export const hasErrors = (issues: readonly Issue[]): boolean =>
  issues.some((issue) => issue.severity === 'error')
