/** Opens the page of tests/page in a browser of this machine, without Electron. */
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type LaunchOptions,
  type Page,
} from '@playwright/test'

/** There is no such host: every answer comes from the folder, so that no server is needed. */
const ORIGIN = 'https://player.invalid'

/** This is main's policy, but it allows the person's own files. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

export function startBrowser(): Promise<Browser> {
  const browser = process.env['HTL_CHROMIUM']
  if (!browser) throw new Error('HTL_CHROMIUM is not set; run this through `npm test` or `npm run bench`')
  const switches = JSON.parse(process.env['HTL_ELECTRON_ARGS'] ?? '[]') as string[]
  return chromium.launch({ ...(JSON.parse(browser) as LaunchOptions), args: switches, headless: true })
}

export interface PageOptions extends Pick<BrowserContextOptions, 'viewport' | 'reducedMotion'> {
  readonly locale?: 'en' | 'fr'
  readonly theme?: 'light' | 'dark'
}

/** Shows a page of the folder. Its errors are collected in `faults`. */
export async function openAddress(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
): Promise<{ page: Page; faults: string[] }> {
  const folder = process.env['HTL_PAGE']
  if (!folder) throw new Error('HTL_PAGE is not set; run this through `npm test` or `npm run bench`')
  const context = await browser.newContext(options)
  const faults: string[] = []
  await context.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url())
    const type = TYPES[extname(pathname)]
    if (origin !== ORIGIN || !type) {
      faults.push(`asked for ${route.request().url()}`)
      return route.abort()
    }
    const headers = { 'content-security-policy': POLICY, 'content-type': type }
    return route.fulfill({ body: readFileSync(join(folder, pathname)), headers })
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  await page.goto(`${ORIGIN}/${address}`)
  return { page, faults }
}

/** Shows the player's page and gives it these files. */
export async function openPage(
  browser: Browser,
  files: readonly string[],
  { locale = 'en', theme = 'light', ...options }: PageOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const opened = await openAddress(browser, `index.html?locale=${locale}&theme=${theme}`, options)
  await opened.page.locator('input[type=file]').setInputFiles([...files])
  return opened
}
