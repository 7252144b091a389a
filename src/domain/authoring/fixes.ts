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

/** The issue codes that have a quick fix. An issue with such a code may still have none at its place. */
export const MENDABLE: ReadonlySet<IssueCode> = new Set(
  TABLES.flatMap((table) => Object.keys(table) as IssueCode[]),
)

/** A fix needs these facts beside the document. */
export interface FixFacts {
  /**
   * Finds all issues of a document as if it were opened: `openScenario` with the facts of its file. Each fix is put to
   * it, so that no fix is offered which mends nothing or breaks something else.
   */
  readonly check: (document: unknown) => readonly Issue[]
  /** The floor that the document stands on, if it names one. */
  readonly floor?: Floor | undefined
  /** The name of the document's file, without a folder. */
  readonly file?: string | undefined
}

/** Issues with these codes mean that a document does not fit its schema. They can hide any other issue. */
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
/** Checks look for issues with these codes only where every target leads somewhere. */
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

/**
 * Returns a test for codes whose issues an existing issue could have hidden. An issue with such a code may have been
 * there before the fix.
 */
function unseenIn(issues: readonly Issue[]): (code: IssueCode) => boolean {
  const shape = issues.some(({ code }) => OF_SHAPE.has(code) || code === 'unknown-floor')
  const astray = issues.some(({ code }) => code === 'dangling-target' || code === 'dangling-initial')
  const errors = hasErrors(issues)
  return (code) => {
    if (OF_WAY.has(code)) return shape || astray || (errors && code.startsWith('endless'))
    return shape && !OF_SHAPE.has(code)
  }
}

/**
 * Judges a fix by the issues before and after it. `all`: the issue is gone and no other appeared. `perhaps`: other
 * issues appeared, but each of them could have been hidden before. `no`: the issue is still there, or the fix brings a
 * new one.
 */
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
 * Computes the quick fixes that an author can choose from for an issue.
 * @param document the parsed text of the document, however broken
 * @param issue an issue that `facts.check` finds in it
 * @returns edits, the best way first; an empty list where only the author can know what is meant. Each edit removes the
 *   issue and brings no other, as far as that can be seen in a broken document.
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
