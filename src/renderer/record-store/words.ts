import { textHook, type KeyOf, type Translate } from '../i18n'

export type StoreKey = KeyOf<'record-store'>
export const useStoreText = textHook('record-store')

/** Names a statement by the last word of its verb. A verb without a text of ours is shown as it is. */
export function verbText(t: Translate<'record-store'>, verb: string | null): string {
  if (verb === null) return t('refused.hidden')
  if (verb === '') return t('refused.unwritten')
  const key = `verb.${verb}`
  return t.has(key) ? t(key as 'refused.hidden') : verb
}
