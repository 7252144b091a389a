/** The blocks of Latin letters. The index of people takes these for their plain letters, and no others. */
const LATIN = [
  [0x41, 0x24f],
  [0x1e00, 0x1eff],
] as const

const ACCENTS = /[\u0300-\u036f]/gu

const plainOf = (letter: string): string => letter.normalize('NFD').replaceAll(ACCENTS, '').toLowerCase()

let known: Map<string, string[]> | undefined

/** Returns all Latin letters by their plain small letter. */
function latinLetters(): Map<string, string[]> {
  if (known) return known
  known = new Map()
  for (const [first, last] of LATIN) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCodePoint(code)
      if (!/\p{L}/u.test(letter)) continue
      const plain = plainOf(letter)
      known.set(plain, [...(known.get(plain) ?? []), letter])
    }
  }
  return known
}

/** Returns the part of a GLOB pattern that stands for a letter in any spelling. */
function anySpelling(letter: string): string {
  const code = letter.codePointAt(0)!
  const isLatin = LATIN.some(([first, last]) => code >= first && code <= last)
  const same = (isLatin ? latinLetters().get(plainOf(letter)) : undefined) ?? [
    ...new Set([letter, letter.toLowerCase(), letter.toUpperCase()]),
  ]
  const single = same.filter((spelling) => [...spelling].length === 1)
  return single.length > 1 || '*?['.includes(letter) ? `[${single.join('')}]` : letter
}

/** Returns a text's letters as a search reads them: composed, and without accents that nothing composes. */
export const lettersOf = (text: string): string[] => [...text.trim().normalize('NFC').replaceAll(ACCENTS, '')]

/**
 * Makes a pattern for SQLite's GLOB that finds a text anywhere in another, whatever the capitals and accents: as the
 * index of people finds texts of three letters and more.
 */
export const containing = (text: string): string => `*${lettersOf(text).map(anySpelling).join('')}*`
