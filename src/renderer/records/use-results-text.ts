import { textHook } from '../i18n'

export const useResultsText = textHook('results')
