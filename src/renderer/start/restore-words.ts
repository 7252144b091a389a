import { textHook } from '../i18n'

export const useRestoreText = textHook('restore')
