import { withFirstVariant, type CompiledScenario } from '../domain/run'
import { error, issuesOf, pathOf, type Issue } from '../domain/scenario/issue'
import { doubleName, readJson } from '../domain/scenario/json-text'
import { isMembers } from '../domain/scenario/members'
import { loadIssueSayer, type SayIssue } from '../texts/sentences'
import type { Locale } from '../texts/generated'
import { loadTexts, type Translate } from '../texts/translate'
import { readScenario, readText, UsageError } from './files'

/** The language in which a command answers. */
export interface Language {
  readonly locale: Locale
  readonly t: Translate<'cli'>
  readonly issue: SayIssue
}

export const loadLanguage = async (locale: Locale): Promise<Language> => ({
  locale,
  t: await loadTexts(locale, 'cli'),
  issue: await loadIssueSayer(locale),
})

/** An issue for programs that read JSON: its members, its JSON path and its sentence. */
export type ToldIssue = Pick<Issue, 'code' | 'severity' | 'keys' | 'params'> & {
  readonly path: string
  readonly message: string
}

export const told = (issues: readonly Issue[], say: Pick<Language, 'issue'>): ToldIssue[] =>
  issues.map((issue) => {
    const { code, severity, keys, params } = issue
    return { code, severity, path: pathOf(issue), message: say.issue(issue), keys, params }
  })

/** Returns issues as lines of a terminal. */
export const lines = (issues: readonly Issue[], say: Language): string =>
  told(issues, say)
    .map(
      ({ severity, code, message, path }) =>
        `  ${say.t(`severity.${severity}`)} ${code}\n    ${message}\n    ${path}`,
    )
    .join('\n')

/** The output of a command, and its exit code. */
export interface Answer {
  readonly code: number
  readonly json: unknown
  readonly text: string
}

/** Reads a scenario that can be played, with its first set of variants, or says why it can't. */
export function compiledOr(file: string, say: Language): CompiledScenario | Answer {
  const { compiled, issues } = readScenario(file)
  if (compiled) return withFirstVariant(compiled)
  return {
    code: 1,
    json: { ok: false, file, issues: told(issues, say) },
    text: `${say.t('file.bad', { file })}\n${lines(issues, say)}`,
  }
}

/** A file of the program as text and as value. It need not fit its schema. */
export interface ReadDocument {
  readonly text: string
  readonly value: Readonly<Record<string, unknown>>
}

/**
 * Reads a document that need not fit its schema. A name that stands twice is a fault here too: a comparison or a
 * translator would see only one of the two, and the other would silently stay or get lost.
 * @throws UsageError that says what is wrong with the file and where, as `htl validate` says it
 */
export function documentOr(file: string, say: Language): ReadDocument {
  const read = readJson(readText(file))
  const fault = read.ok ? doubleName(read.text) : read.fault
  if (fault === undefined && read.ok && isMembers(read.raw)) return { text: read.text, value: read.raw }
  const issues = issuesOf([fault ?? error('wrong-type', [], { what: 'object' })], undefined)
  throw new UsageError(() => `${say.t('file.bad', { file })}\n${lines(issues, say)}`)
}
