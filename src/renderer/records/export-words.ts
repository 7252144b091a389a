import { textHook } from '../i18n'

export const useExportText = textHook('export')
