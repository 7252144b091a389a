/** Each reason why a file can’t be imported, with the values of its sentence. */
export interface RefusalParams {
  empty: object
  'too-large': { readonly megabytes: number }
  'not-text': object
  'other-kind': object
  'own-document': object
  'twine-1': object
  'no-passages': object
  'too-many-passages': { readonly most: number }
  'too-deep': object
  'ink-error': { readonly line: number; readonly message: string }
  'ink-include': { readonly line: number; readonly file: string }
  'ink-version': { readonly version: number }
  'zip-damaged': object
  'zip-name': { readonly name: string }
  'zip-too-much': { readonly megabytes: number }
  'no-content': { readonly name: string }
  'content-not-json': { readonly name: string }
  'not-branching': { readonly library: string }
  'not-a-package': object
  'package-newer': object
  'package-media': { readonly name: string }
  'bad-language': { readonly language: string }
}
export type RefusalCode = keyof RefusalParams

/** Thrown for a file that can’t be imported at all. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused'
  readonly params: Readonly<Record<string, string | number>>
  constructor(
    readonly code: RefusalCode,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code)
    this.params = params
  }
}

/** @throws ImportRefused always */
export const refuse = <C extends RefusalCode>(
  code: C,
  ...[params]: Record<never, never> extends RefusalParams[C] ? [] : [RefusalParams[C]]
): never => {
  throw new ImportRefused(code, { ...params } as Readonly<Record<string, string | number>>)
}
