/** Merges changes to one document that came from two people, two computers or another program. */
import type { Change } from '../../domain/authoring/change-of'
import { compare } from '../../domain/authoring/compare'
import type { PartSchema } from '../../domain/authoring/key-order'
import { merge, type ChooseSide, type Conflict } from '../../domain/authoring/merge'
import { readJson } from '../../domain/scenario/json-text'

/** A document that somebody else has changed as well. */
export interface Meeting {
  /** `draft`: another trainer's acts on the same draft. `file`: a file that another program wrote. */
  readonly from: 'draft' | 'file'
  /** The name of the other person, if it is known. */
  readonly who: string | undefined
  /** The values from which both began, and what each made of it. */
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
  /** The changes of the other side. Their sentences are texts. */
  readonly changes: readonly Change[]
  readonly conflicts: readonly Conflict[]
}

/** Changes that were merged, for a notice. */
export interface Joined {
  readonly who: string | undefined
  readonly changes: readonly Change[]
  /** The number of the last act that both sides knew. */
  readonly before: number
  /** True if nothing was done here meanwhile, so that there was nothing to merge. */
  readonly followed: boolean
}

interface Sides {
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

/** @returns `undefined` if one of the sides can't be read */
export function meet(
  { base, mine, theirs }: Sides,
  schema: PartSchema,
  from: Meeting['from'],
  who: string | undefined,
): Meeting | undefined {
  if (base === undefined || mine === undefined || theirs === undefined) return undefined
  const { conflicts } = merge(base, mine, theirs, schema)
  return { from, who, base, mine, theirs, changes: compare(base, theirs, schema), conflicts }
}

/** Merges both sides. Where both changed the same, `choose` decides. */
export const together = ({ base, mine, theirs }: Meeting, schema: PartSchema, choose?: ChooseSide): unknown =>
  merge(base, mine, theirs, schema, choose).value

/** Parses a text; `undefined` if it is not valid JSON. */
export function valueOf(text: string): unknown {
  const read = readJson(text)
  return read.ok ? read.raw : undefined
}
