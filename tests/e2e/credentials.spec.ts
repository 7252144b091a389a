import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { certificatesEn } from '../../src/renderer/i18n/certificates.en'
import { verifyCertificate } from '../../src/domain/credentials/verify'
import { holds } from '../domain/credentials/independent'
import { chooseFile, dataFolder, launch, removeFolder, type Running } from './launch'
import { playCourse, PRIYA, setUp, WORDS } from './journey'
import { bestRun } from './paths'

const { en } = WORDS
let folder: string
let running: Running

test.beforeEach(async () => {
  folder = dataFolder()
  running = await launch(folder, { size: { width: 1440, height: 900 } })
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

/** Presses a button that asks where to save, and waits for the file. */
async function save(page: Page, button: string | RegExp, file: string): Promise<Buffer> {
  const path = join(folder, file)
  await chooseFile(running.app, path)
  await page.getByRole('button', { name: button }).click()
  await expect.poll(() => existsSync(path)).toBe(true)
  return readFileSync(path)
}

test('a certificate leaves the program signed, as PDF, badge and credential', async () => {
  test.setTimeout(180_000)
  const { page } = running
  await setUp(page)
  await playCourse(page, 'first-week', { events: bestRun })
  await page.getByRole('button', { name: /certificate:/i }).click()
  const pdf = await save(page, en['certificate.save'], 'c.pdf')
  const png = await save(page, certificatesEn['save-badge'], 'b.png')
  const json = await save(page, certificatesEn['save-credential'], 'c.json')
  for (const bytes of [pdf, png, json]) {
    const verdict = await verifyCertificate(bytes, {
      now: new Date().toISOString(),
      parse: Date.parse,
      format: (ms) => new Date(ms).toISOString(),
    })
    expect(verdict).toMatchObject({ status: 'valid', told: { personName: PRIYA.name } })
  }
  expect(await holds(JSON.parse(json.toString()) as Record<string, unknown>)).toBe(true)
  expect(execFileSync('pdfdetach', ['-list', join(folder, 'c.pdf')], { encoding: 'utf8' })).toContain(
    'credential.json',
  )
})
