import { isWhatItSays, LARGEST_MEDIA, mediaKindOf } from '../domain/scenario/media'
import { MEDIA_FILE_PATTERN } from '../domain/scenario/schema'

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/webp': 'webp',
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
}

/** Collects the pictures and sounds of an imported document under valid names. */
export class MediaShelf {
  readonly files = new Map<string, Uint8Array>()

  /** @param taken the names that other documents have given to files in the same folder */
  constructor(private readonly taken = new Map<string, Uint8Array>()) {}

  /**
   * Keeps a file.
   * @param name its name in the source
   * @returns its new name; `undefined` for a file that can’t be shown or played
   */
  keep(name: string, bytes: Uint8Array): string | undefined {
    const plain = name
      .split('/')
      .at(-1)!
      .toLowerCase()
      .replaceAll(/[^a-z0-9.-]+/g, '-')
      .replace(/^[^a-z0-9]+/, '')
    const ending = plain.slice(plain.lastIndexOf('.') + 1)
    if (!mediaKindOf(plain) || bytes.length > LARGEST_MEDIA || !isWhatItSays(plain, bytes)) return undefined
    const base = plain.slice(0, -ending.length - 1).slice(0, 60) || 'file'
    for (let n = 1; ; n += 1) {
      const file = `${base}${n === 1 ? '' : `-${n}`}.${ending}`
      const there = this.taken.get(file)
      if (there && Buffer.compare(there, bytes) !== 0) continue
      if (!MEDIA_FILE_PATTERN.test(file)) return undefined
      this.files.set(file, bytes)
      this.taken.set(file, bytes)
      return file
    }
  }

  /** Keeps a file that a text contains as a `data:` address. */
  keepAddress(address: string): string | undefined {
    const match = /^data:([\w/+.-]+)(?:;[\w-]+=[^;,]*)*;base64,([A-Za-z0-9+/=\s]+)$/.exec(address)
    const ending = match && ENDINGS[match[1]!.toLowerCase()]
    if (!match || !ending || match[2]!.length > LARGEST_MEDIA * 1.4) return undefined
    const what = match[1]!.startsWith('image') ? 'picture' : 'sound'
    return this.keep(`${what}.${ending}`, Buffer.from(match[2]!, 'base64'))
  }
}
