import type { ImportRefused, RefusalCode, RefusalParams } from '../domain/authoring/import/refusal'
import type { ImportNote, NoteCode } from '../domain/authoring/import/story'
import type { Texts } from './generated'
import type { Translate } from './translate'

type None<T extends never> = T
type Words = Texts['import']
/** The types find a note or a refusal without a sentence, and a sentence with a value that is not given. */
export type UnfilledNote = None<
  { [C in NoteCode]: Exclude<keyof Words[`note.${C}`], 'text' | 'instead'> }[NoteCode]
>
export type UnfilledRefusal = None<
  { [C in RefusalCode]: Exclude<keyof Words[`refused.${C}`], keyof RefusalParams[C]> }[RefusalCode]
>

type Say = (key: string, values: Readonly<Record<string, unknown>>) => string
const filled = (word: unknown): unknown => (word === '' ? 'none' : word)

/** Returns a function that puts a note of an import into words. The note's place is shown beside it. */
export function noteSayer(
  t: Translate<'import'>,
): (note: Pick<ImportNote, 'code' | 'text' | 'instead'>) => string {
  return ({ code, text, instead }) =>
    (t as Say)(`note.${code}`, { text: filled(text), instead: filled(instead) })
}

/** Returns a function that says why a file can’t be imported. */
export function refusalSayer(
  t: Translate<'import'>,
): (refused: Pick<ImportRefused, 'code' | 'params'>) => string {
  return ({ code, params }) =>
    (t as Say)(
      `refused.${code}`,
      Object.fromEntries(Object.entries(params).map(([name, value]) => [name, filled(value)])),
    )
}
