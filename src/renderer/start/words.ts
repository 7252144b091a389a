import { textHook } from '../i18n'

export const useAccessText = textHook('access')
export type AccessText = ReturnType<typeof useAccessText>
