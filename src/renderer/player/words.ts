import { pick, textHook, useLocale } from '../i18n'

export const usePlayerText = textHook('player')
export type PlayerText = ReturnType<typeof usePlayerText>

/** Returns a function for texts of the scenario that may be written once for all languages. */
export function useScenarioText(): (text: string | Readonly<Record<string, string>>) => string {
  const locale = useLocale()
  return (text) => (typeof text === 'string' ? text : pick(text, locale))
}
