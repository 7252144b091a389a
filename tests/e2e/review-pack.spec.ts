/** A reviewer's pack is one file, opened from the disk in a browser that does not know this program. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { readReview } from '../../src/domain/authoring/review/review-file'
import { ROOT } from './launch'
import { startBrowser } from './page'
import { bestRun, readScenario } from './paths'
import { playEvents } from './trainee'

const folder = mkdtempSync(join(tmpdir(), 'hold-the-line-review-'))
let browser: Browser
test.beforeAll(async () => {
  browser = await startBrowser()
})
test.afterAll(async () => {
  await browser.close()
})
function packOf(scenario: string, lang = 'en'): string {
  const out = join(folder, `${Math.random()}.html`)
  const htl = [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(ROOT, 'src', 'cli', 'htl.ts')]
  execFileSync(process.execPath, [...htl, 'review', scenario, '--out', out, '--lang', lang], { cwd: ROOT })
  return out
}
const shipped = (id: string) => join(ROOT, 'scenarios', `${id}.scenario.json`)

async function openPack(
  file: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) faults.push(`asked for ${request.url()}`)
  })
  await page.goto(pathToFileURL(file).href)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, faults }
}

test('a reviewer reads, plays, comments, comes back and gives one file back (page without Electron)', async () => {
  const id = 'helpdesk-vishing'
  const file = packOf(shipped(id))
  const { page, faults } = await openPack(file)
  // Nothing can be fetched, whatever the page tries.
  expect(await page.evaluate(() => fetch('https://example.net/').catch(() => 'refused'))).toBe('refused')
  faults.length = 0

  const line = page.locator('.review-pinned', { hasText: 'Just reset it for me?' }).last()
  await line.getByRole('button', { name: /^Comment on/ }).click()
  await page.getByRole('textbox', { name: 'Your comment' }).fill('Nobody says </script> here.')
  await page.getByRole('button', { name: 'Add comment' }).click()
  await expect(line.getByText('Nobody says </script> here.')).toBeVisible()

  await page.getByRole('button', { name: 'Play it', exact: true }).click()
  await playEvents(page, readScenario(id), bestRun(readScenario(id)))
  await expect(page.locator('.verdict')).toHaveText('Passed')
  await page.getByRole('button', { name: 'Back to the script' }).click()

  // The comment is there after a reload, and can only be saved with a name.
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByText('Nobody says </script> here.')).toBeVisible()
  await page.getByRole('button', { name: 'Save 1 comment' }).click()
  await expect(page.getByText(/Write your name first/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Mára Lind')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save 1 comment' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('helpdesk-vishing.mara-lind.review.json')
  const text = readFileSync((await download.path())!, 'utf8')
  const read = readReview(text.length, text, [id])
  expect(read).toMatchObject({
    ok: true,
    file: {
      reviewer: 'Mára Lind',
      comments: [
        {
          on: { kind: 'text', id: 'scenes/call/beats/b3/text', language: 'en' },
          text: 'Nobody says </script> here.',
        },
      ],
    },
  })
  expect(faults).toEqual([])
})

test('whoever leaves with comments in no file is warned (page without Electron)', async () => {
  const { page } = await openPack(packOf(shipped('helpdesk-vishing')))
  await page
    .getByRole('button', { name: /^Comment on/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Your comment' }).fill('Too long.')
  await page.keyboard.press('Control+Enter')
  const asked = new Promise<string>((resolve) =>
    page.on('dialog', (dialog) => {
      resolve(dialog.type())
      void dialog.dismiss()
    }),
  )
  await page.close({ runBeforeUnload: true })
  expect(await asked).toBe('beforeunload')
})

test('what a scenario says stays what it says (page without Electron)', async () => {
  // The checks refuse markup in texts, but not in the names of sources and in remarks.
  const hostile = '"<-- \' & $& $` %REVIEW-PACK% %REVIEW-TITLE%'
  const markup = '</script><script>window.broken = 1</script><img src=x onerror="window.broken=1">'
  const written = JSON.parse(readFileSync(shipped('billing-question'), 'utf8')) as {
    id: string
    title: Record<string, string>
    sources: { title: string }[]
    machine: { description?: string }
    twin?: string
  }
  written.id = 'hostile'
  written.title = { ...written.title, en: hostile }
  for (const source of written.sources) source.title = markup
  // A text may not have this line break, a remark may.
  written.machine.description = `${markup}\u2028`
  delete written.twin
  const source = join(ROOT, 'scenarios')
  const copy = join(folder, 'hostile.scenario.json')
  writeFileSync(copy, JSON.stringify(written))
  execFileSync('ln', ['-sfn', join(source, 'floors'), join(folder, 'floors')])
  execFileSync('ln', ['-sfn', join(source, 'media'), join(folder, 'media')])
  const { page, faults } = await openPack(packOf(copy))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(hostile)
  expect((await page.title()).replaceAll(/\s+/g, ' ')).toBe(hostile.replaceAll(/\s+/g, ' '))
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  expect(await page.locator('img').count()).toBe(0)
  expect(faults).toEqual([])
})

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['fr', 'dark'],
] as const) {
  test(`the pack can be used by everybody, on a phone too (page without Electron, ${locale} ${colorScheme})`, async () => {
    const file = packOf(shipped('extortion-mail'), locale)
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const { page, faults } = await openPack(file, { viewport, colorScheme })
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale)
      await page.locator('.review-comment').nth(3).press('Enter')
      await page.keyboard.type('Hm.')
      await page.keyboard.press('Control+Enter')
      for (const view of [0, 1]) {
        await page.locator('.review-tabs button').nth(view).press('Enter')
        const { violations } = await new AxeBuilder({ page }).analyze()
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
        expect(wide, `${viewport.width}`).toBe(false)
      }
      expect(faults).toEqual([])
      await page.context().close()
    }
  })
}
