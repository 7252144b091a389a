import type { TakenText, TakePlan } from './take-texts'

type Members = Record<string | number, unknown>

const changedAt = (
  value: unknown,
  path: readonly (string | number)[],
  to: string,
  words: string,
): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return { ...(value as Members), [to]: words }
  const inner = changedAt((value as Members)[key], rest, to, words)
  if (Array.isArray(value)) return value.with(Number(key), inner)
  return { ...(value as Members), [key]: inner }
}

/** Returns the texts that a plan puts into a document. */
export const textsToPut = ({ added, changed }: TakePlan): readonly TakenText[] => [...added, ...changed]

/**
 * Puts translations into a document.
 * @param document the document for which the plan was made; it is not changed
 * @returns the document with the translations; the same object if there are none
 */
export const putTexts = (document: unknown, plan: TakePlan): unknown =>
  textsToPut(plan).reduce((next, { path, after }) => changedAt(next, path, plan.to, after), document)
