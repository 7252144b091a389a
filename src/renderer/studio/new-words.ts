import { useEffect, useState } from 'react'
import { TO_WRITE } from '../../domain/scenario/unwritten'
import { LOCALES, loadTexts } from '../i18n'
import { useStudioText } from './words'

type Texts = Readonly<Record<string, string>>
type NewWord = 'outline.new-scene' | 'outline.new-ending'
type ByLanguage = Readonly<Record<string, (key: NewWord) => string>>

/**
 * Returns a word in each of these languages. A language that the program does not have gets the mark for a text that is
 * still to be written.
 */
export const wordsIn = (languages: readonly string[], key: NewWord, known: ByLanguage): Texts =>
  Object.fromEntries(
    languages.map((language) => [
      language,
      (Object.hasOwn(known, language) ? known[language] : undefined)?.(key) ?? TO_WRITE,
    ]),
  )

/** Returns functions for the names of new parts, in each of a document's languages. */
export function useNewWords(languages: readonly string[]): {
  /** Returns the word in the interface's language. */
  readonly word: (key: NewWord) => string
  readonly inEach: (key: NewWord) => Texts
} {
  const t = useStudioText()
  const [known, setKnown] = useState<ByLanguage>({})
  useEffect(() => {
    let mounted = true
    void Promise.all(
      LOCALES.map(async (locale) => [locale, await loadTexts(locale, 'studio')] as const),
    ).then((read) => mounted && setKnown(Object.fromEntries(read)))
    return () => {
      mounted = false
    }
  }, [])
  return { word: (key) => t(key), inEach: (key) => wordsIn(languages, key, known) }
}
