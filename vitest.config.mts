import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'tests/e2e/**', 'tests/bench/**'],
    environment: 'node',
    // Property tests and the proofs of the larger scenarios take their time on two cores, more on busy ones.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
