import type { ChangeNames } from '../../../texts/change-words'
import { textHook, useLocale } from '../../i18n'
import { useNames } from '../form/use-names'
import { at } from '../outline'
import { useWords } from '../words'

export const useCompareText = textHook('studio-compare')

/** @returns the title of a scene, or its path if it has none */
export function sceneTitle(document: unknown, scene: string, words: (text: unknown) => string): string {
  const path = scene.split('.').flatMap((id) => ['states', id])
  return words(at(document, ['machine', ...path, 'meta', 'title'])) || scene
}

/** Returns the name of a language for use in a sentence; its tag if it is unknown. */
export function languageIn(languages: Intl.DisplayNames, tag: string): string {
  try {
    return languages.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** Returns names for the parts of a document, as its forms have them. */
export function useChangeNames(document: unknown): ChangeNames {
  const { labelOf, wordFor } = useNames('')
  const words = useWords()
  const languages = new Intl.DisplayNames([useLocale()], { type: 'language' })
  return {
    property: (path) =>
      path
        .split(/[.[\]]+/)
        .filter((key) => key !== '' && key !== 'meta')
        .map(labelOf)
        .join(' › '),
    value: wordFor,
    language: (tag) => languageIn(languages, tag),
    // A target names its scene by the path after the scenario's id, or as a neighbour.
    scene: (target) => sceneTitle(document, target.replace(/^#[^.]*\.|^\./, ''), words),
  }
}
