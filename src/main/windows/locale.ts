import { app } from 'electron'
import { INTERFACE_LOCALES, type InterfaceLocale } from '../../bridge/locales'

/**
 * The language of menus and dialogs, which is that of the pages.
 * @param kept the setting `locale`; without one it is the system's language, or English
 */
export function interfaceLocale(kept: string | undefined): InterfaceLocale {
  const wanted = kept ?? app.getLocale().toLowerCase().split('-')[0]
  return INTERFACE_LOCALES.find((locale) => locale === wanted) ?? 'en'
}
