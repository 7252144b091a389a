/** Two people, two computers or another program at one document: what each made of it, brought together. */
import type { Change } from '../../domain/authoring/change-of'
import { compare } from '../../domain/authoring/compare'
import type { PartSchema } from '../../domain/authoring/key-order'
import { merge, type ChooseSide, type Conflict } from '../../domain/authoring/merge'
import { readJson } from '../../domain/scenario/json-text'

/** What somebody else made of the document. */
export interface Meeting {
  /** Another trainer's acts in the same draft, or a file that another program wrote. */
  readonly from: 'draft' | 'file'
  /** Who it was, where that is known. */
  readonly who: string | undefined
  /** What both began with, and what became of it; values of JSON. */
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
  /** What they changed, in words that are still to be chosen. */
  readonly changes: readonly Change[]
  readonly conflicts: readonly Conflict[]
}

/** What was brought together, for a notice. */
export interface Joined {
  readonly who: string | undefined
  readonly changes: readonly Change[]
  /** The number of the last act that both knew. */
  readonly before: number
}

interface Sides {
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

/** @returns nothing where one of the sides can't be read */
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

/** Both sides together, by the sides that were chosen where they touch. */
export const together = ({ base, mine, theirs }: Meeting, schema: PartSchema, choose?: ChooseSide): unknown =>
  merge(base, mine, theirs, schema, choose).value

/** The value of a text; `undefined` of one that is no JSON. */
export function valueOf(text: string): unknown {
  const read = readJson(text)
  return read.ok ? read.raw : undefined
}
