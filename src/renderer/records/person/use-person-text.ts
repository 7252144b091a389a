import { textHook } from '../../i18n'

export const usePersonText = textHook('person')
