import type { CompiledScenario } from '../domain/run'
import { pathOf, type Issue } from '../domain/scenario/issue'
import type { SayIssue } from '../texts/sentences'
import { readScenario } from './files'

/** An issue for whoever reads JSON: as it is, with its JSON path and its sentence. */
export type ToldIssue = Pick<Issue, 'code' | 'severity' | 'keys' | 'params'> & {
  readonly path: string
  readonly message: string
}

export const told = (issues: readonly Issue[], say: SayIssue): ToldIssue[] =>
  issues.map((issue) => {
    const { code, severity, keys, params } = issue
    return { code, severity, path: pathOf(issue), message: say(issue), keys, params }
  })

/** Issues as lines of a terminal. */
export const lines = (issues: readonly Issue[], say: SayIssue): string =>
  told(issues, say)
    .map(({ severity, code, message, path }) => `  ${severity} ${code}\n    ${message}\n    ${path}`)
    .join('\n')

/** What a command prints, and with which exit code it ends. */
export interface Answer {
  readonly code: number
  readonly json: unknown
  readonly text: string
}

/** Reads a scenario that can be played, or says why it can't. */
export function compiledOr(file: string, say: SayIssue): CompiledScenario | Answer {
  const { compiled, issues } = readScenario(file)
  return (
    compiled ?? {
      code: 1,
      json: { ok: false, file, issues: told(issues, say) },
      text: `BAD ${file}\n${lines(issues, say)}`,
    }
  )
}
