/** Verifies certificates that are attached to the PDF of somebody else, or to another certificate. */
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bake, crc32 } from '../../../src/domain/credentials/png'
import { LARGEST_FILE, LARGEST_UNPACKED } from '../../../src/domain/credentials/verdict'
import { verifyCertificate } from '../../../src/domain/credentials/verify'
import { processorMs } from '../../time'
import { CERTIFICATE, outside, DOT, NOW, signedBadge, tokenOf, said } from './samples'

type File = readonly [name: string, content: string | Uint8Array]

const bytes = (value: string | Uint8Array) =>
  value instanceof Uint8Array ? value : new Uint8Array(Buffer.from(value))
const verify = (file: string | Uint8Array) => verifyCertificate(bytes(file), { now: NOW, ...outside })

async function documentWith(files: readonly File[]): Promise<PDFDocument> {
  const file = await PDFDocument.create()
  file.addPage()
  for (const [name, content] of files) await file.attach(bytes(content), name)
  return file
}
const pdf = async (...files: readonly File[]) => (await documentWith(files)).save()

const OTHER = { ...CERTIFICATE, id: 'HTL-0000-0001', personName: 'Ana Reyes' }
const credential = JSON.stringify(await signedBadge())
const changed = credential.replace('"91"', '"99"')
const other = JSON.stringify(await signedBadge(OTHER))
const token = tokenOf()
const badge = bake(DOT, credential)
const certificate = await pdf(['credential.json', credential], ['certificate.jws', token])
const certificateOfOther = await pdf(['credential.json', other], ['certificate.jws', tokenOf(OTHER)])
const forged = await pdf(['credential.json', changed])
const letter = await pdf()
const locked = new Uint8Array(readFileSync(join(__dirname, '../../fixtures/verify/own-user-password.pdf')))

/** A mail with a file in base64, as a program saves it. */
const mail = (file: Uint8Array, words = 'See the attached.'): string =>
  [
    'From: hr@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n',
    `--b\r\nContent-Type: text/plain\r\n\r\n${words}`,
    '--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n',
    Buffer.from(file)
      .toString('base64')
      .match(/.{1,76}/g)!
      .join('\r\n'),
    '--b--\r\n',
  ].join('\r\n')

/** Puts a PDF into others, so many around it. */
async function nested(file: Uint8Array, around: number): Promise<Uint8Array> {
  return around === 0 ? file : nested(await pdf(['application.pdf', file]), around - 1)
}

const WITHIN = 'valid: within-another'

describe('a certificate that is attached to the PDF of somebody else', () => {
  it.each<[string, readonly File[], string]>([
    ['as a PDF', [['certificate.pdf', certificate]], WITHIN],
    ['as a badge', [['badge.png', badge]], WITHIN],
    ['in a mail', [['mail.eml', mail(certificate)]], WITHIN],
    ['in a mail, as a badge', [['mail.eml', mail(badge)]], WITHIN],
    ['as a credential', [['credential.json', credential]], 'valid: credential-alone'],
    [
      'as all of them',
      [
        ['badge.png', badge],
        ['certificate.pdf', certificate],
        ['mail.eml', mail(certificate)],
      ],
      WITHIN,
    ],
    [
      'beside a letter and a logo',
      [
        ['letter.pdf', letter],
        ['logo.png', DOT],
        ['letter.txt', 'Dear Ana'],
        ['certificate.pdf', certificate],
      ],
      WITHIN,
    ],
    [
      'beside that of another person',
      [
        ['certificate.pdf', certificate],
        ['certificate (1).pdf', certificateOfOther],
      ],
      `${WITHIN} | ${WITHIN}`,
    ],
    [
      'beside a tampered one',
      [
        ['certificate.pdf', certificateOfOther],
        ['badge.png', bake(DOT, changed)],
      ],
      `tampered: signature | ${WITHIN}`,
    ],
    ['and tampered with', [['certificate.pdf', forged]], 'tampered: signature'],
    ['and tampered with, in a mail', [['mail.eml', mail(forged)]], 'tampered: signature'],
    [
      'beside a locked one',
      [
        ['certificate.pdf', certificate],
        ['secret.pdf', locked],
      ],
      `unreadable: locked | ${WITHIN}`,
    ],
    ['and cut off', [['badge.png', badge.slice(0, -20)]], 'unreadable: damaged'],
    [
      'beside one that says something else under the same number',
      [
        ['certificate.pdf', certificate],
        ['mail.eml', mail(bytes(tokenOf({ ...CERTIFICATE, scorePercent: 100 })))],
      ],
      'tampered: token-differs',
    ],
  ])('is found %s', async (_name, files, verdict) => expect(await said(await pdf(...files))).toBe(verdict))

  it('is told with its own content and kind', async () => {
    expect(await verify(await pdf(['badge.png', badge]))).toMatchObject({
      form: 'png',
      told: { id: CERTIFICATE.id, personName: CERTIFICATE.personName },
    })
    expect(await verify(await pdf(['a.pdf', certificate]))).toMatchObject({ form: 'pdf' })
  })

  it('is found however the PDF was saved', async () => {
    const made = () => documentWith([['certificate.pdf', certificate]])
    expect(await said(await (await made()).save({ useObjectStreams: false }))).toBe(WITHIN)
    const portfolio = await made()
    portfolio.catalog.set(PDFName.of('Collection'), portfolio.context.obj({ Type: 'Collection', View: 'T' }))
    expect(await said(await portfolio.save())).toBe(WITHIN)
    // Other programs leave the attachment unpacked.
    const plain = await PDFDocument.create()
    plain.addPage()
    const stream = plain.context.register(plain.context.stream(certificate, { Type: 'EmbeddedFile' }))
    const spec = plain.context.obj({ Type: 'Filespec', F: PDFString.of('c.pdf'), EF: { F: stream } })
    plain.catalog.set(
      PDFName.of('Names'),
      plain.context.obj({ EmbeddedFiles: { Names: [PDFString.of('c.pdf'), spec] } }),
    )
    expect(await said(await plain.save())).toBe(WITHIN)
  })

  it('is found where no list names it any more', async () => {
    const saved = await PDFDocument.load(await pdf(['certificate.pdf', certificate]))
    saved.catalog.delete(PDFName.of('Names'))
    saved.catalog.delete(PDFName.of('AF'))
    expect(await said(await saved.save())).toBe(WITHIN)
  })

  it('is found where a page has it as a pinned file, also beside another', async () => {
    const file = await documentWith([['certificate.pdf', certificateOfOther]])
    const { context } = file
    const stream = context.register(context.flateStream(badge))
    const spec = context.register(context.obj({ Type: 'Filespec', F: PDFString.of('b'), EF: { F: stream } }))
    const pin = context.obj({ Type: 'Annot', Subtype: 'FileAttachment', Rect: [0, 0, 9, 9], FS: spec })
    file.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(pin)]))
    expect(await said(await file.save())).toBe(`${WITHIN} | ${WITHIN}`)
  })

  it('lies at most three PDFs deep', async () => {
    for (const around of [1, 2, 3]) expect(await said(await nested(certificate, around))).toBe(WITHIN)
    expect(await said(await nested(certificate, 4))).toBe('unreadable: unpacks-to-too-much')
    expect(await said(await nested(letter, 3))).toBe('unreadable: no-credential')
    expect(await said(mail(await pdf(['certificate.pdf', certificate])))).toBe(WITHIN)
  })
})

describe('a certificate of ours', () => {
  const own: readonly File[] = [
    ['credential.json', credential],
    ['certificate.jws', token],
  ]
  it.each<[string, readonly File[], string]>([
    ['another', [['certificate (1).pdf', certificateOfOther]], `valid | ${WITHIN}`],
    ['a changed other', [['x.png', bake(DOT, changed)]], 'tampered: signature | valid'],
    ['its own badge', [['badge.png', badge]], 'valid'],
    ['itself', [['certificate.pdf', certificate]], 'valid'],
    ['a letter', [['letter.pdf', letter]], 'valid'],
  ])('is valid with %s attached to it', async (_name, files, verdict) =>
    expect(await said(await pdf(...own, ...files))).toBe(verdict),
  )

  it('does not hide behind another that its credential was replaced', async () => {
    const file = await pdf(
      ['credential.json', 'x'],
      ['certificate.jws', token],
      ['other.pdf', certificateOfOther],
    )
    expect(await said(file)).toBe(`tampered: not-json | ${WITHIN}`)
  })
})

describe('a PDF of somebody else', () => {
  it.each<[string, readonly File[], string]>([
    ['another PDF', [['letter.pdf', letter]], 'unreadable: no-credential'],
    [
      'a picture and a letter',
      [
        ['logo.png', DOT],
        ['mail.eml', mail(DOT)],
      ],
      'unreadable: no-credential',
    ],
    [
      'the badge of another issuer',
      [['badge.png', bake(DOT, JSON.stringify({ '@context': ['https://www.w3.org/ns/credentials/v2'] }))]],
      'unreadable: not-a-certificate',
    ],
    ['a locked PDF', [['secret.pdf', locked]], 'unreadable: locked'],
  ])('with %s attached holds no certificate', async (_name, files, verdict) =>
    expect(await said(await pdf(...files))).toBe(verdict),
  )

  it('that shows the picture of a badge has lost what was in it', async () => {
    const file = await PDFDocument.create()
    file.addPage().drawImage(await file.embedPng(badge))
    expect(await said(await file.save())).toBe('unreadable: no-credential')
  })
})

describe('a PDF that was made to do harm', () => {
  const zeros = (length: number) => new Uint8Array(length)
  it.each<[string, () => Promise<Uint8Array>]>([
    ['unpacks to far too much', () => pdf(['a.txt', zeros(2 * LARGEST_UNPACKED)])],
    ['holds one that does', async () => pdf(['a.pdf', await pdf(['a.txt', zeros(2 * LARGEST_UNPACKED)])])],
    [
      'holds one that is far too large',
      () => pdf(['a.pdf', new Uint8Array(Buffer.concat([letter, zeros(LARGEST_FILE)]))]),
    ],
    [
      'holds several that do together',
      async () => {
        const half = await pdf(['a.txt', zeros(LARGEST_UNPACKED / 4)])
        return pdf(...Array.from({ length: 12 }, (_, i): File => [`${i}.pdf`, half]))
      },
    ],
    [
      'holds very many',
      async () => {
        return pdf(...Array.from({ length: 40 }, (_, i): File => [`${i}.pdf`, letter]))
      },
    ],
    [
      'holds many that hold many',
      async () => {
        const many = async (file: Uint8Array) =>
          pdf(...Array.from({ length: 12 }, (_, i): File => [`${i}.pdf`, file]))
        return many(await many(await many(letter)))
      },
    ],
  ])('is given up soon: it %s', async (_name, make) => {
    const file = await make()
    const took = await processorMs(async () =>
      expect(await said(file)).toMatch(/^unreadable: unpacks-to-too-much/),
    )
    expect(took).toBeLessThan(10_000)
  })

  it('may list one file very often', async () => {
    const file = await PDFDocument.create()
    file.addPage()
    const { context } = file
    const words = bytes('hello world, this is\n'.repeat(70_000))
    const stream = context.register(context.stream(words, { Type: 'EmbeddedFile' }))
    const specs = Array.from({ length: 60 }, (_, i) => [
      PDFString.of(`${i}`),
      context.obj({ Type: 'Filespec', F: PDFString.of(`${i}`), EF: { F: stream } }),
    ])
    file.catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: { Names: specs.flat() } }))
    const saved = await file.save()
    const took = await processorMs(async () => expect(await said(saved)).toBe('unreadable: no-credential'))
    expect(took).toBeLessThan(5000)
  })

  it('may hold a picture whose texts unpack to too much together', async () => {
    const packed = deflateSync(zeros(700_000))
    const text = Buffer.concat([Buffer.from('openbadgecredential\0\0'), packed])
    const chunk = Buffer.alloc(12 + text.length)
    chunk.writeUInt32BE(text.length)
    chunk.write('zTXt', 4)
    text.copy(chunk, 8)
    chunk.writeUInt32BE(crc32(new Uint8Array(chunk.subarray(4, -4))), 8 + text.length)
    const many = Array<Buffer>(1500).fill(chunk)
    const picture = new Uint8Array(Buffer.concat([DOT.subarray(0, 33), ...many, DOT.subarray(33)]))
    const took = await processorMs(async () =>
      expect(await said(picture)).toBe('unreadable: not-a-certificate'),
    )
    // Unpacking all of them takes more than a minute.
    expect(took).toBeLessThan(15_000)
  })
})
