import { textHook } from '../i18n'

export const useDebriefText = textHook('debrief')
