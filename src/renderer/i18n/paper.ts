/** The sizes of paper on which certificates and reports are printed. */
export type Paper = 'A4' | 'Letter'

export const PAPERS: readonly { readonly id: Paper; readonly text: string }[] = [
  { id: 'A4', text: 'A4' },
  { id: 'Letter', text: 'Letter' },
]

/** The regions in which paper is Letter by the supplemental data of the Unicode CLDR (`paperSize`). */
const LETTER: ReadonlySet<string> = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

/**
 * Returns the paper that is usual where a computer is.
 * @param language BCP 47, such as `en-PH`. One without a region counts as spoken where most of its speakers are.
 */
export function usualPaper(language: string = navigator.language): Paper {
  try {
    const { region } = new Intl.Locale(language).maximize()
    return region !== undefined && LETTER.has(region) ? 'Letter' : 'A4'
  } catch {
    return 'A4'
  }
}
