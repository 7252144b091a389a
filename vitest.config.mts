import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const TESTS = 'tests/**/*.test.{ts,tsx}'
const EXCLUDED = ['**/node_modules/**', 'tests/e2e/**']

/** Replaces a module or a global, or runs in a document: no other test file may meet what it leaves behind. */
const LEAVES_TRACES = /\bvi\.(mock|doMock|hoisted|stubGlobal|resetModules)\(|@vitest-environment/

const apart = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((file) => path.posix.join('tests', file.replaceAll(path.sep, '/')))
  .filter((file) => /\.test\.tsx?$/.test(file) && LEAVES_TRACES.test(readFileSync(file, 'utf8')))

export default defineConfig({
  plugins: [react()],
  test: {
    environment: 'node',
    // The library leaves one processor free, which is half of a small machine.
    maxWorkers: availableParallelism(),
    // Property tests, proofs of the larger scenarios and runs of the command line take their time on two cores, and
    // several times as long where other programs keep both busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        // These read the modules that they share once for each process, not once for each file.
        extends: true,
        test: { name: 'together', include: [TESTS], exclude: [...EXCLUDED, ...apart], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: apart,
          exclude: EXCLUDED,
          setupFiles: ['tests/renderer/setup.ts'],
        },
      },
    ],
  },
})
