import { textHook } from '../i18n'
import { recordStoreEn } from '../i18n/record-store.en'
import { recordStoreFr } from '../i18n/record-store.fr'

export type StoreKey = keyof typeof recordStoreEn
export const useStoreText = textHook({ en: recordStoreEn, fr: recordStoreFr })

const isKey = (key: string): key is StoreKey => key in recordStoreEn

/** What a statement says, by the last word of its verb; the word itself where there is none of ours. */
export function verbText(t: ReturnType<typeof useStoreText>, verb: string | null): string {
  if (verb === null) return t('refused.hidden')
  if (verb === '') return t('refused.unwritten')
  const key = `verb.${verb}`
  return isKey(key) ? t(key) : verb
}
