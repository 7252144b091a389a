/** Verifies certificates in archives and in the documents of office programs, which are archives too. */
import { PDFDocument } from '@cantoo/pdf-lib'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bake } from '../../../src/domain/credentials/png'
import { LARGEST_FILE } from '../../../src/domain/credentials/verdict'
import { processorMs } from '../../time'
import { CERTIFICATE, DOT, signedBadge, tokenOf, said } from './samples'

const bytes = (value: string | Uint8Array) => (value instanceof Uint8Array ? value : strToU8(value))

const OTHER = { ...CERTIFICATE, id: 'HTL-0000-0001', personName: 'Ana Reyes' }
const credential = JSON.stringify(await signedBadge())
const token = tokenOf()
const badge = bake(DOT, credential)
const changed = bake(DOT, credential.replace('"91"', '"99"'))
const otherBadge = bake(DOT, JSON.stringify(await signedBadge(OTHER)))

async function pdf(...files: readonly (readonly [string, string | Uint8Array])[]): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  file.addPage()
  for (const [name, content] of files) await file.attach(bytes(content), name)
  return file.save()
}
const certificate = await pdf(['credential.json', credential], ['certificate.jws', token])

const zip = (files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, bytes(content)])) as Zippable,
    { level },
  )
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const word = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zip({
    '[Content_Types].xml': `${XML}<Types/>`,
    '_rels/.rels': `${XML}<Relationships/>`,
    'word/document.xml': `${XML}<w:document/>`,
    ...files,
  })
const openDocument = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': `${XML}<office/>`, ...files })
const mail = (file: Uint8Array): string =>
  `From: hr@example.com\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(
    file,
  )
    .toString('base64')
    .match(/.{1,76}/g)!
    .join('\r\n')}\r\n`

const fixture = (name: string) => new Uint8Array(readFileSync(join(__dirname, '../../fixtures/verify', name)))
function changedIn(file: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(file)
  const at = Buffer.from(file).indexOf('"validUntil":"20')
  changed[at + 16] = 0x39
  return changed
}

const WITHIN = 'valid: within-another'

describe('a document or an archive', () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['of Word with a badge as a picture', () => word({ 'word/media/image1.png': badge }), WITHIN],
    [
      'that packs neither a badge nor its end',
      () => zip({ 'a.png': badge }, 0).slice(0, -30),
      'unreadable: archive',
    ],
    ['of Word with a changed badge', () => word({ 'word/media/image1.png': changed }), 'tampered: signature'],
    ['of PowerPoint with two', () => word({ 'ppt/media/image1.png': badge, 'ppt/media/image2.png': otherBadge }), `${WITHIN} | ${WITHIN}`], // prettier-ignore
    ['of a writer with a badge', () => openDocument({ 'Pictures/100.png': badge }), WITHIN],
    ['with a certificate', () => zip({ 'Ana/certificate.pdf': certificate, 'Ana/letter.txt': 'Hi' }), WITHIN],
    ['that packs nothing', () => zip({ 'certificate.pdf': certificate }, 0), WITHIN],
    ['with all files of one certificate', () => zip({ 'c.pdf': certificate, 'c.json': credential, 'c.jws': token, 'c.png': badge }), WITHIN], // prettier-ignore
    ['with a valid and a changed one', () => zip({ 'a.png': changed, 'b.png': otherBadge }), `tampered: signature | ${WITHIN}`], // prettier-ignore
    ['with a mail', () => zip({ 'mail.eml': mail(badge) }), WITHIN],
    ['in an archive', () => zip({ 'a.zip': zip({ 'certificate.pdf': certificate }) }), WITHIN],
    ['in a mail', () => bytes(mail(zip({ 'certificate.pdf': certificate }))), WITHIN],
    ['in a PDF', () => pdf(['letter.docx', word({ 'word/media/image1.png': badge })]), WITHIN],
    ['with a picture that was cut off', () => zip({ 'a.png': badge.slice(0, -20) }), 'unreadable: damaged'],
    ['without any', () => word({ 'word/media/image1.png': DOT }), 'unreadable: archive'],
    [
      'of other files',
      () => zip({ 'a.ini': '[core]\na = [1, 2', 'b.json': '{"a": [1,' }),
      'unreadable: archive',
    ],
    ['that names a course of ours', () => word({ 'word/document.xml': `${XML}<w:t>urn:hold-the-line:terms:contentHash</w:t>` }), 'unreadable: archive'], // prettier-ignore
    ['that was cut off', () => zip({ 'certificate.pdf': certificate }).slice(0, -30), 'unreadable: archive'],
  ])('%s is looked into', async (_name, make, verdict) => expect(await said(await make())).toBe(verdict))

  it('that is locked, or of another kind, is one that people unpack themselves', async () => {
    const locked = zip({ 'badge.png': badge })
    const at = Buffer.from(locked).lastIndexOf('PK\u0001\u0002', undefined, 'latin1')
    locked[at + 8] = 1
    expect(await said(locked)).toBe('unreadable: archive')
    locked[at + 8] = 0
    expect(await said(locked)).toBe(WITHIN)
    locked[at + 10] = 12
    expect(await said(locked)).toBe('unreadable: archive')
  })

  it('keeps what can be read beside what can’t', async () => {
    const file = zip({ 'a.txt': 'hello hello hello hello', 'b.png': badge })
    // The first file's packed content is spoilt.
    file.fill(0xff, 35, 40)
    expect(await said(file)).toBe(WITHIN)
  })
})

describe('a compound file, as Outlook and older office programs write them', () => {
  const outlook = fixture('own-in-outlook.msg')
  const object = fixture('own-in-ole-object.bin')
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['as a mail', () => outlook, WITHIN],
    ['in a document', () => word({ 'word/embeddings/oleObject1.bin': object }), `${WITHIN} beside-others`],
    ['in a PDF', () => pdf(['mail.msg', outlook]), WITHIN],
    ['with a changed certificate', () => changedIn(outlook), 'tampered: signature'],
    ['without a directory', () => outlook.slice(0, 600), 'unreadable: not-a-certificate'],
  ])('is looked into: %s', async (_name, make, verdict) => expect(await said(await make())).toBe(verdict))

  it('is answered, wherever its sectors lead', async () => {
    const headed = outlook.slice(0, 2048)
    for (const byte of [0x00, 0x01, 0x02, 0xff]) {
      for (const at of [28, 30, 44, 48, 56, 60, 76, 80, 512, 516, 520, 1024 + 66, 1024 + 116, 1024 + 120]) {
        const changed = Uint8Array.from([...headed, ...outlook.subarray(2048)])
        changed[at] = byte
        const took = await processorMs(() => said(changed))
        expect(took).toBeLessThan(5000)
      }
    }
  })
})

describe('an archive that was made to do harm', () => {
  const zeros = (length: number) => new Uint8Array(length)
  /** Says that each file in it has one byte, whatever it has. */
  const pretending = (file: Uint8Array) => {
    const view = new DataView(file.buffer, file.byteOffset)
    for (let at = 0; at < file.length - 28; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true)
    }
    return file
  }
  const parts = (count: number, content: Uint8Array) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, content]))
  it.each<[string, () => Uint8Array]>([
    ['many large files', () => zip(parts(12, zeros(LARGEST_FILE - 1)))],
    ['many files that are larger than they say', () => pretending(zip(parts(100, zeros(LARGEST_FILE / 2))))],
    ['archives in archives', () => zip(parts(3, zip(parts(3, zip(parts(3, zip(parts(3, zeros(LARGEST_FILE - 1)))))))))], // prettier-ignore
    ['very many files', () => zip(parts(5000, zeros(1)))],
  ])('is given up soon: %s', async (_name, make) => {
    const file = make()
    const took = await processorMs(async () =>
      expect(await said(file)).toMatch(/^unreadable: unpacks-to-too-much/),
    )
    expect(took).toBeLessThan(10_000)
  })

  it('is given up soon where one file is listed very often', async () => {
    const one = zip({ 'a.txt': zeros(LARGEST_FILE - 1) })
    const view = new DataView(one.buffer, one.byteOffset)
    const directory = view.getUint32(one.length - 6, true)
    const entry = one.slice(directory, one.length - 22)
    const end = one.slice(one.length - 22)
    new DataView(end.buffer).setUint16(10, 30_000, true)
    const file = new Uint8Array(
      Buffer.concat([one.subarray(0, directory), ...Array<Uint8Array>(30_000).fill(entry), end]),
    )
    const took = await processorMs(async () => expect(await said(file)).toMatch(/^unreadable: /))
    expect(took).toBeLessThan(10_000)
  })
})
