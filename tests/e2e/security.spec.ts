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

test('the page hears events that it knows by name, gets their content alone, and can end the listening', async () => {
  const { app, page } = running
  const found = await page.evaluate(async () => {
    const refusals: string[] = []
    for (const name of ['message', 'app.state', '__proto__', 'app.Changed']) {
      try {
        window.api.on(name as never, () => {})
      } catch (error) {
        refusals.push(String(error))
      }
    }
    const heard: unknown[][] = []
    const end = window.api.on('app.changed', (...given: unknown[]) => void heard.push(given))
    const other = document.createElement('iframe')
    document.body.append(other)
    const inFrame = typeof (other.contentWindow as { api?: unknown } | null)?.api
    return { refusals: refusals.length, end: typeof end, heard, inFrame }
  })
  expect(found).toEqual({ refusals: 4, end: 'function', heard: [], inFrame: 'undefined' })

  const heard = () =>
    page.evaluate(() => (window as unknown as { heard?: unknown[][] }).heard?.map((given) => given.length))
  await page.evaluate(() => {
    const here = window as unknown as { heard: unknown[][]; endHearing: () => void }
    here.heard = []
    here.endHearing = window.api.on('app.changed', (...given: unknown[]) => void here.heard.push(given))
  })
  const tell = () =>
    app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.mainFrame.send('app.changed')
    })
  await tell()
  // The listener gets one value, the content, and nothing of Electron's own.
  await expect.poll(heard).toEqual([1])
  await page.evaluate(() => (window as unknown as { endHearing: () => void }).endHearing())
  await tell()
  await page.waitForTimeout(200)
  expect(await heard()).toEqual([1])
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
  // This comes last, because Playwright waits for ever for a navigation that was refused.
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
