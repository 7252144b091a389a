// Builds the page of tests/page, which plays a scenario without Electron, and finds a browser to show it. The page is
// not part of the application.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { stampOf } from './compile.mjs'
import { ensureSystem } from './system.mjs'
import { CHROMIUMS, onPath, projectRoot, say } from './tools.mjs'

const INPUTS = [
  'src/domain',
  'src/renderer',
  'src/texts',
  'tests/page',
  'tests/bench/big-scenario.ts',
  'build/page.mjs',
  'package-lock.json',
]
const FOLDER = path.join(projectRoot, 'out', 'test-page')
const STAMP = path.join(projectRoot, 'out', 'test-page-stamp')

/** Builds the page, unless it was already built from exactly these sources. @returns {Promise<string>} its folder */
export async function buildPage() {
  const stamp = stampOf(projectRoot, INPUTS)
  if (
    existsSync(path.join(FOLDER, 'index.html')) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === stamp
  )
    return FOLDER
  say('Building the page that plays without Electron …')
  rmSync(STAMP, { force: true })
  await build({
    configFile: false,
    root: path.join(projectRoot, 'tests', 'page'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      target: 'chrome114',
      outDir: FOLDER,
      rollupOptions: {
        input: ['index.html', 'studio.html'].map((file) => path.join(projectRoot, 'tests', 'page', file)),
      },
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      modulePreload: { polyfill: false },
    },
  })
  writeFileSync(STAMP, stamp)
  return FOLDER
}

/**
 * Finds a browser of this machine for Playwright: a program on the path, or the one that every Windows and most Macs
 * have.
 * @returns {{ executablePath: string } | { channel: string }}
 */
export function chromium(platform = process.platform, find = onPath) {
  const found =
    platform === 'linux' ? CHROMIUMS.map((name) => find(name)).find((file) => file !== null) : null
  if (found) return { executablePath: found }
  return { channel: platform === 'win32' ? 'msedge' : 'chrome' }
}

/**
 * Returns the environment in which tests and measurements can show the page. Without a browser, those that need one
 * fail and the others go on.
 * @param {import('./electron-runtime.mjs').Runtime} runtime
 * @returns {Promise<Record<string, string>>}
 */
export async function pageEnv({ execPath }) {
  try {
    await ensureSystem({ execPath, chromium: true })
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
  return { HTL_PAGE: await buildPage(), HTL_CHROMIUM: JSON.stringify(chromium()) }
}
