import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Matches a web address in the form in which it is kept. Characters that could not stand in every format of linked data
 * are refused: spaces, quotes, angle brackets, letters outside ASCII.
 */
export const WEB_ADDRESS =
  /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?(\/[!#$%&'()*+,./0-9:;=?@A-Z[\]_a-z~-]*)?$/

export const LONGEST_ADDRESS = 300

/**
 * Completes a web address that somebody typed: `https://` is added where it is missing.
 * @returns `undefined` for a text that is no web address, or that has another scheme than https
 */
export function webAddress(typed: string): string | undefined {
  const text = typed.trim()
  const [, host, rest = ''] = /^(?:https:\/\/)?([^/?#]+)(.*)$/i.exec(text) ?? []
  if (host === undefined) return undefined
  const address = `https://${host.toLowerCase()}${/^[?#]/.test(rest) ? `/${rest}` : rest}`
  return address.length <= LONGEST_ADDRESS && WEB_ADDRESS.test(address) ? address : undefined
}

const address = z.string().max(LONGEST_ADDRESS).regex(WEB_ADDRESS)
/** One line of text for a certificate. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u)

/** The person who signs a certificate on paper. */
const signatorySchema = z.object({ name: line(80), title: line(80).nullable() })

/**
 * The organisation's logo, by the SHA-256 of its bytes: the original for paper, and a small version for credentials.
 */
const logoSchema = z.object({ paper: sha256, small: sha256 })

/**
 * The details that an organisation gives of itself on its certificates, besides its name. They are copied into each
 * certificate when it is issued, so that later changes do not alter it.
 */
export const issuerProfileSchema = z.object({
  /** The organisation's web address. */
  web: address.nullable(),
  /** The contact for questions about a certificate: an e-mail address, a telephone number or a page, as one line. */
  contact: line(120).nullable(),
  /** The address at which the organisation publishes the list of revoked certificates that the application writes. */
  statusList: address.nullable(),
  signatory: signatorySchema.nullable(),
  logo: logoSchema.nullable(),
})
export type IssuerProfile = z.output<typeof issuerProfileSchema>

/** The part of the profile that is filled in as a form; the logo is chosen as a file. */
export const issuerProfileForm = issuerProfileSchema.omit({ logo: true })
export type IssuerProfileForm = z.output<typeof issuerProfileForm>

export const NO_PROFILE: IssuerProfile = {
  web: null,
  contact: null,
  statusList: null,
  signatory: null,
  logo: null,
}

/** Returns true for a contact that is an e-mail address. */
export const isEmailAddress = (text: string): boolean =>
  /^[^\s@<>"(),:;[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)

/** The largest logo file in bytes. `LARGEST_LOGO_SIDE` is the most pixels of a side. */
export const LARGEST_LOGO = 1_000_000
export const LARGEST_LOGO_SIDE = 4000

/** The format and the size of a picture, read from its content. */
export interface PictureFacts {
  readonly type: 'image/png' | 'image/jpeg'
  /** In pixels, as `height`. */
  readonly width: number
  readonly height: number
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52] as const

/**
 * Returns true for the JPEG markers that begin a frame, which holds the size: SOF0 to SOF15 without DHT, JPG and DAC
 * (ITU T.81, B.1.1.3).
 */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/**
 * Reads the format and the size of a picture from its header; its file name does not matter.
 * @returns `undefined` for anything but PNG and JPEG, or a picture without a size
 */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sized = (type: PictureFacts['type'], width: number, height: number) =>
    width > 0 && height > 0 ? { type, width, height } : undefined
  if (PNG.every((byte, index) => bytes[index] === byte) && bytes.length >= 33) {
    return sized('image/png', view.getUint32(16), view.getUint32(20))
  }
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!
    if (isFrame(marker)) return sized('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5))
    // A fill byte, or a marker without a length.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2
    else at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
