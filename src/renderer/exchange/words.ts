import { textHook } from '../i18n'
import { exchangeEn } from '../i18n/exchange.en'
import { exchangeFr } from '../i18n/exchange.fr'

export const useExchangeText = textHook({ en: exchangeEn, fr: exchangeFr })
/** Keys and values of audit entries for which there are words. */
type KeysOf<P extends string> = keyof typeof exchangeEn extends infer K
  ? K extends `${P}${infer R}`
    ? R
    : never
  : never
export const isKey = (key: string): key is KeysOf<'audit.key.'> => `audit.key.${key}` in exchangeEn
export const isValue = (value: string): value is KeysOf<'audit.value.'> =>
  `audit.value.${value}` in exchangeEn

export type ExchangeText = ReturnType<typeof useExchangeText>
