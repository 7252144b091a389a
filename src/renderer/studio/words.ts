import { FACTS, textHook, useLocalized, type Locale } from '../i18n'
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

/** Returns a function that gives a document's text in the page's language; empty if nothing is written yet. */
export function useWords(): (text: unknown) => string {
  const localized = useLocalized()
  return (text) => {
    if (typeof text === 'string') return text
    const texts = membersOf(text)
    return Object.values(texts).some((words) => typeof words === 'string')
      ? localized(texts as Record<string, string>)
      : ''
  }
}

/** Returns the name that a language has for itself; its tag if the program does not know the language. */
export const languageName = (language: string): string => FACTS[language as Locale]?.name ?? language
