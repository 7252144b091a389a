import { attentionEn } from '../i18n/attention.en'
import { attentionFr } from '../i18n/attention.fr'
import { textHook, type Translate } from '../i18n'
import { translator } from '../i18n/text'
import type { InterfaceLocale } from '../../bridge'

const WORDS = { en: attentionEn, fr: attentionFr }

export type AttentionText = Translate<keyof typeof attentionEn>
export const useAttentionText = textHook(WORDS)
/** The same texts in a language of one's choice, for what is sent to others. */
export const attentionTextIn = (locale: InterfaceLocale): AttentionText => translator(WORDS[locale], locale)
