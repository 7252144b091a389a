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
 * Something wrong with a scenario, a course or a test plan. It holds no words: the sentence for a code is a text like
 * any other, so that the Studio, the command line and an editor say it in the language of whoever reads it.
 */
export type Issue = { [C in IssueCode]: IssueOf<C> }[IssueCode]

/** An issue as a check finds it, before the names of its place are looked up in the document. */
export type Fault = {
  [C in IssueCode]: Omit<IssueOf<C>, 'keys'> & { readonly path: readonly PropertyKey[] }
}[IssueCode]

/** The JSON path of an issue's place: `$.machine.states.offer.on.take-it.target`. */
export const pathOf = (issue: Issue): string => jsonPath(issue.keys.path)

export const error = <C extends IssueCode>(
  code: C,
  path: readonly PropertyKey[],
  ...[params]: Record<never, never> extends IssueParams[C] ? [] : [IssueParams[C]]
): Fault => ({ code, severity: 'error', path, params: params ?? {} }) as Fault

export const warning = <C extends IssueCode>(
  code: C,
  path: readonly PropertyKey[],
  ...params: Record<never, never> extends IssueParams[C] ? [] : [IssueParams[C]]
): Fault => ({ ...error(code, path, ...params), severity: 'warning' })

/**
 * Names the place of each fault.
 * @param document what the faults were found in, however broken; `undefined` for a text that could not be read
 * @param mended what `mend` made of it, where that is known
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

/**
 * Orders issues for somebody who mends a file.
 * @returns errors before warnings, each in the order in which they were found
 */
export const gravestFirst = (issues: readonly Issue[]): Issue[] =>
  (['error', 'warning'] as const).flatMap((wanted) => issues.filter(({ severity }) => severity === wanted))

export const hasErrors = (issues: readonly { readonly severity: Issue['severity'] }[]): boolean =>
  issues.some((issue) => issue.severity === 'error')
