import { MENDABLE } from '../src/domain/authoring/fixes'
import type { IssueCode } from '../src/domain/scenario/issue'
import { FIRST, messagesOf } from './texts'

/** Returns the codes of all issues, by name. The types of the texts ensure that each has a sentence. */
const codesIn = (folder: string): IssueCode[] => {
  const names = Object.keys(messagesOf(folder, FIRST, 'issues')).map((key) => key.split('.')[0] as IssueCode)
  return [...new Set(names)].sort()
}

const fixOf = (code: IssueCode): string => (MENDABLE.has(code) ? 'yes' : 'no')

/**
 * Makes the page that explains every check to people who write scenarios.
 * @param folder the folder of the texts; the page uses the same explanations as the program
 */
export function checksPage(folder: string): string {
  const words = messagesOf(folder, FIRST, 'checks')
  const codes = codesIn(folder)
  const rows = codes.map((code) => `| [${code}](#${code}) | ${words[`${code}.name`]!} | ${fixOf(code)} |`)
  const parts = codes.map((code) =>
    [
      `### ${code}`,
      `${words[`${code}.name`]!}.`,
      `**Why it matters.** ${words[`${code}.why`]!}`,
      `**How to mend it.** ${words[`${code}.mend`]!}`,
      MENDABLE.has(code)
        ? '**Quick fix.** Where it is plain what is meant, the Studio mends it at once.'
        : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  )
  return `<!-- Written by \`npm run generate\` from src/texts/${FIRST}/checks.json. -->

# What the checks find

For whoever writes scenarios, courses and floors. Each thing that can be wrong has a code, which the Studio and \`htl validate\` show beside their sentence. Here stands what it means, why it matters to trainees, and how to mend it. \`htl validate FILE\` checks a file; what a proof finds comes from \`htl prove FILE\`.

${table(['Code', 'What it means', 'Quick fix'], rows)}

## One by one

${parts.join('\n\n')}
`
}

/** Writes a table as the formatter does. */
function table(heads: readonly string[], rows: readonly string[]): string {
  const cells = [heads, ...rows.map((row) => row.slice(2, -2).split(' | '))]
  const widths = heads.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)))
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n')
}
