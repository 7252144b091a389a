// Written by `npm run generate` from the folders beside this file.
import words0 from './en/credential.json'
import words1 from './fr/credential.json'
import type { Locale, Words } from './generated'

export const CREDENTIAL: Readonly<Record<Locale, Words<'credential'>>> = {
  en: words0,
  fr: words1,
}
