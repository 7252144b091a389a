import { app } from 'electron'
import { INTERFACE_LOCALES, type InterfaceLocale } from '../../bridge/locales'

/**
 * Returns the language of menus and dialogs, which is that of the pages.
 * @param kept the setting `locale`; without it the system's language is used, or English
 */
export function interfaceLocale(kept: string | undefined): InterfaceLocale {
  const wanted = kept ?? app.getLocale().toLowerCase().split('-')[0]
  return INTERFACE_LOCALES.find((locale) => locale === wanted) ?? 'en'
}
