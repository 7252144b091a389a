import { loadTexts, textHook, type Locale } from '../i18n'

export const useAttentionText = textHook('attention')
export type AttentionText = ReturnType<typeof useAttentionText>
/** The same texts in a language of one's choice, for what is sent to others. */
export const attentionTextIn = (locale: Locale): Promise<AttentionText> => loadTexts(locale, 'attention')
