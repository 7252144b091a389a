import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/authoring/document'
import { AUTHORS } from '../../domain/records/roles'
import { LOCALE_PATTERN } from '../../domain/scenario/schema'
import { TEXTS_FAULTS, UNIT_STATES } from '../../domain/translation/texts-file'
import type { TranslationRecord } from '../../domain/translation/wordings'
import { channel, id, nothing } from './shared'

const kind = z.enum(DOCUMENT_KINDS)
const which = z.strictObject({ kind, id })
const language = z.string().regex(LOCALE_PATTERN).max(20)
const words = z.string().max(1_000_000)

const unit = z.strictObject({
  id: z.string().max(2000),
  source: words,
  target: words,
  state: z.enum(UNIT_STATES),
  note: words,
  most: z.number().optional(),
})

const texts = z.strictObject({
  kind,
  document: z.string().max(2000),
  from: z.string().max(200),
  to: z.string().max(200),
  seal: z.string().max(200),
  units: z.array(unit).max(200_000),
})

const textsFault = z.object({
  code: z.enum(TEXTS_FAULTS),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  line: z.number().optional(),
  ids: z.array(z.string()).optional(),
})

const refusedFaults = z.object({
  outcome: z.literal('refused'),
  file: z.string(),
  faults: z.array(textsFault),
})

/** The record's shape is checked where it is read from the disk. */
const record = z.custom<TranslationRecord>((value) => typeof value === 'object' && value !== null)

/** The calls about translations of documents, and about files for translators. */
export const studioTextChannels = {
  /**
   * Returns, for each translation, the words of the other languages for which it was written. The record lies beside
   * the document.
   */
  'studio.translations': channel(which, z.object({ record }), AUTHORS),
  /**
   * Adds to the record; entries of other windows and computers stay. What is guessed counts only for wordings of which
   * nothing is stored.
   */
  'studio.saveTranslations': channel(which.extend({ record, guessed: record }), z.null(), AUTHORS),
  /** Asks where to save the texts for a translator. */
  'studio.exportTexts': channel(
    z.strictObject({
      format: z.enum(['xliff', 'csv']),
      texts: texts.extend({ from: language, to: language }),
    }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), file: z.string() }),
      refusedFaults,
    ]),
    AUTHORS,
  ),
  /** Asks for a file of a translator and reads it. The window then checks whether it belongs to the open document. */
  'studio.importTexts': channel(
    nothing,
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('read'), file: z.string(), texts }),
      refusedFaults,
    ]),
    AUTHORS,
  ),
} as const
