import type { IssueParams } from './issue-params'
import { jsonPath } from './json-path'
import { placeOf, textsAt, type Place } from './place'

export type IssueCode = keyof IssueParams

interface IssueOf<C extends IssueCode> {
  readonly code: C
  readonly severity: 'error' | 'warning'
  readonly keys: Place
  readonly params: IssueParams[C]
}

/**
 * A fault of a scenario, a course or a test plan. It holds no sentence: the sentence of a code is a text like any
 * other, so that the Studio, the command line and an editor can show it in any language.
 */
export type Issue = { [C in IssueCode]: IssueOf<C> }[IssueCode]

/** An issue as a check finds it, before the ids of its place are looked up in the document. */
export type Fault = {
  [C in IssueCode]: Omit<IssueOf<C>, 'keys'> & { readonly path: readonly PropertyKey[] }
}[IssueCode]

/** Returns the JSON path of an issue's place, such as `$.machine.states.offer.on.take-it.target`. */
export const pathOf = (issue: Issue): string => jsonPath(issue.keys.path)

/**
 * Makes a fault that prevents a scenario from being played or published.
 * @param path keys from the root of the document to the place
 * @param params the values of the code's sentence, if it has some
 */
export const error = <C extends IssueCode>(
  code: C,
  path: readonly PropertyKey[],
  ...[params]: Record<never, never> extends IssueParams[C] ? [] : [IssueParams[C]]
): Fault => ({ code, severity: 'error', path, params: params ?? {} }) as Fault

/** Makes a fault that does not prevent playing, with the parameters of `error`. */
export const warning = <C extends IssueCode>(
  code: C,
  path: readonly PropertyKey[],
  ...params: Record<never, never> extends IssueParams[C] ? [] : [IssueParams[C]]
): Fault => ({ ...error(code, path, ...params), severity: 'warning' })

/**
 * Looks up the ids of each fault's place.
 * @param document the document with the faults, however broken; `undefined` for a text that could not be read
 * @param mended the result of `mend` for it, if known
 */
export function issuesOf(faults: readonly Fault[], document: unknown, mended?: unknown): Issue[] {
  if (faults.length === 0) return []
  const paths = faults.map(({ path }) => path)
  const texts = textsAt(paths, document, mended)
  return faults.map(
    ({ code, severity, path, params }) =>
      ({ code, severity, keys: placeOf(path, document, texts), params }) as Issue,
  )
}

/** Orders issues by severity: errors before warnings, each in the order in which they were found. */
export const gravestFirst = (issues: readonly Issue[]): Issue[] =>
  (['error', 'warning'] as const).flatMap((wanted) => issues.filter(({ severity }) => severity === wanted))

/** Tells whether one of the issues is an error. */
export const hasErrors = (issues: readonly { readonly severity: Issue['severity'] }[]): boolean =>
  issues.some((issue) => issue.severity === 'error')
