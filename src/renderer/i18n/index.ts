import { en } from './en'
import { fr } from './fr'
import { textHook, type Translate } from './text'

export type TextKey = keyof typeof en
export type Text = Translate<TextKey>

/** Every text of the app but those of the areas that bring their own dictionary. */
export const useText = textHook<TextKey>({ en, fr })
export { pick, pickLocale, textHook, useLocale, useLocalized, regionOf, type Translate } from './text'
