import { FACTS, textHook, useLocalized, type Locale } from '../i18n'
import { isUnwritten } from '../../domain/scenario/unwritten'
import { membersOf } from '../../domain/scenario/members'

export const useStudioText = textHook('studio')
export const usePlanText = textHook('studio-plans')
export const useProofText = textHook('studio-proof')
export const useMapText = textHook('studio-map')
export const useCommandText = textHook('studio-commands')
export const useSearchText = textHook('studio-search')
export const useFieldText = textHook('studio-fields')
export const useFixText = textHook('studio-fixes')
export const useGuideText = textHook('studio-guide')
export const useMediaText = textHook('studio-media')
export const useReviewText = textHook('studio-review')
export const useCheckText = textHook('checks')
export const useSourceText = textHook('studio-source')

/**
 * Returns a function that gives a document's text in the page's language, or in another one while it is still to be
 * written there; empty if there is none.
 */
export function useWords(): (text: unknown) => string {
  const localized = useLocalized()
  return (text) => {
    if (typeof text === 'string') return text
    const texts = Object.entries(membersOf(text)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    const written = texts.filter(([, words]) => !isUnwritten(words))
    return texts.length === 0 ? '' : localized(Object.fromEntries(written.length > 0 ? written : texts))
  }
}

/** Returns the name that a language has for itself; its tag if the program does not know the language. */
export const languageName = (language: string): string => FACTS[language as Locale]?.name ?? language
