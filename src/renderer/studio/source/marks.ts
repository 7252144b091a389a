/** Finds the places of issues in the text. */
import { litIn } from '../../../domain/authoring/text-place'
import type { Issue } from '../../../domain/scenario/issue'

export interface Mark {
  readonly from: number
  readonly to: number
  readonly issue: Issue
}

/** Turns a line and a column, both counted from 1, into a position. */
function placeAt(text: string, line: number, column: number): number {
  let start = 0
  for (let n = 1; n < line; n++) {
    const next = text.indexOf('\n', start)
    if (next === -1) break
    start = next + 1
  }
  return Math.min(text.length, start + column - 1)
}

/**
 * Makes marks for issues.
 * @param text as the editor shows it
 * @param issues the issues of this very text
 * @param broken true if the text is not valid JSON; its issues then name a line
 */
export function marksFor(text: string, issues: readonly Issue[], broken: boolean): Mark[] {
  const lit = broken ? undefined : litIn(text)
  return issues
    .map((issue): Mark => {
      const { line, column } = issue.params as { readonly line?: unknown; readonly column?: unknown }
      if (typeof line === 'number' && typeof column === 'number') {
        const at = placeAt(text, line, column)
        const end = text.indexOf('\n', at)
        const to = Math.max(at, Math.min(end === -1 ? text.length : end, at + 80))
        // At the end of the text, the character before is marked.
        return to > at ? { from: at, to, issue } : { from: Math.max(0, at - 1), to: at, issue }
      }
      const { from, to } = lit ? lit(issue.keys.path) : { from: 0, to: Math.min(1, text.length) }
      return { from, to, issue }
    })
    .toSorted((one, other) => one.from - other.from)
}
