import { textHook } from '../i18n'

export const usePeopleText = textHook('people')
