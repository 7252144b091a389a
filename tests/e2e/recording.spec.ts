/** Records a line with the microphone, which nobody else gets and nothing else opens. */
import { expect, test, type Page } from '@playwright/test'
import mediaEn from '../../src/texts/en/studio-media.json'
import fieldsEn from '../../src/texts/en/studio-fields.json'
import mediaFr from '../../src/texts/fr/studio-media.json'
import fieldsFr from '../../src/texts/fr/studio-fields.json'
import { STUDIO, openCopy, toStudio } from './in-studio'
import { dataFolder, launch, removeFolder, type Running } from './launch'
import { looker } from './looking'
import type { Locale } from './trainee'

let folder: string
let running: Running
test.beforeEach(() => {
  folder = dataFolder()
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

/** Chromium’s own microphone, which beeps. Its permission is asked for as for any other. */
const FAKE = ['--use-fake-device-for-media-stream']
const SIZE = { width: 1440, height: 900 }
const TEXTS = {
  en: { media: mediaEn, fields: fieldsEn },
  fr: { media: mediaFr, fields: fieldsFr },
}

/** Asks for a device in the page, and returns `given` or the name of the error. */
const asks = (page: Page, wanted: MediaStreamConstraints) =>
  page.evaluate(async (constraints) => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(constraints)
      for (const track of stream.getTracks()) track.stop()
      return 'given'
    } catch (error) {
      return (error as Error).name
    }
  }, wanted)

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`a line is recorded, heard and used (${locale})`, async () => {
    running = await launch(folder, { size: SIZE, switches: FAKE })
    const { page } = running
    const t = STUDIO[locale]
    const { media: m, fields } = TEXTS[locale]
    const look = looker(running, locale)
    await toStudio(running, locale)
    await openCopy(running, locale)
    await page.getByRole('treegrid', { name: t.outline }).getByRole('row').first().click()
    expect(await asks(page, { audio: true })).toBe('NotAllowedError')
    const line = page.locator('.studio-drop').first()
    await line.getByRole('button', { name: m['record.line'], exact: true }).click()
    const dialog = page.getByRole('dialog', { name: m['record.title'] })
    await expect(dialog.getByText(m['record.ready'])).toBeVisible()
    await look('record-ready')
    const button = (name: string) => dialog.getByRole('button', { name, exact: true })
    await expect(button(m['record.use'])).toBeDisabled()
    // Opening the dialog does not open the microphone.
    expect(await asks(page, { audio: true })).toBe('NotAllowedError')
    await button(m['record.start']).click()
    await expect(dialog.getByText(m['record.on'], { exact: true })).toBeVisible()
    expect(await asks(page, { video: true })).toBe('NotAllowedError')
    expect(await asks(page, { audio: true, video: true })).toBe('NotAllowedError')
    await page.waitForTimeout(1500)
    await look('record-on')
    await button(m['record.stop']).click()
    await expect(button(m['record.use'])).toBeEnabled()
    expect(await asks(page, { audio: true })).toBe('NotAllowedError')
    await expect(dialog.getByText(m['record.silent'])).toHaveCount(0)
    await look('record-done')
    await button(m['record.listen']).click()
    await expect(button(m['record.silence'])).toBeVisible()
    await button(m['record.silence']).click()

    // A discarded recording leaves nothing behind.
    await button(m['record.discard']).click()
    await expect(line.locator('audio')).toHaveCount(0)
    await line.getByRole('button', { name: m['record.line'], exact: true }).click()
    await button(m['record.start']).click()
    await page.waitForTimeout(1500)
    await button(m['record.stop']).click()
    await button(m['record.use']).click()
    await expect(dialog).toHaveCount(0)
    const sound = line.locator('audio')
    await expect
      .poll(() => sound.evaluate((audio) => (audio instanceof HTMLAudioElement ? audio.duration : 0)))
      .toBeGreaterThan(1)
    // The recording's words are those of the line.
    await expect(line.getByText(fields['label.words'], { exact: true })).toBeVisible()
    await sound.scrollIntoViewIfNeeded()
    await look('record-used')
    await expect(page.getByRole('log', { name: t.play }).locator('audio')).toHaveCount(1)
  })
}

test('a refused microphone and a missing one are said', async () => {
  running = await launch(folder, { size: SIZE, switches: FAKE })
  const { app, page } = running
  const m = mediaEn
  const look = looker(running, 'en')
  await toStudio(running, 'en')
  await openCopy(running, 'en')
  await page.getByRole('treegrid', { name: STUDIO.en.outline }).getByRole('row').first().click()
  const line = page.locator('.studio-drop').first()
  await line.getByRole('button', { name: m['record.line'], exact: true }).click()
  const dialog = page.getByRole('dialog', { name: m['record.title'] })
  const start = dialog.getByRole('button', { name: m['record.start'], exact: true })
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'))
  })
  await start.click()
  await expect(dialog.getByText(m['record.fault.none'])).toBeVisible()
  await look('record-none')
  await page.evaluate(() => delete (navigator.mediaDevices as Partial<MediaDevices>).getUserMedia)
  await app.evaluate(({ session }) =>
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false)),
  )
  await start.click()
  await expect(dialog.getByText(m['record.fault.refused'])).toBeVisible()
})

test('nobody but an author opens the microphone', async () => {
  running = await launch(folder, { size: SIZE, switches: FAKE })
  const { page } = running
  await toStudio(running, 'en')
  const opened = await page.evaluate(() => window.api.studio.microphone({ open: true }))
  expect(opened).toEqual({ ok: true, value: { allowed: true } })
  expect(await asks(page, { audio: true })).toBe('given')
  // Another person who signs in does not have the microphone.
  const answer = await page.evaluate(async () => {
    await window.api.session.signOut()
    await window.api.session.join({ name: 'Arun Nair', number: 'IND-7' })
    return window.api.studio.microphone({ open: true })
  })
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  expect(await asks(page, { audio: true })).toBe('NotAllowedError')
})
