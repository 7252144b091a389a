import { z } from 'zod'

/** In characters. Texts longer than this are refused wherever documents are read. */
const LONGEST_TEXT = 16 * 1024 * 1024
const DEEPEST_PATH = 64

const patchSchema = z
  .strictObject({
    op: z.enum(['add', 'replace', 'remove']),
    path: z
      .array(z.union([z.string().max(1000), z.number().int().min(0)]))
      .max(DEEPEST_PATH)
      .readonly(),
    value: z.unknown().optional(),
  })
  .refine(({ op, value }) => op === 'remove' || value !== undefined, { path: ['value'] })

/** The act behind an entry, as a code and the values of its sentence. */
export const editLabelSchema = z.strictObject({
  code: z.string().min(1).max(100),
  params: z.record(z.string().max(100), z.union([z.string().max(2000), z.number()])).optional(),
})

const entry = {
  n: z.number().int().min(1),
  at: z.iso.datetime(),
  by: z.string().max(200).optional(),
}
const patches = z.array(patchSchema).max(50_000).readonly()

/** Checks an entry of a journal that was read from the disk or that came from the window. */
export const journalEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...entry, kind: z.literal('edit'), label: editLabelSchema, patches, inverse: patches }),
  z.strictObject({ ...entry, kind: z.literal('undo') }),
  z.strictObject({ ...entry, kind: z.literal('redo') }),
  z.strictObject({
    ...entry,
    kind: z.literal('restore'),
    to: z.number().int().min(0),
    label: editLabelSchema.optional(),
  }),
  z.strictObject({
    ...entry,
    kind: z.literal('text'),
    text: z.string().max(LONGEST_TEXT),
    label: editLabelSchema.optional(),
  }),
  z.strictObject({
    ...entry,
    kind: z.literal('typed'),
    splices: z
      .array(
        z.strictObject({
          at: z.number().int().min(0),
          cut: z.number().int().min(0),
          put: z.string().max(LONGEST_TEXT),
        }),
      )
      .min(1)
      .max(50_000)
      .readonly(),
    label: editLabelSchema.optional(),
  }),
])

/** Checks the text with which a journal begins. */
export const journalBaseSchema = z.strictObject({
  text: z.string().max(LONGEST_TEXT),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: entry.at.optional(),
  by: entry.by,
})
