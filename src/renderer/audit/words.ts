import { textHook } from '../i18n'
import { auditEn } from '../i18n/audit.en'
import { auditFr } from '../i18n/audit.fr'

export const useAuditText = textHook({ en: auditEn, fr: auditFr })
export type AuditText = ReturnType<typeof useAuditText>

/** Keys and values of audit entries for which there are words. */
type KeysOf<P extends string> = keyof typeof auditEn extends infer K
  ? K extends `${P}${infer R}`
    ? R
    : never
  : never
export const isKey = (key: string): key is KeysOf<'audit.key.'> => `audit.key.${key}` in auditEn
export const isValue = (value: string): value is KeysOf<'audit.value.'> => `audit.value.${value}` in auditEn
