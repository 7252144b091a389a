import type { DocumentKind } from '../../domain/authoring/document'
import { unwrap } from '../api'
import { loadTexts } from '../i18n'
import { localeFor } from '../../texts/translate'
import { isUnwritten } from '../../domain/scenario/unwritten'
import { idFor } from './acts'

type Texts = Readonly<Record<string, string>>

/** Finds an id for a copy that no document of this kind has. */
async function freeCopyId(kind: DocumentKind, id: string): Promise<string> {
  const { documents } = await unwrap(window.api.studio.list())
  const taken = new Set(documents.filter((row) => row.kind === kind).map((row) => row.id))
  return idFor(`${id.slice(0, 24)}-copy`, taken, 'copy')
}

/**
 * Makes a copy beside a document.
 * @param text the copy's text, if it differs from the saved document
 * @returns the copy's id and title
 */
export async function makeCopy(
  { kind, id, title }: { readonly kind: DocumentKind; readonly id: string; readonly title: Texts },
  text?: string,
): Promise<{ readonly id: string; readonly title: Texts }> {
  const as = await freeCopyId(kind, id)
  // Each language has its own words for “copy”.
  const names = await Promise.all(
    Object.entries(title).map(async ([language, words]) => {
      const t = await loadTexts(localeFor(language), 'studio')
      return [language, isUnwritten(words) ? words : t('copy.title', { title: words })] as const
    }),
  )
  const own = names.length > 0 ? Object.fromEntries(names) : { en: as }
  await unwrap(window.api.studio.duplicate({ kind, id, as, title: own }))
  if (text !== undefined) {
    // The list of documents makes copies too, and needs none of what reads and writes their texts.
    const { called } = await import('./called')
    const made = await unwrap(window.api.studio.open({ kind, id: as }))
    if (made.outcome !== 'opened') throw new Error(made.fault.code)
    const { length: n } = made.journal.entries
    const whole = {
      n: n + 1,
      at: new Date().toISOString(),
      kind: 'text' as const,
      text: called(text, kind, id, as, own),
    }
    await unwrap(window.api.studio.append({ kind, id: as, after: n, entries: [whole] }))
    await unwrap(window.api.studio.close({ kind, id: as }))
  }
  return { id: as, title: own }
}
