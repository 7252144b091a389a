import { utf8 } from '@scure/base'
import {
  AFRelationship,
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'

/** Name of the credential among the attachments of a certificate's PDF. */
export const CREDENTIAL_FILE = 'credential.json'
/** Name of the token that the QR code carries, among the attachments. */
export const TOKEN_FILE = 'certificate.jws'

/** What is put into a printed certificate. */
export interface PdfParts {
  readonly credential: string
  readonly token: string
  readonly title: string
  readonly organisation: string
  readonly locale: string
  readonly issuedAt: Date
}

/**
 * Puts the credential and the token of the QR code into a printed certificate, and says in its metadata what it is.
 * Pages and fonts stay as they are.
 */
export async function attachToPdf(pdf: Uint8Array, parts: PdfParts): Promise<Uint8Array> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false })
  file.setTitle(parts.title, { showInWindowTitleBar: true })
  file.setLanguage(parts.locale)
  file.setAuthor(parts.organisation)
  file.setCreator('Hold the Line')
  file.setCreationDate(parts.issuedAt)
  file.setModificationDate(parts.issuedAt)
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

/**
 * The files that are attached to a PDF.
 * @returns `undefined` when it can't be read as a PDF
 */
export async function attachmentsOf(pdf: Uint8Array): Promise<Attachment[] | undefined> {
  try {
    const file = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true })
    return fileSpecs(file).flatMap((spec) => {
      const files = spec.lookupMaybe(PDFName.of('EF'), PDFDict)
      const stream = files?.lookup(PDFName.of('F')) ?? files?.lookup(PDFName.of('UF'))
      if (!(stream instanceof PDFStream)) return []
      const bytes =
        stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()
      const name = textOf(spec.lookup(PDFName.of('UF'))) || textOf(spec.lookup(PDFName.of('F')))
      return [{ name, bytes }]
    })
  } catch {
    return undefined
  }
}

/** Whether bytes begin as a PDF does; a few bytes may stand before it, as readers allow. */
export function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')
}
