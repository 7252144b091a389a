import type { Statement } from '../../domain/xapi'

/** Compares a statement in the store with ours, in the parts that stores leave unchanged. */
export function sameStatement(ours: Statement, theirs: unknown): boolean {
  const other = theirs as Partial<Statement> | null | undefined
  const facts = (statement: Partial<Statement> | null | undefined) =>
    JSON.stringify([
      statement?.actor?.account?.homePage,
      statement?.actor?.account?.name,
      statement?.verb?.id,
      statement?.object?.id,
      statement?.result?.success ?? null,
      statement?.result?.score?.raw ?? null,
      statement?.context?.registration ?? null,
      Date.parse(statement?.timestamp ?? ''),
    ])
  return facts(ours) === facts(other)
}
