import type { TemplateKey } from '../domain/authoring/templates'
import { LOCALES, type Locale, type Texts } from './generated'
import { loadTexts, localeFor } from './translate'

type None<T extends never> = T
/** The types find a word of a template that is not written, and a word that no template has. */
export type UnwrittenWord = None<Exclude<TemplateKey, keyof Texts['studio-templates']>>
export type UnusedWord = None<Exclude<keyof Texts['studio-templates'], TemplateKey>>

/**
 * Loads the words of the templates in every language of the program. Any other language gets the words of the first
 * one.
 */
export async function loadTemplateWords(): Promise<(key: TemplateKey, language: string) => string> {
  const read = await Promise.all(
    LOCALES.map(async (locale) => [locale, await loadTexts(locale, 'studio-templates')] as const),
  )
  const byLocale = new Map<Locale, (key: TemplateKey) => string>(read)
  return (key, language) => byLocale.get(localeFor(language))!(key)
}
