import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The switches that a release accepts: for the language, for the place of the records, and for running or reading
 * Chromium on difficult computers. Chromium has hundreds more, many for developers, and each version adds some; this is
 * therefore a list of allowed switches.
 */
const ALLOWED_SWITCHES = new Set([
  'lang',
  'user-data-dir',
  // Screens, pictures and input.
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'force-color-profile',
  'force-device-scale-factor',
  'force-high-contrast',
  'force-renderer-accessibility',
  'high-dpi-support',
  'touch-events',
  // Linux: the display, the keychain, and systems that forbid what Chromium’s sandbox needs.
  'disable-dev-shm-usage',
  'disable-setuid-sandbox',
  'enable-wayland-ime',
  'no-sandbox',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
])

/**
 * Returns the names of the switches on a command line that a release does not accept. They are found as Chromium finds
 * them: after `--` or `-`, on Windows also after `/` and in any case, up to a lone `--`.
 * @param argv the command line, beginning with the path of the program
 */
export function refusedSwitches(argv: readonly string[], platform: NodeJS.Platform): string[] {
  const windows = platform === 'win32'
  const form = windows ? /^(?:--|-|\/)(?<name>[^=]+)/ : /^--?(?<name>[^=]+)/
  const refused = new Set<string>()
  for (const raw of argv.slice(1)) {
    const arg = raw.trim()
    if (arg === '--') break
    const name = form.exec(arg)?.groups?.['name']
    if (name === undefined) continue
    const known = windows ? name.toLowerCase() : name
    if (!ALLOWED_SWITCHES.has(known)) refused.add(known)
  }
  return [...refused]
}

/**
 * Tells whether this package was made for a test that drives it. The mark is inside the program's archive, which the
 * fuses protect against changes. No release has it.
 */
export function isDriven(appFolder: string): boolean {
  const { driven } = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { driven?: unknown }
  return driven === true || driven === 'true'
}
