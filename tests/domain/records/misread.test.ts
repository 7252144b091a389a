import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupFault, nameFault, tidyName, UPPER_HALVES } from '../../../src/domain/records'
import { SAVED_HALVES } from '../../../src/domain/records/encodings'
import { ODD_GROUPS, ODD_PEOPLE, PEOPLE } from './genuine-names'

const listed = (text: string) => text.trim().split(/[|\n] */u)

/** Returns a name as a program shows it that takes one encoding for another; `undefined` if the first lacks a letter. */
function misread(name: string, saved: string, read: string): string | undefined {
  const signs = [...name].map((sign) => {
    const byte = saved.indexOf(sign)
    return sign < '\u0080' ? sign : byte < 0 ? undefined : read[byte]!
  })
  return signs.includes(undefined) ? undefined : signs.join('')
}

describe('a genuine name', () => {
  it('is taken, in any size, in seven hundred cases', () => {
    expect(PEOPLE.length).toBeGreaterThan(600)
    const sizes = [...PEOPLE, ...ODD_PEOPLE].flatMap((name) => [
      name,
      name.toLocaleUpperCase(),
      name.toLocaleLowerCase(),
      name.toLocaleUpperCase('tr'),
      name.normalize('NFD'),
    ])
    expect(sizes.filter((name) => nameFault(name) !== undefined)).toEqual([])
    expect(sizes.filter((name) => groupFault(name) === 'unreadable')).toEqual([])
  })

  it('is taken with any other', () => {
    const any = fc.constantFrom(...PEOPLE, ...ODD_PEOPLE)
    fc.assert(
      fc.property(any, any, fc.constantFrom(' ', ', ', '-', ' – '), (one, other, between) => {
        expect(nameFault(one + between + other)).toBeUndefined()
      }),
      { numRuns: 3000 },
    )
  })

  it.each(ODD_GROUPS)('is taken of a team: %s', (group) => {
    expect(groupFault(group)).not.toBe('unreadable')
  })
})

describe('a name that was saved with one byte for each letter and read as another such encoding', () => {
  it.each(
    listed(`
      JŽrg|JŠrg|J”rg|Zo‚|Dvo°k|MŸller|StŽphane|RenŽ Roy|FrŽdŽric|Wei§|Fran‡ois|JoÆo|Mu–iz Lo•c|L—pez|Pe–a|J™RG
      HƒLéNE|ZOƒ|MçRQUEZ|çNGEL|MšLLER|£ukasz|£UKASZ|³ukasz|Micha³|Œwi¹tek ¯aneta|G³owacki|Mureºan|ªtefan|¦wi±tek
      ®i¾ek|Dvoøák Jiøí|Rùžièka|Køíž|Petroviæ|PETROVIÆ|Èâàíîâ|ÈÂÀÍÎÂ|Ãéþñãïò|ãÍãÏ|Úáí ÍÓä|¸ÒÐÝ|M·rquez|Jˆrg
      FRAN«OIS|Fran¿ois|Mu±oz|J÷rg|LefΦvre|Josй|FRANЗOIS|ZOЙ|Mⁿller|Garcφa|Zo‚ Lefvre-J”rg|‚lodie|„usta|Irm‹`),
  )('is refused: %s', (name) => {
    expect(nameFault(name)).toBe('unreadable')
    expect(nameFault(tidyName(name))).toBe('unreadable')
    expect(groupFault(name)).toBe('unreadable')
  })

  it('is refused whatever the encodings, where a sign took the place of a small letter', () => {
    const letter = fc.constantFrom(...'éèêëàâäáãåçíîïñóôöõøúûüšžčęąłńśźżőűěřůğşăß')
    const begin = fc.stringMatching(/^[A-Z][a-z]{3,5}$/u)
    const end = fc.stringMatching(/^[a-z]{1,4}$/u)
    const saved = fc.constantFrom(...Object.values(SAVED_HALVES))
    const read = fc.constantFrom(...Object.values(UPPER_HALVES))
    let tried = 0
    fc.assert(
      fc.property(begin, letter, end, saved, read, (before, accent, after, from, to) => {
        const sign = misread(accent, from, to)
        fc.pre(sign !== undefined && /(?![–—•·‘’´…®©™№\u00a0])[^\p{L}\p{Cc}]/u.test(sign))
        tried += 1
        const garbled = before + sign + after
        expect([garbled, nameFault(garbled)]).toEqual([garbled, 'unreadable'])
      }),
      { numRuns: 2000 },
    )
    expect(tried).toBe(2000)
  })

  it('is refused, or consists of nothing but letters and signs that stand at words', () => {
    const ways = Object.values(SAVED_HALVES).flatMap((saved) =>
      ['Windows-1252', 'Windows-1250', 'Windows-1254', 'Windows-1257'].map((read) => ({
        saved,
        read: UPPER_HALVES[read as keyof typeof UPPER_HALVES],
      })),
    )
    let refused = 0
    const taken: string[] = []
    for (const name of PEOPLE) {
      for (const { saved, read } of ways) {
        const garbled = misread(name, saved, read)
        if (garbled === undefined || garbled === name) continue
        if (nameFault(garbled) === 'unreadable') refused += 1
        else taken.push(garbled)
      }
    }
    expect(taken.filter((name) => !/^[\p{L}\p{M} .,'’‘ʻ—–“”•…†¹-]*$/u.test(tidyName(name)))).toEqual([])
    expect(refused / (refused + taken.length)).toBeGreaterThan(0.6)
  })
})
