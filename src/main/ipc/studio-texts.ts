import { basename } from 'node:path'
import type { TextsFault } from '../../domain/translation/texts-file'
import type { Dialogs } from '../files/dialogs'
import { decodeText } from '../files/decode-text'
import type { Studio } from '../studio/studio'
import type { Handlers } from './answer'

type TextHandlers = Pick<
  Handlers,
  'studio.translations' | 'studio.saveTranslations' | 'studio.exportTexts' | 'studio.importTexts'
>

export interface StudioTextNeeds {
  readonly studio: Pick<Studio, 'translations' | 'writeExport'>
  readonly dialogs: Pick<Dialogs, 'open' | 'save'>
}

const refusal = (file: string, faults: readonly TextsFault[]) => ({
  outcome: 'refused' as const,
  file,
  faults: faults.map(({ ids, ...rest }) => ({
    ...rest,
    params: { ...rest.params },
    ...(ids ? { ids: [...ids] } : {}),
  })),
})

/**
 * Answers calls about translations. The code that reads and writes files for translators is loaded when it is first
 * used.
 */
export const studioTextHandlers = ({ studio, dialogs }: StudioTextNeeds): TextHandlers => ({
  'studio.translations': async (which) => ({ record: await studio.translations.read(which) }),
  'studio.saveTranslations': async ({ kind, id, record, guessed }) => {
    await studio.translations.save({ kind, id }, record, guessed)
    return null
  },
  'studio.exportTexts': async ({ format, texts }) => {
    const { writeTexts } = await import('../../domain/translation/write-texts')
    const name = `${texts.document}-${texts.from}-${texts.to}`
    const written = writeTexts(texts, format)
    if (!written.ok) return refusal(`${name}.${format}`, written.faults)
    const path = await dialogs.save('texts', name, format)
    studio.writeExport(path, written.value)
    return { outcome: 'saved', file: basename(path) }
  },
  'studio.importTexts': async () => {
    const { LARGEST_TEXTS, readTexts } = await import('../../domain/translation/read-texts')
    const { name, bytes } = await dialogs.open('texts', LARGEST_TEXTS)
    const read = readTexts(bytes, decodeText)
    if (!read.ok) return refusal(name, read.faults)
    return { outcome: 'read', file: name, texts: { ...read.value, units: [...read.value.units] } }
  },
})
