/** Facts about a language that are no texts. */
export interface LocaleFacts {
  /** The language as it calls itself. */
  readonly name: string
  /** Whose dates and numbers it writes, as BCP 47. */
  readonly region: string
  /** Whether a space stands before high punctuation and inside quotation marks. */
  readonly punctuation: string
}
