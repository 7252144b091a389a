/** Facts about a language besides its texts. */
export interface LocaleFacts {
  /** The language's name for itself. */
  readonly name: string
  /** The region whose format of dates and numbers it uses, as BCP 47. */
  readonly region: string
  /** `spaced` if a space stands before high punctuation and inside quotation marks. */
  readonly punctuation: string
}
