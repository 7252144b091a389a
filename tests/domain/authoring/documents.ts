import fc from 'fast-check'
import { create } from 'mutative'
import type { JournalEntry, JournalFold } from '../../../src/domain/authoring/journal'
import type { Edit, Patch } from '../../../src/domain/authoring/patch'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** Generates JSON with names that cause trouble, and lists in which edits can move entries. */
export const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc.constantFrom<Json>(null, true, 0, 1, 'a', 'ü', ''),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', '0', '10', 'länge', 'length', 'constructor'), tie('value'), {
      maxKeys: 5,
      noNullPrototype: true,
    }),
  ),
})).value

/** A random change to a document. The numbers choose its place. */
export const change = fc.record({ seed: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), value: json })
export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function mutate(draft: unknown, { seed, value }: Change): void {
  let here = draft as Record<string, unknown> | unknown[]
  for (const step of seed.slice(0, 4)) {
    const inner = Object.values(here).filter((one) => typeof one === 'object' && one !== null)
    if (inner.length === 0 || step % 3 === 0) break
    here = inner[step % inner.length] as typeof here
  }
  const [kind, at] = [seed[5]! % 3, seed[6]!]
  if (Array.isArray(here)) {
    if (kind === 0 || here.length === 0) here.splice(at % (here.length + 1), 0, value)
    else if (kind === 1) here.splice(at % here.length, 1 + (seed[7]! % 2))
    else here[at % here.length] = value
    return
  }
  const names = Object.keys(here)
  if (kind === 0 || names.length === 0) here[`n${at % 5}`] = value
  else if (kind === 1) delete here[names[at % names.length]!]
  else here[names[at % names.length]!] = value
}

/** Makes an edit as a window does, with the same library. */
export function editOf(document: unknown, one: Change): { readonly after: unknown; readonly edit: Edit } {
  const inside = create({ document } as { document: unknown }, (draft) => mutate(draft.document, one), {
    enablePatches: true,
  })
  const [after, patches, inverse] = inside as unknown as [{ document: unknown }, Patch[], Patch[]]
  // Copies patches as sending them to main and reading them from the disk does. The first key is the frame around the
  // document.
  const plain = (list: Patch[]) =>
    (JSON.parse(JSON.stringify(list)) as Patch[]).map((patch) => ({ ...patch, path: patch.path.slice(1) }))
  return {
    after: after.document,
    edit: { label: { code: 'test' }, patches: plain(patches), inverse: plain(inverse) },
  }
}

export const AT = '2026-11-28T20:00:00.000Z'

/** A random act in an open document. */
export const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), change }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), to: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      text: fc.oneof(
        json.map((value) => JSON.stringify(value)),
        fc.constantFrom('', '{', '{"a": 1,}', 'ü'),
      ),
    }),
  },
)
export type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** Returns the entry of an act on a journal; `undefined` if the act is not possible now. */
export function entryOf(journal: JournalFold, one: Act): JournalEntry | undefined {
  const { n: last, value, undo, redo } = journal.now
  const entry = { n: last + 1, at: AT }
  switch (one.kind) {
    case 'edit':
      return typeof value === 'object' && value !== null
        ? { ...entry, kind: 'edit', ...editOf(value, one.change).edit }
        : undefined
    case 'undo':
      return undo.length > 0 ? { ...entry, kind: 'undo' } : undefined
    case 'redo':
      return redo.length > 0 ? { ...entry, kind: 'redo' } : undefined
    case 'restore':
      return { ...entry, kind: 'restore', to: one.to % (last + 1) }
    case 'text':
      return { ...entry, kind: 'text', text: one.text }
  }
}
