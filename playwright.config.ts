import { defineConfig } from '@playwright/test'

const displays = JSON.parse(process.env['HTL_DISPLAYS'] ?? '[""]') as string[]

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.{spec,test,e2e}.ts',
  outputDir: 'out/test/e2e',
  // Most of a test is waiting for somebody who types; but each application needs a display of its own.
  workers: displays.length,
  retries: 0,
  forbidOnly: true,
  // Each test has a limit of its own, so that one that hangs is named; they are wide, for a machine may be busy.
  timeout: 8 * 60_000,
  globalTimeout: 100 * 60_000,
  expect: { timeout: 40_000 },
  reporter: 'list',
})
