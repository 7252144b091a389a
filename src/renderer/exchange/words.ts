import { textHook } from '../i18n'

export const useExchangeText = textHook('exchange')
export type ExchangeText = ReturnType<typeof useExchangeText>
