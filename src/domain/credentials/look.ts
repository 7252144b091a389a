/** Looks into a file of any kind, and into the files that a mail carries, for what may be a certificate of ours. */
import { attachedTo } from './attached'
import {
  bearsTrace,
  endsEarly,
  LARGEST_CREDENTIAL,
  partsOfBytes,
  partsOfText,
  type Part,
  type Parts,
} from './parts'
import { attachmentsOf, CREDENTIAL_FILE, endsBeforeItsEnd, isPdf, TOKEN_FILE, type Attachment } from './pdf'
import { isPng, unbake } from './png'
import { asLatin, textOf } from './decode-text'
import { unpack } from './unpack'
import type { FileForm, VerdictReason } from './verdict'

export type Failed = { readonly status: 'tampered' | 'unreadable'; readonly reason: VerdictReason }

export const tampered = (reason: VerdictReason): Failed => ({ status: 'tampered', reason })
export const unreadable = (reason: VerdictReason): Failed => ({ status: 'unreadable', reason })

export interface Holding extends Parts {
  /** True for a PDF, in which our certificates have a credential and a token together. */
  readonly together: boolean
}

const holding = (parts: readonly Parts[], together = false): Holding => ({
  ours: parts.flatMap(({ ours }) => ours),
  others: parts.some(({ others }) => others),
  together,
})

const read = (bytes: Uint8Array): Parts => {
  const parts = partsOfBytes(bytes)
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

async function readPdf(bytes: Uint8Array): Promise<Holding | Failed> {
  if (endsBeforeItsEnd(bytes)) return unreadable('damaged')
  const attached = await attachmentsOf(bytes)
  if (typeof attached === 'string') return unreadable(attached)
  const files = attached.map((file) => ({ ...file, parts: read(file.bytes) }))
  const reason = replaced(files)
  if (reason !== undefined) return tampered(reason)
  const listed = holding(
    files.map(({ parts }) => parts),
    true,
  )
  if (listed.ours.length > 0) return listed
  const loose = await attachmentsOf(bytes, true)
  const left = typeof loose === 'string' ? [] : loose.map((file) => read(file.bytes))
  const found = holding([listed, ...left], true)
  if (found.ours.length > 0) return found
  const someones = found.others || files.some(({ name }) => isNamed(name, CREDENTIAL_FILE))
  return unreadable(someones ? 'not-a-certificate' : 'no-credential')
}

function readPng(bytes: Uint8Array): Holding | Failed {
  const found = unbake(bytes, (packed) => unpack(packed, 4 * LARGEST_CREDENTIAL))
  if ('fault' in found) {
    const ours = bearsTrace(asLatin(bytes, bytes.length))
    return found.fault === 'checksum' && ours ? tampered('checksum') : unreadable('damaged')
  }
  if (found.baked.length === 0) return unreadable('no-credential')
  const held = holding(found.baked.map((baked) => read(baked)))
  return held.ours.length > 0 ? held : unreadable('not-a-certificate')
}

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)
const isArchive = (bytes: Uint8Array): boolean =>
  begins(bytes, [0x50, 0x4b, 0x03, 0x04]) ||
  begins(bytes, [0x1f, 0x8b]) ||
  begins(bytes, [0x37, 0x7a, 0xbc, 0xaf])
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
const mayBeOurs = ({ found }: Looked): boolean =>
  'ours' in found || found.status === 'tampered' || NOT_OPENED.has(found.reason)

/** A mail may be attached to another, and that one to a third. */
const DEEPEST_MAIL = 3

/** Looks at each file that a text carries, such as a mail, and at the text between them. */
async function lookWithin(text: string, opened = { pdfs: 0 }, depth = 0): Promise<Looked[]> {
  const { files, rest } = attachedTo(text)
  const looked: Looked[] = []
  for (const file of files) {
    if (isPdf(file)) opened.pdfs += 1
    if (isPdf(file) && opened.pdfs > MOST_PDFS)
      looked.push({ form: 'pdf', found: unreadable('unpacks-to-too-much') })
    else looked.push(...(await lookAt(file, opened, depth + 1)))
  }
  const ours = looked.filter(mayBeOurs)
  const beside = lookAtText(ours.length > 0 ? rest : text)
  if (mayBeOurs(beside)) ours.push(beside)
  if (ours.length > 0) return ours
  const told = ({ form, found }: Looked) =>
    form === 'pdf' ||
    ('reason' in found && (found.reason === 'archive' || found.reason === 'revocation-list'))
  return [looked.find(told) ?? beside]
}

function lookAtText(text: string): Looked {
  return lookAtParts(partsOfText(text), text)
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

/** Looks at a picture, a PDF or another file that is no text. */
async function lookAtBinary(bytes: Uint8Array): Promise<Looked | undefined> {
  if (isPng(bytes)) return { form: 'png', found: readPng(bytes) }
  if (isPdf(bytes)) return { form: 'pdf', found: await readPdf(bytes) }
  const picture = pngWithin(bytes)
  if (picture) return { form: 'png', found: readPng(picture) }
  if (isArchive(bytes)) return { form: null, found: unreadable('archive') }
  if (isOtherPicture(bytes)) return { form: null, found: unreadable('no-credential') }
  return undefined
}

/** Looks at a file, and at what it carries unless it lies too deep within others. */
async function lookAt(bytes: Uint8Array, opened = { pdfs: 0 }, depth = 0): Promise<Looked[]> {
  const binary = await lookAtBinary(bytes)
  if (binary) return [binary]
  const text = textOf(bytes)
  if (text === undefined) return [lookAtParts(partsOfBytes(bytes), undefined)]
  return depth < DEEPEST_MAIL ? lookWithin(text, opened, depth) : [lookAtText(text)]
}

/** Looks at a file. A mail gives a finding for each file that it carries and may be a certificate, and for its text. */
export const look = (bytes: Uint8Array): Promise<readonly Looked[]> => lookAt(bytes)
