import { documentTexts } from '../../../domain/authoring/document-texts'
import { TO_WRITE } from '../../../domain/scenario/unwritten'
import type { DocumentKind } from '../../../domain/authoring/document'
import { FACTS, LOCALES } from '../../i18n'
import { put } from '../acts'

/** Languages that people are likely to write in. Those of the interface come first. */
const MORE =
  'ar bg bn cs da de el es et fa fi fil he hi hr hu id it ja ko lt lv ms nl no pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi zh'.split(
    ' ',
  )

export const LANGUAGES: readonly string[] = [...LOCALES, ...MORE]

/** Returns the name of a language in the language of the page. */
export function languageName(language: string, locale: string): string {
  const own: string | undefined = (FACTS as Readonly<Record<string, { readonly name: string }>>)[language]
    ?.name
  if (own !== undefined) return own
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}

/** Adds a language to a document. Only the title is added; the other texts follow later. */
export const addLanguage = (document: Record<string, unknown>, language: string): void =>
  put(document, ['title', language], TO_WRITE)

/** Returns the texts that have words in this language and in another one. A text in this language alone is left out. */
const textsIn = (kind: DocumentKind, document: unknown, language: string) =>
  documentTexts(kind, document).filter(
    ({ words }) => words && Object.hasOwn(words, language) && Object.keys(words).length > 1,
  )

export const countIn = (kind: DocumentKind, document: unknown, language: string): number =>
  textsIn(kind, document, language).length

/** Removes a language from every text of a document. */
export function removeLanguage(
  document: Record<string, unknown>,
  kind: DocumentKind,
  language: string,
): void {
  for (const { path } of textsIn(kind, document, language)) put(document, [...path, language], undefined)
}
