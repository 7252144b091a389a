// Written by `npm run generate` from the folders in src/texts.

/** The languages of the interface. */
export const INTERFACE_LOCALES = ['en', 'fr'] as const
export type InterfaceLocale = (typeof INTERFACE_LOCALES)[number]
