/**
 * A file that was cut off on its way is reported as damaged, and only a file that somebody changed as tampered with.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCutJson } from '../../../src/domain/credentials/json'
import { bake } from '../../../src/domain/credentials/png'
import { verifyCertificate } from '../../../src/domain/credentials/verify'
import { CERTIFICATE, outside, DOT, NOW, signedBadge, tokenOf } from './samples'

const certificate = { ...CERTIFICATE, personName: 'Zoë Lefèvre 骨' }
const badge = await signedBadge(certificate)
const credential = JSON.stringify(badge)
const token = tokenOf(certificate)
const bytes = (text: string | Uint8Array) => new Uint8Array(Buffer.from(text as string))

async function said(file: string | Uint8Array): Promise<string> {
  const { also, ...first } = await verifyCertificate(bytes(file), { now: NOW, ...outside })
  return [first, ...also].map(({ status, reason }) => (reason ? `${status}: ${reason}` : status)).join(' | ')
}

async function pdf(credentialText: string, tokenText: string, useObjectStreams = true): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  file.addPage()
  await file.attach(bytes(credentialText), 'credential.json')
  await file.attach(bytes(tokenText), 'certificate.jws')
  return file.save({ useObjectStreams })
}

/** Returns the lengths at which a file is cut: about each tenth, and all of the first and the last ones. */
const lengths = (all: number) =>
  Array.from({ length: all - 1 }, (_, index) => index + 1).filter(
    (length) => length < 12 || length > all - 40 || length % Math.ceil(all / 60) === 0,
  )

const DAMAGED = 'unreadable: damaged'

describe('a credential that was cut off', () => {
  it.each([
    ['as it is saved', credential],
    ['with spaces', JSON.stringify(badge, null, 2)],
    ['in a presentation', JSON.stringify({ '@context': ['x'], type: 'VerifiablePresentation', vc: [badge] })],
    ['in the export of a wallet', JSON.stringify({ items: [{ raw: credential }] })],
  ])('is damaged, wherever: %s', async (_name, text) => {
    for (const length of lengths(text.length)) {
      expect(await said(text.slice(0, length)), `after ${length}`).toBe(DAMAGED)
    }
  })

  it('is damaged, within a letter, in another encoding, behind words, or filled up with zeros', async () => {
    const letter = Buffer.from(credential).indexOf(Buffer.from('骨'))
    for (const more of [0, 1, 2]) {
      const half = Buffer.from(credential).subarray(0, letter + more)
      expect(await said(new Uint8Array(half))).toBe(DAMAGED)
      expect(await said(new Uint8Array(Buffer.concat([half, Buffer.alloc(500)])))).toBe(DAMAGED)
    }
    const utf16 = Buffer.from(`\ufeff${credential}`, 'utf16le')
    for (const less of [1, 2, 301]) expect(await said(new Uint8Array(utf16.subarray(0, -less)))).toBe(DAMAGED)
    expect(await said(`Dear Ana,\n\n${credential.slice(0, -90)}`)).toBe(DAMAGED)
  })

  it('was tampered with where its middle was changed, also so that it is no JSON any more', async () => {
    for (const [from, to] of [
      ['"91"', '"99"'],
      ['"91"', '"91'],
      ['"91"', '91"'],
      ['"91"', ''],
      [':', ''],
      [',', ''],
      ['[', ''],
      [']', ''],
    ] as const) {
      expect(await said(credential.replace(from, to)), `${from} to ${to}`).toMatch(/^tampered/)
    }
    for (const sign of ['{', '}', '[', ']', '"']) {
      for (let at = credential.indexOf(sign); at > 0; at = credential.indexOf(sign, at + 1)) {
        if (at > credential.lastIndexOf('"')) break
        const without = credential.slice(0, at) + credential.slice(at + 1)
        expect(await said(without), `${sign} at ${at}`).toMatch(/^tampered/)
      }
    }
    expect(await said(credential.replace(/"}]}$/, ']}"}'))).toBe('tampered: not-json')
    expect(await said(`{"@context":${credential}`)).toBe('tampered: not-json')
    expect(await said(`${credential}}`)).not.toBe(DAMAGED)
  })
})

describe('a token that was cut off', () => {
  it('is damaged in each of its parts behind the first', async () => {
    for (let length = token.indexOf('.') + 1; length < token.length; length += 1) {
      expect(await said(token.slice(0, length)), `after ${length}`).toBe(DAMAGED)
    }
  })

  it.each([
    ['in a sentence', (t: string) => `The code: ${t}`],
    ['before a greeting', (t: string) => `> ${t}\n>\n> Regards\nAna from the desk\n`],
    ['in lines', (t: string) => t.match(/.{1,70}/g)!.join('\r\n')],
    ['in JSON', (t: string) => JSON.stringify({ code: t })],
  ])('is damaged: %s', async (_name, put) => {
    expect(await said(put(token.slice(0, -5)))).toBe(DAMAGED)
    expect(await said(put(token.replace(/.{5}$/, 'AAAAA')))).toBe('tampered: signature')
    expect(await said(put(`${token}A`))).not.toBe(DAMAGED)
  })
})

describe('a PDF and a picture that were cut off', () => {
  it.each([
    ['PDF', () => pdf(credential, token)],
    ['PDF without packed objects', () => pdf(credential, token, false)],
    ['picture', () => Promise.resolve(bake(DOT, credential))],
  ])('are damaged, wherever: %s', async (_name, make) => {
    const whole = await make()
    // A line break at the very end is no part of the file's content.
    const end = Buffer.from(whole).toString('latin1').trimEnd().length
    for (const length of lengths(end).filter((cut) => cut > 7)) {
      expect(await said(whole.slice(0, length)), `after ${length}`).toBe(DAMAGED)
    }
    for (const length of [60, end >> 1, end - 30]) {
      const filled = new Uint8Array(whole.length + 100)
      filled.set(whole.subarray(0, length))
      expect(await said(filled), `zeros after ${length}`).toBe(DAMAGED)
    }
    expect(await said(Uint8Array.from([...whole, 0, 0, 0]))).toMatch(/^valid/)
  })

  it('are damaged when a later saving of them was cut off', async () => {
    const saved = await pdf(credential, token)
    const again = await PDFDocument.load(saved, { forIncrementalUpdate: true })
    again.setTitle('Looked at')
    const added = await again.saveIncremental(again.takeSnapshot())
    expect(await said(Uint8Array.from([...saved, ...added]))).toBe('valid')
    expect(await said(Uint8Array.from([...saved, ...added.slice(0, -30)]))).toBe(DAMAGED)
  })

  it('are damaged when what is put into them ends early', async () => {
    expect(await said(await pdf(credential.slice(0, -50), token))).toBe(`${DAMAGED} | valid`)
    expect(await said(await pdf(credential, token.slice(0, -9)))).toBe(`${DAMAGED} | valid`)
    expect(await said(await pdf('x', token))).toBe('tampered: not-json')
    expect(await said(bake(DOT, credential.slice(0, -50)))).toBe(DAMAGED)
  })

  it('are damaged within a mail that was cut off', async () => {
    const lines = Buffer.from(await pdf(credential, token))
      .toString('base64')
      .match(/.{1,76}/g)!
      .join('\r\n')
    const mail = `From: a@example.com\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}`
    expect(await said(mail)).toBe('valid')
    for (const less of [1, 2, 3, 500]) expect(await said(mail.slice(0, -less - 12))).toBe(DAMAGED)
  })

  it('are the real ones too', async () => {
    for (const name of ['own-joined-by-pdfunite.pdf', 'own-badge-trailing-bytes.png']) {
      const whole = new Uint8Array(readFileSync(join(__dirname, '../../fixtures/verify', name)))
      expect(await said(whole)).toBe('valid')
      expect(await said(whole.slice(0, whole.length * 0.8))).toBe(DAMAGED)
      expect(await said(whole.slice(0, whole.length * 0.3))).toBe(DAMAGED)
    }
  })
})

describe('isCutJson', () => {
  it('is true of each beginning of a list or an object, and of nothing whole', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(3), fc.nat(), (written, spaces, cut) => {
        const text = JSON.stringify([JSON.parse(written)], null, spaces)
        expect(isCutJson(text)).toBe(false)
        expect(isCutJson(text.slice(0, 1 + (cut % (text.length - 1))))).toBe(true)
        expect(isCutJson(`${text}]`)).toBe(false)
      }),
      { numRuns: 500 },
    )
    for (const text of ['', 'x', '[x', '{x', '{"a" 1', '[1 2', '["a\n', '[01', '[truf', '["\\x', '[1,}']) {
      expect(isCutJson(text), text).toBe(false)
    }
  })
})
