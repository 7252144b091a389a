/** Verifies certificates in mails and in other texts that carry files. */
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { bake } from '../../../src/domain/credentials/png'
import { verifyCertificate } from '../../../src/domain/credentials/verify'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { processorMs } from '../../time'
import { CERTIFICATE, outside, DOT, ISSUER, NOW, signedBadge, tokenOf, said } from './samples'

const bytes = (value: string | Uint8Array) =>
  value instanceof Uint8Array ? value : new Uint8Array(Buffer.from(value))
const verify = (file: string | Uint8Array) => verifyCertificate(bytes(file), { now: NOW, ...outside })

const OTHER = { ...CERTIFICATE, id: 'HTL-0000-0001', personName: 'Ana Reyes' }
const credential = JSON.stringify(await signedBadge())
const token = tokenOf()
const expired = tokenOf({
  ...OTHER,
  issuedAt: '2026-01-01T00:00:00.000Z',
  validUntil: '2026-04-01T00:00:00.000Z',
})
const [headPart, payload, signature = ''] = tokenOf(OTHER).split('.')
const forged = [headPart, payload, signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))].join(
  '.',
)
const locked = new Uint8Array(readFileSync(join(__dirname, '../../fixtures/verify/own-user-password.pdf')))
async function pdf(files: readonly (readonly [string, string])[]) {
  const file = await PDFDocument.create()
  file.addPage()
  for (const [name, content] of files) await file.attach(bytes(content), name)
  return file.save()
}
/** The badge as a picture whose bytes were changed after it was made. */
const wrongSum = () => {
  const picture = bake(DOT, credential)
  const at = Buffer.from(picture).indexOf('"91"')
  picture[at + 1] = 0x38
  return picture
}

/** A mail as a program saves it, each file in base64. */
function mail(files: readonly (string | Uint8Array)[], words = 'See the attached.'): string {
  const attached = files.map((file) => {
    const lines = Buffer.from(bytes(file))
      .toString('base64')
      .match(/.{1,76}/g)!
      .join('\r\n')
    return `--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n${lines}\r\n`
  })
  const text = `--b\r\nContent-Type: text/plain\r\n\r\n${words}\r\n`
  return `From: hr@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${text}${attached.join('')}--b--\r\n`
}

describe('a mail', () => {
  it('is looked into', async () => {
    const file = await pdf([
      ['credential.json', credential],
      ['certificate.jws', token],
    ])
    expect(await said(mail([file]))).toBe('valid')
    expect((await verify(mail([file]))).issuer).toBe(ISSUER.did)
  })

  it.each<[string, () => Promise<string> | string, string]>([
    ['a forged one after a valid one', () => mail([token, forged]), 'tampered: signature | valid'],
    ['a forged one before a valid one', () => mail([forged, token]), 'tampered: signature | valid'],
    ['an expired one after a valid one', () => mail([token, expired]), 'expired | valid'],
    [
      'a forged one in its words',
      () => mail([token], `Dear Ana,\r\n\r\n${forged}\r\n\r\nRegards`),
      'tampered: signature | valid',
    ],
    ['the same one twice', () => mail([token, credential, token], token), 'valid'],
    [
      'two of one id that say different things',
      () => mail([token, tokenOf({ ...CERTIFICATE, scorePercent: 100 })]),
      'tampered: token-differs',
    ],
    ['a picture that was changed', () => mail([wrongSum()]), 'tampered: checksum'],
    [
      'a picture that was changed, and a valid one',
      () => mail([token, wrongSum()]),
      'tampered: checksum | valid',
    ],
    ['a locked PDF', () => mail([locked]), 'unreadable: locked'],
    ['a locked PDF and a valid one', () => mail([token, locked]), 'unreadable: locked | valid'],
    [
      'one that was cut off, and a valid one',
      () => mail([bake(DOT, credential).slice(0, -20), token]),
      'unreadable: damaged | valid',
    ],
    [
      'a PDF whose credential was replaced',
      async () =>
        mail([
          await pdf([
            ['credential.json', 'x'],
            ['certificate.jws', token],
          ]),
        ]),
      'tampered: not-json',
    ],
    [
      'more PDFs than are opened',
      async () => mail([token, ...Array<Uint8Array>(21).fill(await pdf([]))]),
      'unreadable: unpacks-to-too-much | valid',
    ],
    ['an archive', () => mail([Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])]), 'unreadable: archive'],
    ['a PDF with nothing attached', async () => mail([await pdf([])]), 'unreadable: no-credential'],
    [
      'a logo, a letter and an archive beside',
      () => mail([DOT, 'Dear Ana', Uint8Array.from([0x50, 0x4b, 3, 4]), token]),
      'valid',
    ],
    ['a logo and a letter', () => mail([DOT, 'Dear Ana']), 'unreadable: not-a-certificate'],
    [
      'many letters before a forged one',
      () => mail([...Array<string>(30).fill('Dear Ana'), token, forged]),
      'tampered: signature | valid',
    ],
  ])('with %s', async (_name, make, verdict) => expect(await said(await make())).toBe(verdict))
})

it('looks into a mail that is attached to a mail, and at the pictures of its words', async () => {
  const file = await pdf([
    ['credential.json', credential],
    ['certificate.jws', token],
  ])
  const picture = (held: string) =>
    `<img src="data:image/png;base64,${Buffer.from(bake(DOT, held)).toString('base64')}">`
  expect(await said(mail([mail([file])]))).toBe('valid')
  expect(await said(mail([mail([mail([file])])]))).toBe('valid')
  expect(await said(mail([mail([forged]), token]))).toBe('tampered: signature | valid')
  expect(await said(mail([`<p>${picture(credential)}</p>`]))).toBe('valid')
  expect(await said(mail([DOT], `<p>${picture(credential)}</p>`))).toBe('valid')
  expect(await said(mail([token], `<p>${picture(credential.replace('"91"', '"99"'))}</p>`))).toBe(
    'tampered: signature | valid',
  )
  const many = mail(Array<Uint8Array>(11).fill(await pdf([])))
  expect(await said(mail([token, many, many]))).toMatch(/^unreadable: unpacks-to-too-much.* valid$/)
})

it('judges each file of a page that carries several', async () => {
  const address = (file: Uint8Array) =>
    `<img src="data:image/png;base64,${Buffer.from(file).toString('base64')}">`
  const other = JSON.stringify(await signedBadge(OTHER))
  expect(await said(`<p>${address(bake(DOT, credential))}${address(bake(DOT, other))}</p>`)).toBe(
    'valid | valid',
  )
  expect(await said(`<p>${address(bake(DOT, credential))}${address(wrongSum())}</p>`)).toBe(
    'tampered: checksum | valid',
  )
})

describe('a text with accented letters in an older encoding', () => {
  const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
  const changed = credential.replace('"91"', '"99"')
  const code = (text: string) => `Voil\u00e0 le code :\r\n${text}\r\n\u00c0 bient\u00f4t`
  const picture = (text: string) => Buffer.from(bake(DOT, text)).toString('base64')
  const letter = (text: string, words = 'Voil\u00e0.') =>
    mail([text], words).replace('text/plain', 'text/plain; charset=iso-8859-1')

  it.each<[string, (text: string) => string]>([
    ['a note', (text) => code(text)],
    ['a mail', (text) => letter(text)],
    [
      'a page with a picture',
      (text) => `<p>Re\u00e7u :</p><img src="data:image/png;base64,${picture(text)}">`,
    ],
  ])('is looked into: %s', async (name, make) => {
    const [good, bad] = name === 'a note' ? [token, forged] : [credential, changed]
    for (const encode of [latin, bytes]) {
      expect(await said(encode(make(good)))).toMatch(/^valid(?:: within-another)?$/)
      expect(await said(encode(make(bad)))).toMatch(/^tampered: (?:signature|checksum)$/)
    }
  })

  it('may carry a PDF', async () => {
    const file = await pdf([
      ['credential.json', credential],
      ['certificate.jws', token],
    ])
    expect(await said(latin(mail([file], 'Voil\u00e0.')))).toBe('valid')
    expect(await said(latin(mail(['Voil\u00e0.'])))).toBe('unreadable: not-a-certificate')
  })

  it('may stand beside one in the encoding of now', async () => {
    const both = (text: string) =>
      new Uint8Array(Buffer.concat([Buffer.from('Voil\u00e0 :\r\n', 'latin1'), Buffer.from(text)]))
    expect(await said(both(credential))).toBe('valid: within-another')
    expect(await said(both(changed))).toBe('tampered: signature')
  })

  it('says of JSON that it ends too early', async () => {
    expect(await said(latin('{"nom": "Zo\u00e9", "a": [1, 2'))).toBe('unreadable: damaged')
  })

  it('is answered soon, however its lines are mixed', async () => {
    const mixed = Buffer.concat([Buffer.from('\u00e9\n', 'latin1'), Buffer.from('\u00e9\n')])
    const file = new Uint8Array(Buffer.concat(Array<Buffer>(350_000).fill(mixed)))
    const took = await processorMs(async () => expect(await said(file)).toBe('unreadable: not-a-certificate'))
    expect(took).toBeLessThan(5000)
  })
})
