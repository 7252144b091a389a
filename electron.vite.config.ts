import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { lateChunksCompressed, lateFilesCompressed } from './build/late-files'
import { reactAsModules } from './build/react-modules'
import { areasNotReadBy } from './build/text-areas'
import { COMMAND_LINE_AREAS, localesIn, REVIEW_AREAS, textsReadAhead } from './build/texts'

const MAIN = resolve(__dirname, 'src/main')
const TEXTS = resolve(__dirname, 'src/texts')

const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  // Names of functions and classes stay, for the sake of whoever reads a stack; what the runtime would read in vain goes.
  minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
} as const

/** The fonts come with a second form for browsers of another time; Chromium never asks for it. */
const withoutWoff = {
  postcssPlugin: 'without-woff',
  Declaration: {
    src: (declaration: { value: string }) => {
      declaration.value = declaration.value.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '')
    },
  },
}

export default defineConfig({
  main: {
    plugins: [textsReadAhead(TEXTS, areasNotReadBy(MAIN, TEXTS)), lateChunksCompressed()],
    // A library for proofs can fetch documents. This program gives it everything from memory and ships no code that could.
    resolve: {
      alias: { '@digitalbazaar/http-client': resolve(__dirname, 'src/main/credentials/no-network.ts') },
    },
    build: {
      target: 'node18',
      rollupOptions: {
        // The worker is a thread of main with a file of its own; see src/main/worker/client.ts.
        input: {
          index: 'src/main/index.ts',
          worker: 'src/main/worker/worker.ts',
          'row-thread': 'src/main/export/row-thread.ts',
        },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      rollupOptions: { input: { index: 'src/preload/index.ts' }, output: commonJs },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [
      reactAsModules(),
      react(),
      textsReadAhead(TEXTS, [...COMMAND_LINE_AREAS, ...REVIEW_AREAS]),
      lateFilesCompressed(),
    ],
    json: { namedExports: false },
    css: { postcss: { plugins: [withoutWoff] } },
    build: {
      target: 'chrome114',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: {
        polyfill: false,
        // The page asks for them itself as soon as a link would.
        resolveDependencies: (file, dependencies) => (/\/texts-[^/]*$/.test(file) ? [] : dependencies),
      },
      chunkSizeWarningLimit: 700,
      rollupOptions: {
        input: {
          index: 'src/renderer/index.html',
          print: 'src/renderer/print.html',
          badge: 'src/renderer/badge.html',
          report: 'src/renderer/report.html',
        },
        output: {
          // The first screens come in one piece: each file that the page asks for waits its turn in main.
          codeSplitting: {
            groups: [
              { name: 'start', test: /src\/renderer\/main\.tsx$|rolldown.runtime/ },
              // Of a language, what the first screens say, and all the rest.
              ...localesIn(TEXTS).flatMap((locale) => [
                {
                  name: `texts-${locale}-first`,
                  test: new RegExp(`src/texts/${locale}/(?:app|errors|sign-in)\\.json$`),
                },
                { name: `texts-${locale}`, test: new RegExp(`src/texts/${locale}/(?!cli\\.).*\\.json$`) },
              ]),
            ],
          },
        },
      },
    },
  },
})
