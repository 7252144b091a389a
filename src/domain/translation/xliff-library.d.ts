declare module 'xliff/jsToXliff12' {
  interface Unit {
    readonly source: string
    readonly target: string
    readonly note: string
    readonly additionalAttributes: Readonly<Record<string, string>>
  }
  interface Texts {
    /** By the name of the file, then by the id of the text. */
    readonly resources: Readonly<Record<string, Readonly<Record<string, Unit>>>>
    readonly sourceLanguage: string
    readonly targetLanguage: string
  }
  /** Calls back before it returns. */
  export default function jsToXliff12(
    texts: Texts,
    options: { readonly indent: string },
    done: (error: Error | null, xml: string) => void,
  ): void
}
