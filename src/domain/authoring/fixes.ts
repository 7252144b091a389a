import type { Floor } from '../scenario/floor'
import { hasErrors, type Issue, type IssueCode } from '../scenario/issue'
import { editBetween } from './edit-between'
import { At, type Fixes, type FixCode, type FixParams, type Proposal } from './fixes/at'
import { FLOW_FIXES } from './fixes/flow'
import { NAME_FIXES } from './fixes/names'
import { SHAPE_FIXES } from './fixes/shape'
import { TEXT_FIXES } from './fixes/texts'
import type { Edit } from './patch'

export type { FixCode, FixParams }

const TABLES: readonly Fixes[] = [SHAPE_FIXES, NAME_FIXES, FLOW_FIXES, TEXT_FIXES]

/** Codes that a quick fix can mend; not in every place there is one. */
export const MENDABLE: ReadonlySet<IssueCode> = new Set(
  TABLES.flatMap((table) => Object.keys(table) as IssueCode[]),
)

/** What a fix needs beside the document. */
export interface FixFacts {
  /**
   * All that is wrong with a document, as it would be opened: `openScenario` with the facts of its file. What a fix
   * comes to is put to it, so that none is offered which mends nothing or breaks something else.
   */
  readonly check: (document: unknown) => readonly Issue[]
  /** The floor that the document stands on. */
  readonly floor?: Floor | undefined
  /** The name of its file, without a folder. */
  readonly file?: string | undefined
}

/** Codes that say that a document does not fit its schema; what else is wrong can't all be seen before. */
const OF_SHAPE: ReadonlySet<IssueCode> = new Set([
  'reserved-id',
  'bad-id',
  'missing',
  'unknown-key',
  'unknown-action',
  'unknown-guard',
  'wrong-type',
  'bad-value',
  'bad-rule',
])
/** What is looked for only where every target leads somewhere. */
const OF_WAY: ReadonlySet<IssueCode> = new Set([
  'unreachable-scene',
  'no-way-out',
  'no-safe-exit',
  'endless-steps',
  'endless-points',
  'too-many-situations',
])

const countOf = (issues: readonly Issue[]): Map<IssueCode, number> => {
  const counts = new Map<IssueCode, number>()
  for (const { code } of issues) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

/** Codes that could not be seen in a document, so that what comes to light was there before. */
function unseenIn(issues: readonly Issue[]): (code: IssueCode) => boolean {
  const shape = issues.some(({ code }) => OF_SHAPE.has(code) || code === 'unknown-floor')
  const astray = issues.some(({ code }) => code === 'dangling-target' || code === 'dangling-initial')
  const errors = hasErrors(issues)
  return (code) => {
    if (OF_WAY.has(code)) return shape || astray || (errors && code.startsWith('endless'))
    return shape && !OF_SHAPE.has(code)
  }
}

/** How well an issue is mended: it goes and no other comes, or what comes was perhaps there and could not be seen. */
function mending(
  code: IssueCode,
  before: readonly Issue[],
  after: readonly Issue[],
): 'all' | 'perhaps' | 'no' {
  const [had, has] = [countOf(before), countOf(after)]
  if ((has.get(code) ?? 0) >= (had.get(code) ?? 0)) return 'no'
  const come = [...has.keys()].filter((own) => has.get(own)! > (had.get(own) ?? 0))
  if (come.length === 0) return 'all'
  return come.every(unseenIn(before)) ? 'perhaps' : 'no'
}

function proposalsFor(at: At): Proposal[] {
  const { issue } = at
  return TABLES.flatMap((table) => {
    const propose = table[issue.code] as
      ((at: At, params: Issue['params']) => readonly Proposal[]) | undefined
    return propose ? [...propose(at, issue.params)] : []
  })
}

/**
 * Quick fixes: what an author can have done about an issue at once.
 * @param document the document as its text says it, however broken
 * @param issue one that `facts.check` finds in it
 * @returns edits, the best way first; none where nobody but the author can know what is meant. Each makes the issue go
 *   and brings no other, as far as that can be seen in a document that is not whole.
 */
export function fixesFor(document: unknown, issue: Issue, facts: FixFacts): Edit[] {
  const found = proposalsFor(new At(document, issue, facts.floor, facts.file))
  if (found.length === 0) return []
  const before = facts.check(document)
  const judged = found.map((own) => ({
    ...own,
    mending: mending(issue.code, before, facts.check(own.after)),
  }))
  const wanted = judged.some((own) => own.mending === 'all') ? 'all' : 'perhaps'
  return judged
    .filter((own) => own.mending === wanted)
    .map(({ label, after }) => editBetween(label, document, after))
}
