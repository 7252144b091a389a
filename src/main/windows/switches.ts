import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Switches that a release obeys: language, place of the records, and what makes Chromium run, or be read, on a computer
 * that it has trouble with. Chromium knows hundreds more, many for developers, and others come with each version;
 * therefore this is a list of what is let through.
 */
const ALLOWED_SWITCHES = new Set([
  'lang',
  'user-data-dir',
  // Screens, pictures and input
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'force-color-profile',
  'force-device-scale-factor',
  'force-high-contrast',
  'force-renderer-accessibility',
  'high-dpi-support',
  'touch-events',
  // Linux: the display, the keychain, and systems that forbid what Chromium’s sandbox needs
  'disable-dev-shm-usage',
  'disable-setuid-sandbox',
  'enable-wayland-ime',
  'no-sandbox',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
])

/**
 * The switches of a command line that a release does not obey, by their names, without value.
 * They are found as Chromium finds them: after `--` or `-`, on Windows also after `/` and in any case, up to a lone `--`.
 * @param argv with the path of the program in the first place
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
