import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' } as const

export default defineConfig({
  main: {
    build: {
      target: 'node18',
      rollupOptions: {
        // The worker is a thread of main with a file of its own; see src/main/worker/client.ts.
        input: { index: 'src/main/index.ts', worker: 'src/main/worker/worker.ts' },
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
    plugins: [react()],
    build: {
      target: 'chrome114',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: 'src/renderer/index.html', print: 'src/renderer/print.html' } },
    },
  },
})
