import { utf8 } from '@scure/base'
import {
  AFRelationship,
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { describePdf } from './describe'
import { tagPages, type Element } from './tags'
import { asLatin } from './text'
import { LARGEST_UNPACKED } from './verdict'

/** Name of the credential among the attachments of a certificate's PDF. */
export const CREDENTIAL_FILE = 'credential.json'
/** Name of the token that the QR code carries, among the attachments. */
export const TOKEN_FILE = 'certificate.jws'

/** What is put into a printed certificate. */
export interface PdfParts {
  /** What is on the page, by the inks in which it was printed. */
  readonly elements: Element
  /** 32 hexadecimal digits that differ from paper to paper. */
  readonly id: string
  readonly subject: string
  readonly credential: string
  readonly token: string
  readonly title: string
  readonly organisation: string
  readonly locale: string
  readonly issuedAt: Date
}

/**
 * Tags a printed certificate, says in its metadata what it is, and puts the credential and the token of the QR code
 * into it. How it looks stays as it is.
 */
export async function attachToPdf(pdf: Uint8Array, parts: PdfParts): Promise<Uint8Array> {
  const file = await oneAtATime(() => PDFDocument.load(pdf, { updateMetadata: false }))
  tagPages(file, parts.elements)
  describePdf(file, {
    title: parts.title,
    author: parts.organisation,
    subject: parts.subject,
    language: parts.locale,
    at: parts.issuedAt,
    id: parts.id,
    archive: true,
  })
  const attach = (text: string, name: string, mimeType: string, relationship: AFRelationship) =>
    file.attach(bytesOf(text), name, {
      mimeType,
      description: name === CREDENTIAL_FILE ? 'Open Badges 3.0 credential' : 'Signed token of the QR code',
      creationDate: parts.issuedAt,
      modificationDate: parts.issuedAt,
      afRelationship: relationship,
    })
  await attach(parts.credential, CREDENTIAL_FILE, 'application/ld+json', AFRelationship.Source)
  await attach(parts.token, TOKEN_FILE, 'application/jose', AFRelationship.Supplement)
  return file.save()
}

const bytesOf = (text: string): Uint8Array => utf8.decode(text)

/** A file within a PDF. */
export interface Attachment {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Why the files of a PDF can't be had. */
export type PdfFault = 'damaged' | 'locked' | 'unpacks-to-too-much'

const MOST_ATTACHMENTS = 64

/** Every dictionary of an attached file: of the name tree, which viewers list, and of the list of associated files. */
function fileSpecs(file: PDFDocument): PDFDict[] {
  const { catalog, context } = file
  const found = new Set<PDFDict>()
  const add = (value: PDFObject | undefined) => {
    const spec = context.lookup(value)
    if (spec instanceof PDFDict && found.size < MOST_ATTACHMENTS) found.add(spec)
  }
  const seen = new Set<PDFDict>()
  const walk = (node: PDFDict | undefined) => {
    if (!node || seen.has(node)) return
    seen.add(node)
    const names = node.lookupMaybe(PDFName.of('Names'), PDFArray)
    for (let index = 1; index < (names?.size() ?? 0); index += 2) add(names?.get(index))
    const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray)
    for (let index = 0; index < (kids?.size() ?? 0); index += 1) walk(kids?.lookupMaybe(index, PDFDict))
  }
  walk(catalog.lookupMaybe(PDFName.of('Names'), PDFDict)?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict))
  const associated = catalog.lookupMaybe(PDFName.of('AF'), PDFArray)
  for (let index = 0; index < (associated?.size() ?? 0); index += 1) add(associated?.get(index))
  return [...found]
}

const textOf = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''

interface Decoder {
  readonly buffer: Uint8Array
  ensureBuffer(requested: number): Uint8Array
}

/** What may still be unpacked of the PDF that is being read. */
let left = Infinity
let limited = false

/**
 * Every decoder of the library, of whatever filter, grows its buffer in one method of their common class, for the
 * tables of a PDF as for its attachments; a limit can only be held there.
 */
function limitDecoders(): void {
  if (limited) return
  limited = true
  const dict = PDFContext.create().obj({ Filter: 'ASCIIHexDecode' })
  const decoder = decodePDFRawStream(PDFRawStream.of(dict, new Uint8Array()))
  const common = Object.getPrototypeOf(Object.getPrototypeOf(decoder)) as Decoder
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const grow = common.ensureBuffer
  common.ensureBuffer = function (this: Decoder, requested) {
    const before = this.buffer.byteLength
    // It doubles, so that this happens a few times for each decoder, and one time too many takes little.
    const buffer = grow.call(this, requested)
    left -= buffer.byteLength - before
    if (left < 0) throw new RangeError('The PDF unpacks to too much.')
    return buffer
  }
}

let turn: Promise<unknown> = Promise.resolve()

/** Reads of PDFs wait for each other, so that what is unpacked counts for the one that is being read. */
function oneAtATime<R>(read: () => Promise<R>): Promise<R> {
  const mine = turn.then(read)
  turn = mine.catch(() => undefined)
  return mine
}

/** Whether a PDF says that it is encrypted, which stands in clear in it. */
const isLocked = (pdf: Uint8Array): boolean =>
  /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(asLatin(pdf, pdf.length))

/**
 * The files that are attached to a PDF.
 * @param loose also those that no list names any more, as programs leave them that join or split files
 * @returns `damaged` when it can't be read as a PDF, `locked` when it is encrypted, also when it opens without a
 *   password, `unpacks-to-too-much` when its compressed parts take more room than `LARGEST_UNPACKED`
 */
export function attachmentsOf(pdf: Uint8Array, loose = false): Promise<Attachment[] | PdfFault> {
  return oneAtATime(async () => {
    limitDecoders()
    left = LARGEST_UNPACKED
    try {
      const found = await readAttachments(pdf, loose)
      // The library itself may take a part that it can't decode for one that does not matter.
      return left < 0 ? 'unpacks-to-too-much' : found
    } catch {
      if (left < 0) return 'unpacks-to-too-much'
      return isLocked(pdf) ? 'locked' : 'damaged'
    } finally {
      left = Infinity
    }
  })
}

const contentOf = (stream: PDFStream): Uint8Array =>
  stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()

async function readAttachments(pdf: Uint8Array, loose: boolean): Promise<Attachment[]> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true })
  if (!loose) return attachedBy(fileSpecs(file))
  return file.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object): object is PDFStream => object instanceof PDFStream)
    .filter(({ dict }) => dict.lookup(PDFName.of('Type')) === PDFName.of('EmbeddedFile'))
    .slice(0, MOST_ATTACHMENTS)
    .map((stream) => ({ name: '', bytes: contentOf(stream) }))
}

const attachedBy = (specs: readonly PDFDict[]): Attachment[] =>
  specs.flatMap((spec) => {
    const files = spec.lookupMaybe(PDFName.of('EF'), PDFDict)
    const stream = files?.lookup(PDFName.of('F')) ?? files?.lookup(PDFName.of('UF'))
    if (!(stream instanceof PDFStream)) return []
    const name = textOf(spec.lookup(PDFName.of('UF'))) || textOf(spec.lookup(PDFName.of('F')))
    return [{ name, bytes: contentOf(stream) }]
  })

/** Whether a PDF lacks its end: its last mark of an end is missing, or an object stands behind it. */
export function endsBeforeItsEnd(pdf: Uint8Array): boolean {
  const text = asLatin(pdf, pdf.length)
  const end = text.lastIndexOf('%%EOF')
  return end < 0 || /\d\s+\d+\s+obj\b/.test(text.slice(end))
}

/** Whether bytes begin as a PDF does; a few bytes may stand before it, as readers allow. */
export function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')
}
