import { textHook } from './text'
import type { PlainKey, Translate } from '../../texts/translate'

/** A text of the app that needs no values. */
export type TextKey = PlainKey<'app'>
export type Text = Translate<'app'>

/** Every text of the app but those of the areas that have their own. */
export const useText = textHook('app')
/** A sentence for each code with which a call can be refused. */
export const useErrorText = textHook('errors')
export { loadTexts, pick, pickLocale, textHook, useLocale, useLocalized, regionOf } from './text'
export type { KeyOf, PlainKey, Translate } from '../../texts/translate'
export { FACTS, LOCALES, type Locale } from '../../texts/generated'
