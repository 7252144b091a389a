import { callPatches } from '../../domain/authoring/called'
import type { DocumentKind } from '../../domain/authoring/document'
import { applyPatches } from '../../domain/authoring/patch'
import { rewrite } from '../../domain/authoring/rewrite'
import { readJson } from '../../domain/scenario/json-text'
import { isMembers } from '../../domain/scenario/members'
import { SCHEMAS } from './document-store'

/** Gives a text another id and title, as main does with a copy. A text that can't be read stays as it is. */
export function called(
  text: string,
  kind: DocumentKind,
  before: string,
  id: string,
  title: Readonly<Record<string, string>>,
): string {
  const read = readJson(text)
  if (!read.ok || !isMembers(read.raw)) return text
  const { patches } = callPatches(read.raw, id, before, title)
  return rewrite(text, applyPatches(read.raw, patches), SCHEMAS[kind])
}
