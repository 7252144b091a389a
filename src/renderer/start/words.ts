import { textHook } from '../i18n'
import { accessEn } from '../i18n/access.en'
import { accessFr } from '../i18n/access.fr'

export const useAccessText = textHook<keyof typeof accessEn>({ en: accessEn, fr: accessFr })
export type AccessText = ReturnType<typeof useAccessText>
