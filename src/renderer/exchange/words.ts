import { textHook } from '../i18n'
import { exchangeEn } from '../i18n/exchange.en'
import { exchangeFr } from '../i18n/exchange.fr'

export const useExchangeText = textHook({ en: exchangeEn, fr: exchangeFr })
export type ExchangeText = ReturnType<typeof useExchangeText>
