import type { FixCode, FixParams } from '../domain/authoring/fixes'
import type { EditLabel } from '../domain/authoring/patch'
import type { Locale, Texts } from './generated'
import { loadTexts } from './translate'

type None<T extends never> = T
type Words = Texts['studio-fixes']
/** The types find a sentence with a value that its fix does not give, and a sentence that no fix has. */
export type UnfilledFix = None<{ [C in FixCode]: Exclude<keyof Words[C], keyof FixParams[C]> }[FixCode]>
export type UnusedFix = None<Exclude<keyof Words, FixCode>>

/** Says what a quick fix does, in one language. */
export type SayFix = (label: EditLabel) => string

/** Loads the sentences of a language. */
export async function loadFixSayer(locale: Locale): Promise<SayFix> {
  const t = await loadTexts(locale, 'studio-fixes')
  const say = t as (code: FixCode, values: Record<string, unknown>) => string
  return ({ code, params = {} }) => say(code as FixCode, params)
}
