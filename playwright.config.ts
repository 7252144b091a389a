import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.{spec,test,e2e}.ts',
  outputDir: 'out/test/e2e',
  // A second application beside the first starves both on two cores, and timings then say nothing.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  globalTimeout: 12 * 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
})
