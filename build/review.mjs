// Builds the page of a reviewer's pack without its scenario: one compressed HTML file, out/review/pack.html.br. The
// application and the command line read it only when a pack is made.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { stampOf } from './compile.mjs'
import { isMain, projectRoot, runMain, say } from './tools.mjs'

const INPUTS = ['src/domain', 'src/renderer', 'src/texts', 'build/review.mjs', 'package-lock.json']
const FOLDER = path.join(projectRoot, 'out', 'review')
const FILE = path.join(FOLDER, 'pack.html.br')
const STAMP = path.join(projectRoot, 'out', 'review-stamp')
/** The areas of texts that the page uses. */
const AREAS = ['review', 'player', 'debrief', 'studio-fields']

/** @param {string} text */
const sourceOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The page needs only the words for values from the texts of the Studio's fields. */
const wordsAlone = {
  name: 'words-alone',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!/\/src\/texts\/[^/]+\/studio-fields\.json$/.test(id)) return undefined
    const kept = Object.entries(JSON.parse(code)).filter(([key]) => key.startsWith('word.'))
    return JSON.stringify(Object.fromEntries(kept))
  },
}

/**
 * Puts script and style into the page, with a policy that allows these two and no network.
 * @param {readonly any[]} files the output of the build
 * @returns {string}
 */
function inOneFile(files) {
  const page = files.find(({ fileName }) => fileName.endsWith('.html'))
  const [script, ...more] = files.filter(({ type }) => type === 'chunk')
  const style = files.find(({ fileName }) => fileName.endsWith('.css'))
  if (!page || !script || !style || more.length > 0)
    throw new Error(`The page is not one script: ${files.map(({ fileName }) => fileName).join(', ')}`)
  // Nothing in a script may look like the end of its element.
  const code = script.code
    .trim()
    .replaceAll(/<\/(?=script)/gi, '<\\/')
    .replaceAll('<!--', '<\\!--')
  const css = String(style.source).trim()
  const policy = [
    "default-src 'none'",
    `script-src ${sourceOf(code)}`,
    `style-src ${sourceOf(css)}`,
    'font-src data:',
    'img-src data:',
    'media-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return (
    String(page.source)
      .replace(/\s*<script type="module"[^>]*><\/script>/, '')
      .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
      .replace(
        '<!-- %REVIEW-POLICY% -->',
        () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
      )
      .replace('</head>', () => `<style>${css}</style>\n</head>`)
      // The script comes after the data that it reads.
      .replace('</body>', () => `<script type="module">${code}</script>\n</body>`)
  )
}

/** Builds the page, unless it was already built from exactly these sources. @returns {Promise<string>} its file */
export async function buildReview() {
  const stamp = stampOf(projectRoot, INPUTS)
  if (existsSync(FILE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return FILE
  say('Building the page for reviewers …')
  rmSync(STAMP, { force: true })
  // The build's plugins are written in TypeScript.
  const { tsImport } = await import('tsx/esm/api')
  const { areasIn, FIRST, textsReadAhead } = await tsImport('./texts.ts', import.meta.url)
  const { reactAsModules } = await tsImport('./react-modules.ts', import.meta.url)
  const texts = path.join(projectRoot, 'src', 'texts')
  const others = areasIn(texts, FIRST).filter((/** @type {string} */ area) => !AREAS.includes(area))
  const built = await build({
    configFile: false,
    root: path.join(projectRoot, 'src', 'renderer', 'review'),
    base: './',
    logLevel: 'warn',
    plugins: [wordsAlone, reactAsModules(), react(), textsReadAhead(texts, others)],
    json: { namedExports: false },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: ['chrome100', 'firefox100', 'safari15'],
      write: false,
      minify: true,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 2000,
      rollupOptions: { output: { codeSplitting: false } },
    },
  })
  const [{ output }] = /** @type {any[]} */ ([built].flat())
  const html = inOneFile(output)
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: html.length }
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(FILE, brotliCompressSync(html, { params }))
  writeFileSync(STAMP, stamp)
  return FILE
}

if (isMain(import.meta.url)) await runMain(async () => ((await buildReview()) ? 0 : 1))
