import { textHook } from '../i18n'
import { restoreEn } from '../i18n/restore.en'
import { restoreFr } from '../i18n/restore.fr'

export const useRestoreText = textHook<keyof typeof restoreEn>({ en: restoreEn, fr: restoreFr })
