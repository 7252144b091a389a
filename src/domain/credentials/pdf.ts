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
import { asLatin } from './decode-text'
import type { Unpacks } from './unzip'
import { LARGEST_UNPACKED } from './verdict'

/** The name of the credential among the attachments of a certificate's PDF. */
export const CREDENTIAL_FILE = 'credential.json'
/** The attachment's name of the token that the QR code also carries. */
export const TOKEN_FILE = 'certificate.jws'

/** The content and metadata that are added to a printed certificate. */
export interface PdfParts {
  /** The elements of the page with the ink colours in which they were printed. */
  readonly elements: Element
  /** 32 hexadecimal digits, unique for each paper. */
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
 * Tags a printed certificate, writes its metadata, and attaches the credential and the token of the QR code. Its
 * appearance does not change.
 * @param pdf the PDF as it was printed
 * @returns the bytes of the finished PDF
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

/** A file that is attached to a PDF. */
export interface Attachment {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The reasons for which the attachments of a PDF can't be read. */
export type PdfFault = 'damaged' | 'locked' | 'unpacks-to-too-much'

const MOST_ATTACHMENTS = 64

function streamOf(spec: PDFDict): PDFStream | undefined {
  const files = spec.lookupMaybe(PDFName.of('EF'), PDFDict)
  const stream = files?.lookup(PDFName.of('F')) ?? files?.lookup(PDFName.of('UF'))
  return stream instanceof PDFStream ? stream : undefined
}

/**
 * Returns every attached file with its dictionary: from the name tree, which viewers list, from the list of associated
 * files, and from what is pinned to a page.
 */
function fileSpecs(file: PDFDocument): ReadonlyMap<PDFStream, PDFDict> {
  const { catalog, context } = file
  // The time to read a file that is listed many times must not add up.
  const found = new Map<PDFStream, PDFDict>()
  const add = (value: PDFObject | undefined) => {
    const spec = context.lookup(value)
    const stream = spec instanceof PDFDict && found.size < MOST_ATTACHMENTS ? streamOf(spec) : undefined
    if (stream && !found.has(stream)) found.set(stream, spec as PDFDict)
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
  for (const [, object] of context.enumerateIndirectObjects()) {
    const isPin =
      object instanceof PDFDict && object.get(PDFName.of('Subtype')) === PDFName.of('FileAttachment')
    if (isPin) add(object.get(PDFName.of('FS')))
  }
  return found
}

const textOf = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''

const nameOf = (spec: PDFDict): string =>
  textOf(spec.lookup(PDFName.of('UF'))) || textOf(spec.lookup(PDFName.of('F')))

interface Decoder {
  readonly buffer: Uint8Array
  ensureBuffer(requested: number): Uint8Array
}

/** The number of bytes that the PDF which is being read may still unpack. */
let left = Infinity
let limited = false

/**
 * Limits how much a PDF may unpack. All decoders of the library grow their buffers in one method of their common class,
 * for the tables of a PDF as for its attachments, so that only this method can hold a limit.
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
    // The buffer doubles each time, so that this runs only a few times for each decoder, and one step past
    // the limit costs little.
    const buffer = grow.call(this, requested)
    left -= buffer.byteLength - before
    if (left < 0) throw new RangeError('The PDF unpacks to too much.')
    return buffer
  }
}

let turn: Promise<unknown> = Promise.resolve()

/** Runs one read after another, so that the limit counts only for the PDF that is being read. */
function oneAtATime<R>(read: () => Promise<R>): Promise<R> {
  const mine = turn.then(read)
  turn = mine.catch(() => undefined)
  return mine
}

/** Returns true if a PDF is encrypted. That statement itself is never encrypted. */
const isLocked = (pdf: Uint8Array): boolean =>
  /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(asLatin(pdf, pdf.length))

/**
 * Reads the files that are attached to a PDF.
 * @param unpacks what its compressed parts may need; what they needed is taken from it
 * @param loose true for the files that no list names any more, as programs that join or split files leave them
 * @returns `damaged` when the PDF can't be parsed, `locked` when it is encrypted, even if it opens without a password,
 *   `unpacks-to-too-much` when its compressed parts need more bytes than they may
 */
export function attachmentsOf(
  pdf: Uint8Array,
  unpacks: Unpacks = { left: LARGEST_UNPACKED },
  loose = false,
): Promise<Attachment[] | PdfFault> {
  return oneAtATime(async () => {
    limitDecoders()
    left = unpacks.left
    try {
      const found = await readAttachments(pdf, loose)
      // The library ignores some parts that it can't decode, and so it may ignore the error of the limit.
      return left < 0 ? 'unpacks-to-too-much' : found
    } catch {
      if (left < 0) return 'unpacks-to-too-much'
      return isLocked(pdf) ? 'locked' : 'damaged'
    } finally {
      unpacks.left = Math.max(0, left)
      left = Infinity
    }
  })
}

const contentOf = (stream: PDFStream): Uint8Array =>
  stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()

async function readAttachments(pdf: Uint8Array, loose: boolean): Promise<Attachment[]> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true })
  const specs = fileSpecs(file)
  if (!loose) return [...specs].map(([stream, spec]) => ({ name: nameOf(spec), bytes: contentOf(stream) }))
  return file.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object): object is PDFStream => object instanceof PDFStream)
    .filter((stream) => !specs.has(stream))
    .filter(({ dict }) => dict.lookup(PDFName.of('Type')) === PDFName.of('EmbeddedFile'))
    .slice(0, MOST_ATTACHMENTS)
    .map((stream) => ({ name: '', bytes: contentOf(stream) }))
}

/** Returns true if the end of a PDF is missing: it has no end mark, or an object follows the last one. */
export function endsBeforeItsEnd(pdf: Uint8Array): boolean {
  const text = asLatin(pdf, pdf.length)
  const end = text.lastIndexOf('%%EOF')
  return end < 0 || /\d\s+\d+\s+obj\b/.test(text.slice(end))
}

/** Returns true if bytes begin as a PDF does. A few bytes may stand before it, as readers allow. */
export function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')
}
