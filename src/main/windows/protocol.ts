import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://hold-the-line`

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      // Without `stream`, Chromium plays no sounds of more than about 64 kB.
      privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true, stream: true },
    },
  ])
}

/**
 * Returns the file that an address means, or `undefined` for anything outside the folder or of an unknown type.
 * Exported for tests.
 */
export function fileFor(address: string, folder: string): { path: string; type: string } | undefined {
  let pathname: string
  try {
    const url = new URL(address)
    if (`${url.protocol}//${url.host}` !== ORIGIN) return undefined
    pathname = decodeURIComponent(url.pathname)
  } catch {
    return undefined
  }
  if (pathname.includes('\0') || pathname.includes('\\')) return undefined
  const path = normalize(join(folder, pathname === '/' ? 'index.html' : pathname))
  const type = TYPES[extname(path).toLowerCase()]
  return path.startsWith(folder + sep) && type ? { path, type } : undefined
}

/** A picture or a sound of a scenario, by its hash and its name. */
export interface AskedMedia {
  readonly file: string
  readonly sha256: string
  readonly type: string
}

const MEDIA =
  /^\/media\/(?<sha256>[0-9a-f]{64})\/(?<file>[A-Za-z0-9][A-Za-z0-9._-]*(?<ending>\.(?:png|jpe?g|webp|mp3|ogg|wav)))$/i

/**
 * Returns the picture or sound that an address means: `/media/<SHA-256 of the file>/<its name>`. An address names a
 * content, so that an attempt later shows exactly what it showed, or nothing. Exported for tests.
 */
export function mediaFor(address: string): AskedMedia | undefined {
  if (!address.startsWith(`${ORIGIN}/media/`)) return undefined
  const { sha256, file, ending } = MEDIA.exec(address.slice(ORIGIN.length))?.groups ?? {}
  const type = TYPES[ending?.toLowerCase() ?? '']
  return sha256 !== undefined && file !== undefined && type ? { file, sha256, type } : undefined
}

/**
 * Returns the bytes that a `Range` header asks for. Chromium sends one for each sound, and whenever somebody moves in
 * it. Exported for tests.
 * @param size the size of the whole file in bytes
 * @returns first and last byte; `undefined` for the whole, `null` for a range outside of it
 */
export function rangeOf(
  header: string | undefined,
  size: number,
): readonly [number, number] | undefined | null {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined) return undefined
  const range = [Number(first), Math.min(last ? Number(last) : Infinity, size - 1)] as const
  return range[0] <= range[1] ? range : null
}

/** Answers with a picture, or with the part of a sound that was asked for. */
function mediaAnswer(mimeType: string, data: Buffer, asked: string | undefined): Electron.ProtocolResponse {
  const range = rangeOf(asked, data.length)
  const headers = { ...HEADERS, 'accept-ranges': 'bytes' }
  if (range === undefined) return { headers, mimeType, data }
  if (range === null) {
    const refused = { ...headers, 'content-range': `bytes */${data.length}` }
    return { statusCode: 416, headers: refused, mimeType, data: Buffer.alloc(0) }
  }
  const [first, last] = range
  const part = data.subarray(first, last + 1)
  const told = {
    ...headers,
    'content-range': `bytes ${first}-${last}/${data.length}`,
    'content-length': String(part.length),
  }
  return { statusCode: 206, headers: told, mimeType, data: part }
}

/**
 * Reads a file of the folder. Files that are not needed for the first screen lie there compressed, with another ending.
 * Exported for tests.
 */
export async function contentOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    const packed = await readFile(`${path}.br`).catch(() => {
      throw error
    })
    const { brotliDecompress } = await import('node:zlib')
    return new Promise((resolve, reject) => {
      brotliDecompress(packed, (broken, data) => (broken ? reject(broken) : resolve(data)))
    })
  }
}

/** Pages that main makes itself, by path, such as the certificate that is printed. */
export type MadePages = ReadonlyMap<string, string>

interface Serving {
  /** Called with the type of each file that was sent to the page, and the number of requests that are still open. */
  readonly onServed?: (type: string, onTheirWay: number) => void
  /** Returns a picture or sound of the library, which is opened only some time after the page. */
  readonly media?: (asked: AskedMedia) => Promise<Buffer | undefined>
}

/**
 * The older way is used here because `protocol.handle` has the requests and responses of fetch. Main would read fetch's
 * code before the page gets its first byte, which takes more than a tenth of a start.
 */
export function serveApp(folder: string, made: MadePages, { onServed, media }: Serving = {}): void {
  const notFound = {
    statusCode: 404,
    headers: HEADERS,
    mimeType: 'text/plain',
    data: Buffer.from('Not found'),
  }
  let onTheirWay = 0
  protocol.registerBufferProtocol(SCHEME, ({ method, url, headers }, answer) => {
    const page = made.get(url)
    if (page !== undefined) {
      answer({ headers: HEADERS, mimeType: 'text/html', charset: 'utf-8', data: Buffer.from(page) })
      return
    }
    const asked = method === 'GET' && media ? mediaFor(url) : undefined
    if (asked) {
      media!(asked)
        .then((data) => answer(data ? mediaAnswer(asked.type, data, headers['Range']) : notFound))
        .catch(() => answer(notFound))
      return
    }
    const file = method === 'GET' ? fileFor(url, folder) : undefined
    if (!file) {
      answer(notFound)
      return
    }
    const [mimeType, charset] = file.type.split('; charset=')
    const found = { headers: HEADERS, mimeType: mimeType!, ...(charset ? { charset } : {}) }
    onTheirWay += 1
    contentOf(file.path)
      .then((data) => answer({ ...found, data }))
      .catch(() => answer(notFound))
      .finally(() => {
        onTheirWay -= 1
        onServed?.(file.type, onTheirWay)
      })
  })
}
