/** Looks into a file of any kind, and into the files that a mail, a PDF or an archive holds, for what may be ours. */
import { attachedTo } from './attached'
import { isCompound, streamsOf } from './compound'
import { bearsTrace, endsEarly, LARGEST_CREDENTIAL, type Part, type Parts } from './parts'
import { partsOfBytes, partsOfFile } from './parts-of-file'
import { attachmentsOf, CREDENTIAL_FILE, endsBeforeItsEnd, isPdf, TOKEN_FILE, type Attachment } from './pdf'
import { isPng, unbake } from './png'
import { asLatin, textOf } from './decode-text'
import type { Encoding } from './respelled'
import { unpack } from './unpack'
import { unzip, type Unpacks } from './unzip'
import { LARGEST_FILE, LARGEST_UNPACKED, type FileForm, type VerdictReason } from './verdict'

export type Failed = { readonly status: 'tampered' | 'unreadable'; readonly reason: VerdictReason }

export const tampered = (reason: VerdictReason): Failed => ({ status: 'tampered', reason })
export const unreadable = (reason: VerdictReason): Failed => ({ status: 'unreadable', reason })

export interface Holding extends Parts {
  /** True for a PDF, in which our certificates have a credential and a token together. */
  readonly together: boolean
  /** True if it is attached to a PDF or in an archive, which is not checked. */
  readonly within?: boolean
}

const holding = (parts: readonly Parts[], together = false): Holding => ({
  ours: parts.flatMap(({ ours }) => ours),
  others: parts.some(({ others }) => others),
  misread: parts.find(({ misread }) => misread)?.misread,
  together,
})

const read = (bytes: Uint8Array, { encodings }: Place): Parts => {
  const parts = partsOfBytes(bytes, encodings)
  return parts === 'too-large' ? { ours: [], others: true } : parts
}

/** Matches a file name, or that of a copy made by a viewer: `credential (1).json`. */
const isNamed = (name: string, file: string): boolean => {
  const [stem = '', ending = ''] = file.split('.')
  return new RegExp(`(^|[\\\\/])${stem}( ?\\(\\d+\\))?\\.${ending}$`, 'i').test(name)
}

/** Finds an attachment with our name that is no credential or token any more, in a PDF that holds something of ours. */
function replaced(files: readonly (Attachment & { readonly parts: Parts })[]): VerdictReason | undefined {
  const has = (kind: Part['kind']) => files.some(({ parts }) => parts.ours.some((part) => part.kind === kind))
  for (const { name, parts } of files) {
    const kinds = parts.ours.map(({ kind }) => kind)
    if (isNamed(name, CREDENTIAL_FILE) && has('token') && !parts.others) {
      if (kinds.includes('token')) return 'several'
      if (kinds.length === 0) return 'not-json'
    }
    if (
      isNamed(name, TOKEN_FILE) &&
      has('credential') &&
      !has('token') &&
      !parts.others &&
      kinds.length === 0
    ) {
      return 'token-missing'
    }
  }
  return undefined
}

/** A real badge has one packed text; the time that each takes must not add up. */
const MOST_TEXTS = 16

function readPng(bytes: Uint8Array, place: Place): Holding | Failed {
  let left = 4 * LARGEST_CREDENTIAL
  let texts = 0
  const found = unbake(bytes, (packed) => {
    texts += 1
    if (texts > MOST_TEXTS) throw new RangeError('The picture has too many packed texts.')
    const text = unpack(packed, left)
    left -= text.length
    return text
  })
  if ('fault' in found) {
    const ours = bearsTrace(asLatin(bytes, bytes.length))
    return found.fault === 'checksum' && ours ? tampered('checksum') : unreadable('damaged')
  }
  if (found.baked.length === 0) return unreadable('no-credential')
  const held = holding(found.baked.map((baked) => read(baked, place)))
  return held.ours.length > 0 ? held : unreadable('not-a-certificate')
}

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)
/** Recognises a ZIP archive, which documents of office programs are too. */
const isZip = (bytes: Uint8Array): boolean => begins(bytes, [0x50, 0x4b, 0x03, 0x04])
const isBox = (bytes: Uint8Array): boolean => isZip(bytes) || isCompound(bytes)
const isOtherArchive = (bytes: Uint8Array): boolean =>
  begins(bytes, [0x1f, 0x8b]) || begins(bytes, [0x37, 0x7a, 0xbc, 0xaf])
/** Recognises other pictures, such as photographs and converted badges: JPEG, GIF, WebP, TIFF, BMP, HEIC. */
const isOtherPicture = (bytes: Uint8Array): boolean =>
  [
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
    [0x49, 0x49, 0x2a, 0],
    [0x4d, 0x4d, 0, 0x2a],
    [0x42, 0x4d],
  ].some((signature) => begins(bytes, signature)) ||
  /^RIFF....WEBP|^....ftyp(?:heic|heix|mif1|avif)/s.test(asLatin(bytes, 16))

/** Finds a PNG after a few bytes that a server or a mail put before it. */
function pngWithin(bytes: Uint8Array): Uint8Array | undefined {
  for (let at = bytes.indexOf(0x89, 1); at > 0 && at <= 1024; at = bytes.indexOf(0x89, at + 1)) {
    if (isPng(bytes.subarray(at))) return bytes.subarray(at)
  }
  return undefined
}

export interface Looked {
  readonly form: FileForm | null
  readonly found: Holding | Failed
}

/** A real mail holds fewer PDFs; each may unpack to a great deal. */
const MOST_PDFS = 20
/** What can't be read for these reasons may be a certificate, unlike a picture or a letter that holds nothing of ours. */
const NOT_OPENED: ReadonlySet<VerdictReason> = new Set([
  'damaged',
  'locked',
  'too-large',
  'unpacks-to-too-much',
])
const isOurs = ({ found }: Looked): boolean => 'ours' in found || found.status === 'tampered'
const mayBeOurs = (looked: Looked): boolean =>
  isOurs(looked) || ('reason' in looked.found && NOT_OPENED.has(looked.found.reason))
/** Returns true for a picture or a PDF with a credential of another issuer. */
const isSomeones = ({ form, found }: Looked): boolean =>
  form !== null && 'reason' in found && found.reason === 'not-a-certificate'

/** A mail may be attached to another, and that one to a third. So may PDFs and archives. */
const DEEPEST = 3

/** Where a file lies, and what may still be opened for it. */
interface Place {
  /** The number of files around it. */
  readonly depth: number
  readonly opened: { pdfs: number; readonly archives: Unpacks }
  /** The encodings, besides UTF-8, in which programs save texts. */
  readonly encodings: readonly Encoding[]
  /** Absent outside of a PDF or an archive. */
  readonly unpacks?: Unpacks
}

const notOpened = (form: FileForm | null): Looked => ({ form, found: unreadable('unpacks-to-too-much') })

async function lookAtEach(files: readonly Uint8Array[], around: Place): Promise<Looked[]> {
  const place = { ...around, depth: around.depth + 1 }
  const looked: Looked[] = []
  for (const file of files) {
    const asPdf = isPdf(file) && !isBox(file)
    if (asPdf) place.opened.pdfs += 1
    if (asPdf && place.opened.pdfs > MOST_PDFS) looked.push(notOpened('pdf'))
    else looked.push(...(await lookAt(file, place)))
  }
  return looked
}

/** Looks at each file that a text carries, such as a mail, and at the text between them. */
async function lookWithin(text: string, bytes: Uint8Array, place: Place): Promise<Looked[]> {
  const { files, rest } = attachedTo(text)
  const looked = await lookAtEach(files, place)
  const ours = looked.filter(mayBeOurs)
  const beside = lookAtText(ours.length > 0 ? rest : text, bytes, place)
  if (mayBeOurs(beside)) ours.push(beside)
  if (ours.length > 0) return ours
  const told = ({ form, found }: Looked) =>
    form === 'pdf' ||
    ('reason' in found && (found.reason === 'archive' || found.reason === 'revocation-list'))
  return [looked.find(told) ?? beside]
}

/** Returns true for an attachment that holds a certificate within it, and is no part of one. */
function isHolder(bytes: Uint8Array): boolean {
  if (isPng(bytes) || isPdf(bytes) || pngWithin(bytes) || isBox(bytes)) return true
  const text = bytes.length > LARGEST_FILE ? undefined : textOf(bytes)
  return text !== undefined && attachedTo(text).files.length > 0
}

const asWithin = ({ form, found }: Looked): Looked => ({
  form,
  found: 'ours' in found ? { ...found, within: true } : found,
})

/** Looks at what is attached to a PDF: the parts of its own certificate, and the files that hold others. */
async function lookAtAttached(
  attached: readonly Attachment[],
  around: Place,
): Promise<{ readonly own: Holding; readonly replaced?: Failed; readonly others: readonly Looked[] }> {
  const isOther = attached.map(({ bytes }) => isHolder(bytes))
  const files = attached.map((file, index) => ({
    ...file,
    parts: isOther[index] ? { ours: [], others: false } : read(file.bytes, around),
  }))
  const holders = attached.filter((_, index) => isOther[index]).map(({ bytes }) => bytes)
  const looked = await lookAtEach(holders, around)
  const reason = replaced(files)
  return {
    own: holding(
      files.map(({ parts }) => parts),
      true,
    ),
    ...(reason === undefined ? {} : { replaced: tampered(reason) }),
    others: looked.map(asWithin),
  }
}

async function lookAtPdf(bytes: Uint8Array, around: Place): Promise<Looked[]> {
  const asPdf = (found: Holding | Failed): Looked => ({ form: 'pdf', found })
  if (endsBeforeItsEnd(bytes)) return [asPdf(unreadable('damaged'))]
  const unpacks = around.unpacks ?? { left: LARGEST_UNPACKED }
  const place = { ...around, unpacks }
  const again = { ...unpacks }
  const attached = await attachmentsOf(bytes, unpacks)
  if (typeof attached === 'string') return [asPdf(unreadable(attached))]
  const listed = await lookAtAttached(attached, place)
  const found = listed.others.filter(mayBeOurs)
  if (listed.replaced) return [asPdf(listed.replaced), ...found]
  if (listed.own.ours.length > 0) return [asPdf(listed.own), ...found]
  if (found.some(isOurs)) return found
  const left = await attachmentsOf(bytes, again, true)
  unpacks.left = Math.min(unpacks.left, again.left)
  const loose = await lookAtAttached(typeof left === 'string' ? [] : left, place)
  const own = holding([listed.own, loose.own], true)
  found.push(...(own.ours.length > 0 ? [asPdf(own)] : []), ...loose.others.filter(mayBeOurs))
  if (found.length > 0) return found
  const someones =
    own.others ||
    attached.some(({ name }) => isNamed(name, CREDENTIAL_FILE)) ||
    [...listed.others, ...loose.others].some(isSomeones)
  return [asPdf(unreadable(someones ? 'not-a-certificate' : 'no-credential'))]
}

function lookAtText(text: string, bytes: Uint8Array, { encodings }: Place): Looked {
  return lookAtParts(partsOfFile(text, bytes, encodings), text)
}

function lookAtParts(parts: Parts | 'too-large', text: string | undefined): Looked {
  if (parts === 'too-large') return { form: 'json', found: unreadable('too-large') }
  const kinds = parts.ours.map(({ kind }) => kind)
  const isJson = kinds.some((kind) => kind !== 'token') || /^\s*[{[]/.test(text ?? '')
  const form = isJson ? 'json' : kinds.length > 0 ? 'token' : null
  if (kinds.length > 0) return { form, found: holding([parts]) }
  // It was cut off so early that nothing tells whose it was.
  const cut = isJson && text !== undefined && endsEarly(text)
  return { form, found: unreadable(cut ? 'damaged' : parts.list ? 'revocation-list' : 'not-a-certificate') }
}

/** The words of a document, which are XML, are not read. */
const isFile = (name: string): boolean => !/\/$|\.(?:xml|rels)$/i.test(name)

/** Looks at the files in an archive, a document or a mail saved by Outlook. */
async function lookAtBox(bytes: Uint8Array, around: Place): Promise<Looked[]> {
  if (around.depth > DEEPEST) return [notOpened(null)]
  // A mail may carry many archives, which together may unpack to as much as one.
  const unpacks = around.unpacks ?? around.opened.archives
  const { files, tooMuch } = isZip(bytes)
    ? unzip(bytes, isFile, LARGEST_FILE, unpacks)
    : streamsOf(bytes, LARGEST_FILE, unpacks)
  const looked = await lookAtEach(files, { ...around, unpacks })
  // Settings and programs may look like JSON that was cut off.
  const found = looked.filter((one) => isOurs(one) || (one.form !== 'json' && mayBeOurs(one))).map(asWithin)
  if (tooMuch) found.push(notOpened(null))
  if (found.length > 0) return found
  return isZip(bytes)
    ? [{ form: null, found: unreadable('archive') }]
    : [lookAtParts(partsOfBytes(bytes, around.encodings), undefined)]
}

/** Looks at a picture, a PDF or another file that is no text. */
async function lookAtBinary(bytes: Uint8Array, place: Place): Promise<Looked[] | undefined> {
  if (isPng(bytes)) return [{ form: 'png', found: readPng(bytes, place) }]
  // An archive may have a picture or a PDF in its first bytes.
  if (isBox(bytes)) return lookAtBox(bytes, place)
  if (isPdf(bytes)) {
    const tooMuch = place.depth > DEEPEST || bytes.length > LARGEST_FILE
    return tooMuch ? [notOpened('pdf')] : lookAtPdf(bytes, place)
  }
  const picture = pngWithin(bytes)
  if (picture) return [{ form: 'png', found: readPng(picture, place) }]
  if (isOtherArchive(bytes)) return [{ form: null, found: unreadable('archive') }]
  if (isOtherPicture(bytes)) return [{ form: null, found: unreadable('no-credential') }]
  return undefined
}

/** Looks at a file, and at what it carries unless it lies too deep within others. */
async function lookAt(bytes: Uint8Array, place: Place): Promise<Looked[]> {
  const binary = await lookAtBinary(bytes, place)
  if (binary) return binary
  const text = textOf(bytes)
  if (text === undefined) return [lookAtParts(partsOfBytes(bytes, place.encodings), undefined)]
  return place.depth < DEEPEST ? lookWithin(text, bytes, place) : [lookAtText(text, bytes, place)]
}

/**
 * Looks at a file. A mail gives a finding for each file that it carries and may be a certificate, and for its text; so
 * do a PDF for each file that is attached to it, and an archive or a document for each in it.
 * @param encodings those in which programs save texts, besides UTF-8
 */
export const look = (bytes: Uint8Array, encodings: readonly Encoding[]): Promise<readonly Looked[]> =>
  lookAt(bytes, { depth: 0, opened: { pdfs: 0, archives: { left: LARGEST_UNPACKED } }, encodings })
