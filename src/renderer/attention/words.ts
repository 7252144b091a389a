import { loadTexts, textHook, type Locale } from '../i18n'

export const useAttentionText = textHook('attention')
export type AttentionText = ReturnType<typeof useAttentionText>
/** Returns the texts in any language, for messages to others. */
export const attentionTextIn = (locale: Locale): Promise<AttentionText> => loadTexts(locale, 'attention')
