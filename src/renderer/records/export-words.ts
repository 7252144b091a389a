import { textHook } from '../i18n'
import { exportEn } from '../i18n/export.en'
import { exportFr } from '../i18n/export.fr'

export const useExportText = textHook({ en: exportEn, fr: exportFr })
