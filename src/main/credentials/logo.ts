import { nativeImage } from 'electron'
import { LARGEST_LOGO, LARGEST_LOGO_SIDE, pictureFacts } from '../../domain/credentials'
import { Refused } from '../refused'
import type { Picture } from '../store/tables/pictures'

/**
 * The longest side of the logo within a credential in pixels, and its largest size in bytes. Every credential contains
 * it.
 */
const SMALL_SIDE = 256
const SMALL_BYTES = 24_000

/**
 * Checks a file that is to be the organisation's logo, and makes the small copy.
 * @throws Refused `picture-type`, `picture-large` or `picture-damaged`
 */
export function readLogo(bytes: Uint8Array): { paper: Picture; small: Picture } {
  const facts = pictureFacts(bytes)
  if (bytes.length > LARGEST_LOGO || Math.max(facts?.width ?? 0, facts?.height ?? 0) > LARGEST_LOGO_SIDE) {
    throw new Refused('picture-large', 'A logo has at most 1 MB and 4,000 pixels a side.')
  }
  if (!facts) throw new Refused('picture-type', 'A logo is a PNG or JPEG picture.')
  const image = nativeImage.createFromBuffer(Buffer.from(bytes))
  if (image.isEmpty()) throw new Refused('picture-damaged', 'This picture is damaged.')
  return { paper: { type: facts.type, bytes }, small: smaller(image) }
}

/** Makes a PNG, which keeps transparency, or a JPEG if the PNG would be too large. */
function smaller(image: Electron.NativeImage): Picture {
  const { width, height } = image.getSize()
  for (let side = SMALL_SIDE; ; side /= 2) {
    const share = Math.min(1, side / Math.max(width, height))
    const small = image.resize({
      width: Math.max(1, Math.round(width * share)),
      height: Math.max(1, Math.round(height * share)),
      quality: 'best',
    })
    const png = new Uint8Array(small.toPNG())
    if (png.length <= SMALL_BYTES || side <= 32) return { type: 'image/png', bytes: png }
    const jpeg = new Uint8Array(small.toJPEG(82))
    // A JPEG has no transparency, so a transparent logo is made smaller instead of getting a black background.
    if (jpeg.length <= SMALL_BYTES && !hasHoles(small)) return { type: 'image/jpeg', bytes: jpeg }
  }
}

/** Tells whether any pixel of a picture is transparent. Its bitmap has four bytes a pixel, the last for opacity. */
function hasHoles(image: Electron.NativeImage): boolean {
  const bitmap = image.toBitmap()
  for (let at = 3; at < bitmap.length; at += 4) if (bitmap[at] !== 255) return true
  return false
}
