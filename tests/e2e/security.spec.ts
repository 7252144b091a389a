import { expect, test } from '@playwright/test'
import { dataFolder, launch, removeFolder, type Running } from './launch'
import { setUp } from './journey'

let folder: string
let running: Running

test.beforeAll(async () => {
  folder = dataFolder()
  running = await launch(folder)
})
test.afterAll(async () => {
  await running.app.close()
  removeFolder(folder)
})

test('whoever did not set up the program does not see the records', async () => {
  const { page } = running
  await setUp(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  const joined = await page.evaluate(() => window.api.session.join({ name: 'Arun Nair', number: 'IND-1' }))
  expect(joined.ok).toBe(true)
  const asked = await page.evaluate(() => window.api.records.choices())
  expect(asked).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
})

test('scripts and styles of others are refused by the content policy', async () => {
  const { page } = running
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.inlineRan = true'
    document.body.append(script)
    return 'inlineRan' in window
  })
  expect(ran).toBe(false)
})

test('permissions are refused', async () => {
  const { page } = running
  const answer = await page.evaluate(() =>
    navigator.permissions.query({ name: 'geolocation' }).then((p) => p.state),
  )
  expect(answer).toBe('denied')
})

test('the page has no Node, no network, no other place to go', async () => {
  const { app, page } = running
  expect(
    await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis)),
  ).toEqual([])
  const fetched = await page.evaluate(async () => {
    try {
      await fetch('http://127.0.0.1:9/')
      return 'went out'
    } catch {
      return 'refused'
    }
  })
  expect(fetched).toBe('refused')
  // Last: Playwright waits for ever for a navigation that was refused.
  const before = page.url()
  await page.evaluate(() => {
    window.open('https://example.com/')
    location.assign('https://example.com/')
  })
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
  expect(app.windows()).toHaveLength(1)
  expect(before.startsWith('app://hold-the-line/')).toBe(true)
})
