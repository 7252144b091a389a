import { textHook, type PlainKey, type Translate } from '../i18n'

export const useAuditText = textHook('audit')
/** Phrases for the filter of an export or a batch. */
export const useFilterText = textHook('filter')
export type AuditText = Translate<'audit'>

/** The keys and values of audit entries that have texts. */
type KeysOf<P extends string> =
  PlainKey<'audit'> extends infer K ? (K extends `${P}${infer R}` ? R : never) : never
export const isKey = (t: AuditText, key: string): key is KeysOf<'audit.key.'> => t.has(`audit.key.${key}`)
export const isValue = (t: AuditText, value: string): value is KeysOf<'audit.value.'> =>
  t.has(`audit.value.${value}`)
