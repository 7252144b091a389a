import { textHook } from './text'
import type { PlainKey, Translate } from '../../texts/translate'

/** The key of a text of the app that needs no values. */
export type TextKey = PlainKey<'app'>
export type Text = Translate<'app'>

/** Returns the app's own texts; areas have hooks of their own. */
export const useText = textHook('app')
/** Returns a sentence for each code with which a call can be refused. */
export const useErrorText = textHook('errors')
export { loadTexts, pick, pickLocale, textHook, useLocale, useLocalized, regionOf } from './text'
export type { KeyOf, PlainKey, Translate } from '../../texts/translate'
export { FACTS, LOCALES, type Locale } from '../../texts/generated'
