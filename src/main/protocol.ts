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
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
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
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false } },
  ])
}

/**
 * The file that an address means, or `undefined` for anything outside the folder or of an unknown type.
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

/** Pages that main makes itself, by path: the certificate that is printed. */
export type MadePages = ReadonlyMap<string, string>

/** @param onServed told the type of each file that the page was given */
export function serveApp(folder: string, made: MadePages, onServed: (type: string) => void = () => {}): void {
  protocol.handle(SCHEME, async (request) => {
    const page = made.get(request.url)
    if (page !== undefined) {
      return new Response(page, { headers: { ...HEADERS, 'content-type': TYPES['.html']! } })
    }
    const file = request.method === 'GET' ? fileFor(request.url, folder) : undefined
    if (!file) return new Response('Not found', { status: 404, headers: HEADERS })
    try {
      const body = await readFile(file.path)
      onServed(file.type)
      return new Response(new Uint8Array(body), { headers: { ...HEADERS, 'content-type': file.type } })
    } catch {
      return new Response('Not found', { status: 404, headers: HEADERS })
    }
  })
}
