/** Finds our certificates in a file, whatever else it contains and whatever was done to it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bake, crc32 } from '../../../src/domain/credentials/png'
import { verifyCertificate } from '../../../src/domain/credentials/verify'
import { CERTIFICATE, outside, DOT, NOW, signedBadge, STRANGER, tokenOf } from './samples'

const FIXTURES = join(__dirname, '../../fixtures/verify')
const fixture = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)))
const bytes = (value: string | object | Uint8Array) =>
  value instanceof Uint8Array
    ? value
    : new Uint8Array(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)))

const verify = (file: string | object | Uint8Array) =>
  verifyCertificate(bytes(file), { now: NOW, ...outside })
/** Puts a result in one line: the verdict, the reason or the notes, and each other certificate in the file. */
async function said(file: string | object | Uint8Array): Promise<string> {
  const { also, ...first } = await verify(file)
  return [first, ...also]
    .map(({ status, reason, notes }) => [status, reason ?? notes.join(' ')].filter(Boolean).join(': '))
    .join(' | ')
}

const badge = await signedBadge()
const credential = JSON.stringify(badge)
const token = tokenOf()
const OTHER = { ...CERTIFICATE, id: 'HTL-0000-0001', personName: 'Ana Reyes' }
const otherBadge = await signedBadge(OTHER)
const stranger = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  credentialSubject: { id: 'urn:hold-the-line:certificate:HTL-7F3A-2201' },
}
const presentation = (...held: unknown[]) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  verifiableCredential: held,
  proof: { type: 'DataIntegrityProof', proofValue: 'z1' },
})
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const foreignJws = (payload: object) =>
  `${encoded({ alg: 'ES256', typ: 'JWT' })}.${encoded(payload)}.${'A'.repeat(86)}`

describe('a file that others worked on', () => {
  it.each([
    ['own-credential.json', 'valid'],
    ['own-in-presentation.json', 'valid: within-another'],
    ['own-utf16.json', 'valid'],
    ['own-token-wrapped.jws', 'valid'],
    ['own-badge-trailing-bytes.png', 'valid'],
    ['own-through-ghostscript.pdf', 'valid: token-alone'],
    ['own-joined-by-pdfunite.pdf', 'valid: beside-others'],
    ['own-owner-password.pdf', 'unreadable: locked'],
    ['own-user-password.pdf', 'unreadable: locked'],
    ['stranger-one-jwt.pdf', 'unreadable: not-a-certificate'],
    ['stranger-two-credentials.pdf', 'unreadable: not-a-certificate'],
    ['stranger-endorses-ours.json', 'unreadable: not-a-certificate'],
  ])('%s is %s', async (name, verdict) => expect(await said(fixture(name))).toBe(verdict))

  it('says the days that stand in it', async () => {
    expect((await verify(fixture('own-credential.json'))).told).toMatchObject({
      id: 'HTL-DJ83-0CWM',
      personName: 'Priya Raman',
      issuedOn: '2026-11-28',
      validUntilOn: '2027-02-28',
    })
  })
})

describe('a text that was saved in another encoding', () => {
  const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()
  const MARKED = '\ufeff'
  const utf32 = (text: string) =>
    Buffer.from(new Uint32Array([...text].map((letter) => letter.codePointAt(0)!)).buffer)
  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(MARKED + text)],
    ['UTF-16', (text: string) => Buffer.from(MARKED + text, 'utf16le')],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16 in the other order', (text: string) => swapped(MARKED + text)],
    ['UTF-16 in the other order without a mark', swapped],
    ['UTF-32', (text: string) => utf32(MARKED + text)],
    ['UTF-32 without a mark', (text: string) => utf32(text)],
    ['UTF-32 in the other order', (text: string) => utf32(MARKED + text).swap32()],
    ['UTF-32 in the other order without a mark', (text: string) => utf32(text).swap32()],
    [
      'Windows-1252',
      (text: string) => Buffer.from(text.replaceAll('“', '\u0093').replaceAll('”', '\u0094'), 'latin1'),
    ],
  ])('is read: %s', async (_name, encode) => {
    for (const text of [credential, token, JSON.stringify(badge, null, 2)]) {
      expect(await said(new Uint8Array(encode(text)))).toBe('valid')
    }
    expect(await said(new Uint8Array(encode(credential.replace('Lefèvre', 'Lefebvre'))))).toBe(
      'tampered: signature',
    )
  })
})

const pieces = (text: string, length: number) => text.match(new RegExp(`.{1,${length}}`, 'g'))!

describe('a token that a mail, a chat or a page has broken', () => {
  it.each([
    ['wrapped', (t: string) => pieces(t, 76).join('\r\n')],
    ['wrapped by old Macs', (t: string) => pieces(t, 76).join('\r')],
    ['quoted', (t: string) => `Ana wrote:\n> ${pieces(t, 70).join('\n> ')}\n> \n> Regards\n`],
    ['quoted twice', (t: string) => `>> ${pieces(t, 60).join('\n>> ')}`],
    ['softly wrapped', (t: string) => `Hello\r\n${pieces(t, 75).join('=\r\n')}\r\nKind regards`],
    ['with spaces', (t: string) => pieces(t, 40).join(' ')],
    ['with spaces that do not break', (t: string) => pieces(t, 40).join('\u00a0')],
    ['with spaces of no width', (t: string) => pieces(t, 40).join('\u200b')],
    ['with soft hyphens', (t: string) => pieces(t, 40).join('\u00ad')],
    ['with a hyphen at the end of each line', (t: string) => pieces(t, 90).join('-\n')],
    ['with a hyphen at the end of each quoted line', (t: string) => `> ${pieces(t, 70).join('-\r\n> ')}`],
    ['with another hyphen at the end of each line', (t: string) => pieces(t, 64).join('\u2010\n')],
    ['in a sentence', (t: string) => `The code is ${t}. Please check it (${t}).`],
    ['in an address', (t: string) => `https://example.com/verify?token=${t}&lang=en`],
    [
      'in a page',
      (t: string) => `<html><body><p>Hi &amp; bye</p><pre>${pieces(t, 64).join('<br/>\n')}</pre><b>Ana</b>`,
    ],
    ['in a page, with places to break', (t: string) => `<p>${pieces(t, 10).join('<wbr>')}</p>`],
    ['in the letters of other base64', (t: string) => t.replaceAll('-', '+').replaceAll('_', '/')],
    [
      'in Markdown',
      (t: string) => `Hi!\n\n${pieces(t.replaceAll('_', '\\_').replaceAll('-', '\\-'), 300).join('\n')}`,
    ],
    ['in JSON', (t: string) => JSON.stringify({ code: pieces(t, 64).join('\n') })],
  ])('is found: %s', async (_name, broken) => {
    expect(await verify(broken(token))).toMatchObject({ status: 'valid', told: { id: CERTIFICATE.id } })
    const [header, payload, signature] = token.split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { res: number[] }
    claims.res[0] = 100
    expect(await said(broken(`${header}.${encoded(claims)}.${signature}`))).toBe('tampered: signature')
  })

  it('is found wherever it is broken', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(token.length), { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '=\r\n', '\n> ', '\u00a0', ' \n\t', '\u200b'),
        fc.constantFrom('', 'Dear Ana,\n\n'),
        async (cuts, mark, before) => {
          const places = [...new Set([0, ...cuts, token.length])].sort((a, b) => a - b)
          const broken = places
            .slice(1)
            .map((to, i) => token.slice(places[i], to))
            .join(mark)
          expect((await verify(`${before}${broken}\n\nBest,\nZoé`)).status).toBe('valid')
        },
      ),
      { numRuns: 150 },
    )
  })

  it('is found where some of the hyphens at the ends of lines are its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(token.length), { maxLength: 6 }), async (cuts) => {
        const sorted = [0, ...cuts].sort((a, b) => a - b)
        // No line is shorter than twenty letters, but for the last.
        const places = sorted.filter((at, i) => i === 0 || at - sorted[i - 1]! >= 20)
        const lines = [...places.keys()].map((i) => token.slice(places[i], places[i + 1]))
        // A program that breaks a word at a hyphen of its own adds none.
        const own = (line: string) => line.endsWith('-')
        const broken = lines.map((line, i) => (i === lines.length - 1 || own(line) ? line : `${line}-`))
        expect((await verify(`The code:\n${broken.join('\n')}\n\nBest,\nZoé`)).status).toBe('valid')
      }),
      { numRuns: 60 },
    )
  })

  it('is not valid with a letter more, one less, or another one', async () => {
    expect(await said(`${token}A`)).toBe('tampered: signature')
    expect(await said(`${token.slice(0, -1)}${token.endsWith('A') ? 'Q' : 'A'}`)).toMatch(/^tampered/)
    expect(await said(token.slice(0, -1))).toBe('unreadable: damaged')
    expect(await said(`see ${token.slice(0, -3)}`)).toBe('unreadable: damaged')
  })

  it('tells each of several', async () => {
    expect(await said(`${token}\n${tokenOf(OTHER)}\n${token}`)).toBe('valid | valid')
    const changed = tokenOf(OTHER).replace(/.{5}$/, 'AAAAA')
    expect(await said(`${pieces(token, 60).join('\n')}\n\n${changed}`)).toBe('tampered: signature | valid')
  })
})

describe('a credential within something else', () => {
  it.each<[string, unknown, string]>([
    ['a presentation', presentation(badge), 'valid: within-another'],
    [
      'a presentation with one that is no list',
      { ...presentation(), verifiableCredential: badge },
      'valid: within-another',
    ],
    [
      'a presentation with somebody else’s',
      presentation(stranger, badge),
      'valid: within-another beside-others',
    ],
    ['a presentation with the same twice', presentation(badge, badge), 'valid: within-another'],
    [
      'a presentation with two',
      presentation(badge, otherBadge),
      'valid: within-another | valid: within-another',
    ],
    ['the export of a wallet', { version: 1, items: [{ raw: credential }] }, 'valid: within-another'],
    ['a list', [badge], 'valid: within-another'],
    ['a token of somebody else', foreignJws({ vp: presentation(badge) }), 'valid: within-another'],
    [
      'an enveloped presentation',
      {
        type: 'EnvelopedVerifiablePresentation',
        id: `data:application/vp+jwt,${foreignJws(presentation(badge))}`,
      },
      'valid: within-another',
    ],
    ['a mail', `Dear Ana,\n\n${credential}\n\nRegards`, 'valid: within-another'],
  ])('is found: in %s', async (_name, file, verdict) => expect(await said(file as object)).toBe(verdict))

  it('is still judged by its own text', async () => {
    const changed = credential.replace('"91"', '"99"')
    expect(await said(presentation(badge, JSON.parse(changed)))).toBe(
      'tampered: signature | valid: within-another',
    )
    const doubled = JSON.stringify(presentation(badge)).replace('"issuer":{', '"issuer":{"id":"x",')
    expect(await said(doubled)).toBe('tampered: repeated-member')
    const system = JSON.stringify(presentation(badge)).replace('{', '{"holder":"a","holder":"b",')
    expect(await said(system)).toBe('valid: within-another')
    expect(await said(presentation({ ...badge, proof: [] }))).toBe('tampered: not-signed')
    expect(await said(credential.slice(0, -200))).toBe('unreadable: damaged')
  })

  it.each<[string, unknown]>([
    ['a presentation of somebody else’s', presentation(stranger)],
    ['what names a certificate of ours', stranger],
    ['a sentence about one', 'See urn:hold-the-line:certificate:HTL-7F3A-2201 in our list.'],
    ['a token of somebody else', foreignJws({ sub: 'x' })],
    ['a statement of learning', { object: { id: 'urn:hold-the-line:course:first-week:1.0.0' } }],
  ])('is not there: %s', async (_name, file) =>
    expect(await said(file as object)).toBe('unreadable: not-a-certificate'),
  )
})

async function pdf(files: readonly (readonly [string, string])[]) {
  const file = await PDFDocument.create()
  file.addPage()
  for (const [name, content] of files) await file.attach(bytes(content), name)
  return file
}

describe('a PDF', () => {
  it.each<[string, readonly (readonly [string, string])[], string]>([
    ['with the credential alone', [['credential.json', credential]], 'valid: credential-alone'],
    ['with the token alone', [['certificate.jws', token]], 'valid: token-alone'],
    [
      'with the same credential twice',
      [
        ['credential.json', credential],
        ['credential (1).json', credential],
        ['certificate.jws', token],
      ],
      'valid',
    ],
    [
      'of two certificates',
      [
        ['credential.json', credential],
        ['certificate.jws', token],
        ['2/credential.json', JSON.stringify(otherBadge)],
        ['2/certificate.jws', tokenOf(OTHER)],
      ],
      'valid | valid',
    ],
    [
      'of two tokens',
      [
        ['a.jws', token],
        ['b.jws', tokenOf(OTHER)],
      ],
      'valid: token-alone | valid: token-alone',
    ],
    [
      'with somebody else’s credential beside',
      [
        ['credential.json', credential],
        ['certificate.jws', token],
        ['award.json', JSON.stringify(stranger)],
      ],
      'valid: beside-others',
    ],
    [
      'with another’s token',
      [
        ['credential.json', credential],
        ['certificate.jws', tokenOf(OTHER)],
      ],
      'tampered: token-differs',
    ],
    [
      'with a token of the same id that says something else',
      [
        ['credential.json', credential],
        ['a.jws', token],
        ['b.jws', tokenOf({ ...CERTIFICATE, scorePercent: 100 })],
      ],
      'tampered: token-differs',
    ],
    [
      'with a stranger’s signature',
      [
        ['credential.json', credential],
        ['certificate.jws', tokenOf(CERTIFICATE, STRANGER)],
      ],
      'tampered: token-differs',
    ],
    [
      'with a changed credential',
      [
        ['credential.json', credential.replace('"91"', '"99"')],
        ['certificate.jws', token],
      ],
      'tampered: signature | valid: token-alone',
    ],
    [
      'with a spoilt credential',
      [
        ['credential.json', 'x'],
        ['certificate.jws', token],
      ],
      'tampered: not-json',
    ],
  ])('is judged %s', async (_name, files, verdict) =>
    expect(await said(await (await pdf(files)).save())).toBe(verdict),
  )

  it('is read as it was last saved, by whomever', async () => {
    const own = await pdf([
      ['credential.json', credential],
      ['certificate.jws', token],
    ])
    const saved = await own.save()
    const again = await PDFDocument.load(saved, { forIncrementalUpdate: true })
    again.setTitle('Looked at')
    const added = await again.saveIncremental(again.takeSnapshot())
    expect(added.length).toBeLessThan(saved.length)
    expect(await said(Uint8Array.from([...saved, ...added]))).toBe('valid')
    expect(await said(Uint8Array.from([...saved, ...bytes('\n% a line more\n')]))).toBe('valid')
  })

  it('keeps what no list names any more', async () => {
    const own = await pdf([
      ['credential.json', credential],
      ['certificate.jws', token],
    ])
    own.catalog.delete(PDFName.of('Names'))
    own.catalog.delete(PDFName.of('AF'))
    await own.flush()
    const saved = await own.save()
    const stripped = await PDFDocument.load(saved)
    stripped.catalog.delete(PDFName.of('Names'))
    stripped.catalog.delete(PDFName.of('AF'))
    expect(await said(await stripped.save())).toBe('valid')
  })
})

/** Returns a picture with a text under the keyword, as another program writes it. */
function withChunk(type: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type), Buffer.from('openbadgecredential\0'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(named.length - 4)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(new Uint8Array(named)))
  return new Uint8Array(Buffer.concat([DOT.subarray(0, 33), length, named, sum, DOT.subarray(33)]))
}

describe('a picture', () => {
  const packed = deflateSync(credential)
  it.each<[string, () => Uint8Array, string]>([
    ['with bytes behind its end', () => Uint8Array.from([...bake(DOT, credential), 0, 1, 2]), 'valid'],
    [
      'whose text was packed',
      () => withChunk('iTXt', Buffer.concat([Buffer.from([1, 0, 0, 0]), packed])),
      'valid',
    ],
    [
      'whose text is of an older kind',
      () => withChunk('zTXt', Buffer.concat([Buffer.from([0]), packed])),
      'valid',
    ],
    ['with the same twice', () => bake(bake(DOT, credential), credential), 'valid'],
    ['with two', () => bake(bake(DOT, credential), JSON.stringify(otherBadge)), 'valid | valid'],
    [
      'with somebody else’s beside',
      () => bake(bake(DOT, JSON.stringify(stranger)), credential),
      'valid: beside-others',
    ],
    ['with somebody else’s', () => bake(DOT, JSON.stringify(stranger)), 'unreadable: not-a-certificate'],
    ['that was saved anew', () => DOT, 'unreadable: no-credential'],
    ['that was cut off', () => bake(DOT, credential).slice(0, -20), 'unreadable: damaged'],
    [
      'that packs a great deal',
      () => withChunk('zTXt', Buffer.concat([Buffer.from([0]), deflateSync(Buffer.alloc(20_000_000))])),
      'unreadable: no-credential',
    ],
    ['of another kind', () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'unreadable: no-credential'],
  ])('%s', async (_name, make, verdict) => expect(await said(make())).toBe(verdict))
})

describe('what holds files', () => {
  it('is an archive that one unpacks oneself', async () => {
    expect(await said(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]))).toBe('unreadable: archive')
  })
})
