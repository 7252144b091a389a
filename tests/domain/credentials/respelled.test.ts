/** Verifies credentials that nobody changed, of which a program wrote the letters in another way. */
import { describe, expect, it } from 'vitest'
import { UPPER_HALVES } from '../../../src/domain/records'
import { bake } from '../../../src/domain/credentials/png'
import { verifyCertificate } from '../../../src/domain/credentials/verify'
import { CERTIFICATE, DOT, NOW, outside, signedBadge, tokenOf } from './samples'
import { processorMs } from '../../time'

async function said(file: Uint8Array | string): Promise<string> {
  const { status, reason } = await verifyCertificate(new Uint8Array(Buffer.from(file)), {
    now: NOW,
    ...outside,
  })
  return [status, reason ?? ''].filter(Boolean).join(': ')
}

/** Only the name and the title have letters beyond ASCII. */
async function credentialOf(personName: string, title = 'First week'): Promise<string> {
  const english = { locale: 'en', description: 'A course.', criteria: 'Passed.', organisation: 'Acme & Co' }
  return JSON.stringify(await signedBadge({ ...CERTIFICATE, ...english, personName, title }), null, 1)
}
const forged = (text: string) => text.replace('"91"', '"99"')
const mapped = (text: string, change: (sign: string) => string) =>
  text.replaceAll(/[^\0-\u007f]/g, (sign) => change(sign))

const halfOf = (label: string): string =>
  new TextDecoder(label).decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128))
const encode = (text: string, half: string): Uint8Array =>
  Uint8Array.from([...text], (sign) => {
    if (sign < '\u0080') return sign.charCodeAt(0)
    expect(half).toContain(sign)
    return half.indexOf(sign) + 128
  })
const decode = (bytes: Uint8Array, half: string): string =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : half[byte - 0x80])).join('')

const WESTERN = ['Zoé Núñez-Müller', 'Été à l’eau'] as const
const CYRILLIC = ['Иван Петров', 'Первая неделя'] as const
/** Encodings, and a name and a title that have their letters. */
const SAVED: readonly (readonly [string, string, string, string])[] = [
  ['Windows-1252', UPPER_HALVES['Windows-1252'], ...WESTERN],
  ['Macintosh', UPPER_HALVES.Macintosh, ...WESTERN],
  ['IBM850', UPPER_HALVES.IBM850, 'Zoé Núñez-Müller', "À l'été"],
  ['IBM437', UPPER_HALVES.IBM437, 'Zoé Núñez-Müller', 'Été'],
  ['ISO-8859-15', halfOf('iso-8859-15'), 'Chloé Lœuf', 'Été'],
  ['Windows-1250', UPPER_HALVES['Windows-1250'], 'Jiří Dvořák', 'Školení'],
  ['IBM852', UPPER_HALVES.IBM852, 'Jiří Dvořák', 'Školení'],
  ['ISO-8859-2', halfOf('iso-8859-2'), 'Paweł Żółć', 'Szkolenie'],
  ['Windows-1251', UPPER_HALVES['Windows-1251'], ...CYRILLIC],
  ['KOI8-R', halfOf('koi8-r'), ...CYRILLIC],
  ['IBM866', halfOf('ibm866'), ...CYRILLIC],
  ['ISO-8859-5', halfOf('iso-8859-5'), ...CYRILLIC],
  ['Windows-1253', UPPER_HALVES['Windows-1253'], 'Ελένη Παππά', 'Πρώτη'],
  ['Windows-1254', UPPER_HALVES['Windows-1254'], 'Ayşe Yılmaz', 'Birinci hafta'],
  ['Windows-1255', halfOf('windows-1255'), 'דנה לוי', 'שבוע'],
  ['Windows-1256', halfOf('windows-1256'), 'ليلى حسن', 'دورة'],
  ['Windows-1257', UPPER_HALVES['Windows-1257'], 'Jānis Bērziņš', 'Kursā'],
  ['TIS-620', halfOf('windows-874'), 'สมชาย', 'หลักสูตร'],
]

describe('a credential that was saved in another encoding', () => {
  it.each(SAVED)('is valid in %s', async (_name, half, person, title) => {
    const text = await credentialOf(person, title)
    expect(await said(encode(text, half))).toBe('valid')
  })

  it.each([SAVED[1]!, SAVED[5]!, SAVED[17]!])(
    'is forged in %s if it was forged',
    async (_name, half, person, title) => {
      const text = forged(await credentialOf(person, title))
      expect(await said(encode(text, half))).toBe('tampered: signature')
    },
  )

  it.each(SAVED)(
    'is valid if its UTF-8 was read as %s and saved again',
    async (_name, half, person, title) => {
      const text = await credentialOf(person, title)
      const seen = decode(Buffer.from(text), half)
      // Not every encoding has a character for every byte.
      if (seen.includes('\ufffd')) {
        expect(await said(seen)).toBe('unreadable: damaged')
        return
      }
      expect(await said(seen)).toBe('valid')
      expect(await said(forged(seen))).toBe('tampered: signature')
    },
  )

  it('is valid if that happened twice, and if a space that does not break became another', async () => {
    const text = await credentialOf('Zoé à Paris', 'Voilà')
    const once = decode(Buffer.from(text), UPPER_HALVES['Windows-1252'])
    expect(await said(decode(Buffer.from(once), UPPER_HALVES['Windows-1252']))).toBe('valid')
    expect(once).toContain('\u00a0')
    expect(await said(once.replaceAll('\u00a0', ' '))).toBe('valid')
  })

  it.each([
    ['Macintosh', 'Windows-1252'],
    ['Windows-1252', 'Macintosh'],
    ['IBM850', 'Windows-1252'],
    ['Windows-1252', 'IBM850'],
  ] as const)('is valid if it was saved in %s, read as %s and saved as UTF-8', async (saved, read) => {
    const text = await credentialOf('Zoé Núñez')
    expect(await said(decode(encode(text, UPPER_HALVES[saved]), UPPER_HALVES[read]))).toBe('valid')
  })

  it.each([
    // In each of them, the second byte of a letter is one that JSON needs in others.
    ['Shift_JIS', '表ソ能', [0x95, 0x5c, 0x83, 0x5c, 0x94, 0x5c]],
    ['Big5', '許功蓋', [0xb3, 0x5c, 0xa5, 0x5c, 0xbb, 0x5c]],
    ['GB18030', '李娜', [0xc0, 0xee, 0xc4, 0xc8]],
    ['EUC-KR', '김민준', [0xb1, 0xe8, 0xb9, 0xce, 0xc1, 0xd8]],
    ['EUC-JP', '佐藤', [0xba, 0xb4, 0xc6, 0xa3]],
  ])('is valid in %s', async (label, name, written) => {
    expect(new TextDecoder(label).decode(Uint8Array.from(written))).toBe(name)
    const saved = (text: string) => {
      const [before, behind] = text.split(name) as [string, string]
      return Uint8Array.from([...Buffer.from(before), ...written, ...Buffer.from(behind)])
    }
    const text = await credentialOf(name)
    expect(await said(saved(text))).toBe('valid')
  })

  it.each([['GB18030', '杨帆', [0xd1, 0xee, 0xb7, 0xab]]])(
    'is valid in %s also where %s could be letters of UTF-8',
    async (label, name, written) => {
      expect(new TextDecoder(label).decode(Uint8Array.from(written))).toBe(name)
      const [before, behind] = (await credentialOf(name)).split(name) as [string, string]
      const file = Uint8Array.from([...Buffer.from(before), ...written, ...Buffer.from(behind)])
      expect(await said(file)).toBe('valid')
    },
  )

  it('is valid in a mail, in rich text and in a picture', async () => {
    const text = await credentialOf('Jiří Dvořák')
    const half = UPPER_HALVES['Windows-1250']
    const number = (sign: string) => (half.indexOf(sign) + 128).toString(16)
    const mail = `Content-Type: text/plain; charset=windows-1250\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`
    const quoted = mapped(text.replaceAll('=', '=3D'), (sign) => `=${number(sign).toUpperCase()}`)
    expect(await said(`${mail}${quoted}`)).toBe('valid')
    const rich = mapped(text.replaceAll(/[\\{}]/g, '\\$&'), (sign) => `\\'${number(sign)}`)
    expect(await said(`{\\rtf1\\ansi\\ansicpg1250 ${rich.replaceAll('\n', '\\par\r\n')}}`)).toBe('valid')
    const seen = decode(Buffer.from(text), UPPER_HALVES['Windows-1252'])
    expect(await said(bake(DOT, seen))).toBe('valid')
  })
})

describe('a credential whose letters a program wrote by names, numbers or other marks', () => {
  const NAMES: Readonly<Record<string, string>> = {
    é: 'eacute',
    ř: 'rcaron',
    ș: '#537',
    ñ: 'ntilde',
    ï: '#xEF',
  }
  it.each([
    ['the names that pages have', (text: string) => mapped(text, (sign) => `&${NAMES[sign]};`)],
    [
      'names, with its ampersands as well',
      (text: string) => mapped(text.replaceAll('&', '&amp;'), (sign) => `&${NAMES[sign]};`),
    ],
    ['names of names', (text: string) => mapped(text, (sign) => `&amp;${NAMES[sign]};`)],
    ['numbers of bytes', (text: string) => mapped(text, encodeURIComponent)],
    [
      'numbers of a mail',
      (text: string) => mapped(text, (sign) => encodeURIComponent(sign).replaceAll('%', '=')),
    ],
    [
      'numbers of a program',
      (text: string) => mapped(text, (sign) => `\\\\u${sign.codePointAt(0)!.toString(16).padStart(4, '0')}`),
    ],
    ['letters and accents apart', (text: string) => text.normalize('NFD')],
  ])('is valid with %s', async (_name, changed) => {
    const text = await credentialOf('Zoé Dvořșñï')
    expect(changed(text)).not.toBe(text)
    expect(await said(changed(text))).toBe('valid')
    expect(await said(changed(forged(text)))).toBe('tampered: signature')
  })

  it('is valid in a page with such names', async () => {
    const text = await credentialOf('Zoé Dvořșñï')
    const page = (json: string) =>
      `<!doctype html><pre>${mapped(json.replaceAll('&', '&amp;').replaceAll('"', '&quot;'), (sign) => `&${NAMES[sign]};`)}</pre>`
    expect(await said(page(text))).toBe('valid')
    expect(await said(page(forged(text)))).toBe('tampered: signature')
  })

  it('is valid without the spaces that do not break', async () => {
    const text = await credentialOf('Zoé', 'Semaine\u00a01\u00a0: résister')
    expect(await said(text.replaceAll('\u00a0:', ' :'))).toBe('valid')
    const plain = await credentialOf('Zoé', 'Semaine : résister')
    expect(await said(plain.replaceAll(' :', '\u00a0:'))).toBe('valid')
    expect(await said(forged(plain.replaceAll(' :', '\u00a0:')))).toBe('tampered: signature')
  })

  it('stays forged if it has a member twice', async () => {
    const text = await credentialOf('Zoé')
    const twice = text.replace('"name":', '"name": "Zo&euml;", "name":')
    expect(await said(twice)).toBe('tampered: repeated-member')
  })
})

describe('a credential that lost letters', () => {
  it.each([
    ['a sign for what can’t be shown', (text: string) => mapped(text, () => '\ufffd')],
    ['a question mark', (text: string) => mapped(text, () => '?')],
    ['several question marks', (text: string) => mapped(text, (sign) => '?'.repeat(Buffer.byteLength(sign)))],
  ])('is damaged, not forged, with %s', async (_name, changed) => {
    expect(await said(changed(await credentialOf('Zoé Reyes')))).toBe('unreadable: damaged')
    expect(await said(changed(await credentialOf('प्रिया')))).toBe('unreadable: damaged')
  })

  it('is forged without that, whatever marks its title has', async () => {
    const text = await credentialOf('Zoe Reyes', 'Ready?')
    expect(await said(forged(text))).toBe('tampered: signature')
  })
})

describe('a credential that was forged and could be written in many ways', () => {
  /** JSON as some libraries write it. */
  const spaced = (text: string) => text.replaceAll('":', '" :')

  it('is told as such where its own marks stand as those of a text do', async () => {
    const text = await credentialOf('Zoé')
    expect(await said(spaced(text))).toBe('valid')
    expect(await said(spaced(forged(text)))).toBe('tampered: signature')
    expect(await said(Buffer.from(forged(text).replace('Zoé', 'Zoé\\"'), 'latin1'))).toBe(
      'tampered: signature',
    )
  })

  it('does not hide behind a genuine one', async () => {
    const genuine = JSON.stringify(JSON.parse(await credentialOf('Zoé'))).replaceAll('"', '&quot;')
    const other = JSON.parse(await credentialOf('Mallory', 'A &quot; B')) as { id: string }
    const hidden = forged(JSON.stringify({ ...other, id: other.id.replace(/\d+$/, '9999') }))
    expect(await said(`${hidden}\n${genuine}\n`)).toMatch(/^tampered/)
  })

  it.each([
    ['on lines, with the same id', (genuine: string, other: string) => `${genuine}\n${other}\n`, false],
    ['before it, with a comma', (genuine: string, other: string) => `${other},\n${genuine}\n`, true],
    ['behind it, with a comma', (genuine: string, other: string) => `${genuine},\n${other}\n`, true],
    [
      'in a list with words before it',
      (genuine: string, other: string) => `Hi\n[\n${other},\n${genuine}\n]`,
      true,
    ],
    [
      'on several lines',
      (genuine: string, other: string) => `See ${JSON.stringify(JSON.parse(other), null, 1)} and ${genuine}`,
      true,
    ],
    ['behind a token', (_genuine: string, other: string) => `${tokenOf()}\n${other}`, true],
    [
      'behind a token in a string',
      (_genuine: string, other: string) => JSON.stringify({ a: `${tokenOf()}\n${other}` }),
      true,
    ],
  ])('does not hide beside a genuine one %s', async (_name, file, isOther) => {
    const genuine = JSON.stringify(JSON.parse(await credentialOf('Zoé')))
    const other = forged(isOther ? genuine.replaceAll('HTL-7F3A-2201', 'HTL-7F3A-9999') : genuine)
    const { status, also } = await verifyCertificate(new Uint8Array(Buffer.from(file(genuine, other))), {
      now: NOW,
      ...outside,
    })
    expect([status, ...also.map((one) => one.status)]).toEqual(['tampered', 'valid'])
  })

  it('does not take long, however much stands around it', async () => {
    const text = JSON.stringify(JSON.parse(forged(await credentialOf('ZoŽ Ã© ƒ¤', 'Š¼½¾ &eacute; %C3'))))
    const one = await processorMs(() => said(`[${text}]`))
    const ids = Array.from({ length: 30 }, (_, i) => text.replace('"HTL-', `"HTL-${i}`))
    expect(await processorMs(() => said(`[${ids.join(',')}]`))).toBeLessThan(one * 15)
    const padded = `> ${text.replace('{', `{${' '.repeat(150_000)}`)}\n> &amp;`
    expect(await processorMs(() => said(padded))).toBeLessThan(one * 10)
  })
})

describe('several credentials in one file', () => {
  it('are all read in the encoding of their file', async () => {
    const half = halfOf('ibm866')
    const texts = await Promise.all(
      Array.from({ length: 12 }, async (_, index) =>
        JSON.stringify(
          await signedBadge({
            ...CERTIFICATE,
            id: `HTL-7F3A-${1000 + index}`,
            personName: 'Иван Петров',
            title: 'Первая',
            description: 'D',
            criteria: 'C',
            organisation: 'A',
            locale: 'en',
          }),
        ),
      ),
    )
    const file = encode(`[${texts.join(',')}]`, half)
    const { status, also } = await verifyCertificate(new Uint8Array(file), { now: NOW, ...outside })
    expect([status, ...also.map((one) => one.status)]).toEqual(Array.from({ length: 12 }, () => 'valid'))
  })
})

describe('a credential whose letters are escaped', () => {
  const escaped = (text: string) =>
    mapped(text, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  it.each([
    [
      'UTF-8 was read as Windows-1252',
      (text: string) => decode(Buffer.from(text), UPPER_HALVES['Windows-1252']),
    ],
    ['accents stand apart', (text: string) => text.normalize('NFD')],
    ['spaces became others', (text: string) => text.replaceAll('\u00a0', ' ')],
  ])('is valid where %s', async (_name, changed) => {
    expect(await said(escaped(changed(await credentialOf('Zoé', 'Un\u00a0: deux'))))).toBe('valid')
  })

  it('is damaged where they were lost', async () => {
    const text = await credentialOf('Ann Lee', 'Été')
    expect(await said(escaped(mapped(text, () => '\ufffd')))).toBe('unreadable: damaged')
    expect(await said(mapped(text, () => '?'))).toBe('unreadable: damaged')
  })
})
