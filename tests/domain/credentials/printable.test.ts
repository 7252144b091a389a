import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unprintable, unprintableParts } from '../../../src/domain/credentials'
import { PRINTABLE_FACES } from '../../../src/domain/credentials/generated-printable-ranges'

describe('what the bundled fonts can print', () => {
  it.each([
    ['Devanagari', 'प्रिया रमन श्रीवास्तव'],
    ['Tamil', 'பிரியா ராமன்'],
    ['Telugu', 'ప్రియా రామన్'],
    ['Bengali', 'প্রিয়া চট্টোপাধ্যায়'],
    ['Gujarati', 'પ્રિયા પટેલ'],
    ['Kannada', 'ಪ್ರಿಯಾ ಶೆಟ್ಟಿ'],
    ['Malayalam', 'പ്രിയ നായർ'],
    ['Gurmukhi', 'ਪ੍ਰੀਆ ਸਿੰਘ'],
    ['Sinhala', 'ප්‍රියා පෙරේරා'],
    ['Odia', 'ପ୍ରିୟା ପଟ୍ଟନାୟକ'],
    ['Thai', 'สมชาย ใจดี'],
    ['Lao', 'ສົມພອນ'],
    ['Khmer', 'សុខ ចាន់'],
    ['Burmese', 'အောင်မြင့်'],
    ['Korean', '김민준'],
    ['Japanese', '髙橋さくら・サクラ'],
    ['simplified Chinese', '王小明'],
    ['traditional Chinese', '陳大文'],
    ['Arabic', 'محمد عبد الله'],
    ['Persian', 'مهدی رضایی‌پور'],
    ['Hebrew', 'דוד כהן'],
    ['Amharic', 'አበበ በቀለ'],
    ['Vietnamese', 'Nguyễn Thị Hồng'],
    ['Vietnamese in parts', 'Nguyễn Thị Hồng'.normalize('NFD')],
    ['Polish', 'Łukasz Żółć'],
    ['Greek', 'Γιώργος Παπαδόπουλος'],
    ['Cyrillic', 'Ольга Щербакова Їжак'],
    ['Yoruba', 'Ọ́lá Adébáyọ̀'],
    ['Georgian', 'სახელი'],
    ['Armenian', 'Հայկ'],
    ['punctuation', 'Seán O’Neil-Smith, Jr. (née “Bo”)'],
  ])('%s can be printed', (_, name) => {
    expect(unprintable(name)).toEqual([])
  })

  it.each([
    ['Zoë 😀', ['😀']],
    ['👩‍👩‍👧 Ann', ['👩‍👩‍👧']],
    ['ꦗꦮ', ['ꦗ', 'ꦮ']],
    ['𐎀𐎁𐎀', ['𐎀', '𐎁']],
    // No font joins this mark to this letter.
    ['Ann\u0488a', ['n\u0488']],
    ['A\u0000', ['\u0000']],
    ['\u200B', ['\u200B']],
  ])('%j can’t: %j', (name, missing) => {
    expect(unprintable(name)).toEqual(missing)
  })

  it('a text can be printed when and only when each of its letters can', () => {
    const letter = fc.constantFrom(...'aéЩλप김王م', '😀', 'ꦗ')
    fc.assert(
      fc.property(fc.array(letter), (letters) => {
        const missing = new Set(letters.filter((one) => unprintable(one).length > 0))
        expect(new Set(unprintable(letters.join(' ')))).toEqual(missing)
      }),
    )
  })

  it('what is passed without a look, Latin letters, is in the fonts of the interface', () => {
    const codes = [...Array(256).keys()].filter((code) => (code > 0x20 && code < 0x7f) || code > 0xa0)
    // A letter beyond U+00FF makes the whole text be checked.
    for (const code of codes) {
      if (code === 0xad) continue
      expect(unprintable(`${String.fromCharCode(code)} Ł`)).toEqual([])
    }
    expect(PRINTABLE_FACES.length).toBeGreaterThan(25)
  })

  it('says which part of a certificate it is', () => {
    const profile = {
      web: null,
      contact: null,
      statusList: null,
      logo: null,
      signatory: { name: 'Ann ☎😀', title: null },
    }
    expect(unprintableParts({ personName: 'Bo 🎉', organisation: 'Acme', title: 'Course', profile })).toEqual(
      [
        { part: 'name', characters: ['🎉'] },
        { part: 'signatory', characters: expect.arrayContaining(['😀']) as string[] },
      ],
    )
  })
})
