import { textHook } from '../i18n'

export const useReviewText = textHook('review')
export const useFieldWords = textHook('studio-fields')
