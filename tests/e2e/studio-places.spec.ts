/** Every place of the Studio by its command, what others write to the folder, tabs in rows of the same length, and forms that can only be read. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { eventLine } from '../../src/domain/authoring/review/events-file'
import { lineSum } from '../../src/main/studio/paths'
import commandsEn from '../../src/texts/en/studio-commands.json'
import plansEn from '../../src/texts/en/studio-plans.json'
import commandsFr from '../../src/texts/fr/studio-commands.json'
import { openCopy, startEach, STUDIO, toStudio } from './in-studio'
import { chooseFile, resize } from './launch'
import { looker } from './looking'
import type { Locale } from './trainee'

const COMMANDS = { en: commandsEn, fr: commandsFr }
const own = startEach()

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`the palette leads to panes, parts of the form and the map, and tabs do not stand alone (${locale})`, async () => {
    const { page, app } = own.running
    const [t, c] = [STUDIO[locale], COMMANDS[locale]]
    const look = looker(own.running, locale)
    await toStudio(own.running, locale)
    await openCopy(own.running, locale)
    const run = async (command: keyof typeof c) => {
      await page.keyboard.press('Control+K')
      await page.getByRole('searchbox').fill(c[command])
      await page.getByRole('option', { name: c[command] }).first().waitFor()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await run('pane-history')
    await expect(page.getByText(t['history.text'])).toBeVisible()
    await run('section-cues')
    await expect(page.getByRole('heading', { level: 2, name: t['section.cues'] })).toBeVisible()
    await page.keyboard.press('Control+Shift+2')
    await expect(page.getByRole('heading', { level: 2, name: t['section.cast'] })).toBeVisible()
    await page.keyboard.press('Control+3')
    await expect(page.getByRole('log', { name: t.play })).toBeVisible()

    // The map is fitted again from wherever the keyboard is.
    await run('map-fit')
    const board = page.locator('.react-flow__viewport')
    await board.waitFor()
    // The map is laid out before it is fitted.
    await expect(board).not.toHaveAttribute('style', /scale\(1\)/)
    await page.waitForTimeout(500)
    const fitted = await board.getAttribute('style')
    await page.locator('.react-flow__pane').hover()
    await page.mouse.wheel(0, 300)
    await expect(board).not.toHaveAttribute('style', fitted!)
    await run('map-fit')
    await expect(board).toHaveAttribute('style', fitted!)

    const zoomed = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getZoomLevel())
    await run('zoom-in')
    await expect.poll(zoomed).toBeGreaterThan(0)
    await run('zoom-reset')
    await expect.poll(zoomed).toBe(0)

    // One row where there is room, else rows that differ by one tab at most.
    for (const view of ['view-outline', 'view-both'] as const) {
      await run(view)
      for (const size of [
        { width: 1440, height: 900 },
        { width: 1024, height: 700 },
      ]) {
        await resize(app, size)
        await page.waitForTimeout(300)
        for (const bar of ['.studio-panes', '.studio-sections']) {
          const tops = await page
            .locator(`${bar} button`)
            .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
          const rows = [...new Set(tops)].map((top) => tops.filter((one) => one === top).length)
          if (size.width === 1440 && view === 'view-outline') expect(rows, bar).toHaveLength(1)
          else expect(Math.min(...rows), `${bar} ${view} ${size.width}`).toBeGreaterThan(1)
        }
      }
      await look(`studio-tabs-${view}`)
      await resize(app, { width: 1440, height: 900 })
    }
  })

  test(`what came with the program looks like text, and one notice says how to change it (${locale})`, async () => {
    const { page } = own.running
    const t = STUDIO[locale]
    const look = looker(own.running, locale)
    await toStudio(own.running, locale)
    await page.getByRole('searchbox').fill('former-colleague')
    await page.getByRole('row').nth(1).getByRole('button').first().click()
    const fields = page.locator('.studio-form .field-input')
    await fields.first().waitFor()
    await expect(page.getByText(t['shipped.text'])).toBeVisible()
    const copy = page.getByRole('button', { name: new RegExp(`^${t.copy}`) })
    await expect(copy).toHaveCount(1)
    const edges = await fields.evaluateAll((all) => all.map((one) => getComputedStyle(one).borderTopColor))
    expect(new Set(edges)).toEqual(new Set(['rgba(0, 0, 0, 0)']))
    await look('studio-read-only')
    await copy.click()
    await page.getByRole('button', { name: t.publish, exact: true }).waitFor()
    await expect(page.locator('.studio-bar-id')).toHaveText('former-colleague-copy')
    await expect(page.getByText(t['shipped.text'])).toHaveCount(0)
  })
}

test('a test plan is saved as a file, and a comment that comes from elsewhere is seen', async () => {
  const { page, app } = own.running
  const t = STUDIO.en
  await toStudio(own.running, 'en')
  await openCopy(own.running, 'en')
  await page.getByRole('button', { name: /^Test plans \(/ }).click()
  const file = join(own.folder, 'saved.testplan.json')
  await chooseFile(app, file)
  await page.getByRole('button', { name: plansEn['save-as'], exact: true }).click()
  await expect(page.getByText(plansEn['saved-as'].replace('{file}', 'saved.testplan.json'))).toBeVisible()
  const draft = join(own.folder, 'studio', 'drafts', 'former-colleague-copy')
  expect(readFileSync(file, 'utf8')).toBe(
    readFileSync(join(draft, 'former-colleague-copy.testplan.json'), 'utf8'),
  )
  await looker(own.running, 'en')('studio-plan-saved')

  // Another computer writes to the folder that both share.
  await expect(page.getByRole('button', { name: t['pane.comments'], exact: true })).toBeVisible()
  const event = {
    kind: 'comment',
    id: '1'.repeat(32),
    at: '2026-03-02T09:00:00.000Z',
    by: 'Rana Holm',
    on: { kind: 'text', id: 'title', language: 'en', words: 'A name from the spring' },
    text: 'Is this what they would call it?',
    reviewer: false,
  } as const
  mkdirSync(join(draft, 'comments'), { recursive: true })
  writeFileSync(join(draft, 'comments', 'another-computer.jsonl'), eventLine(event, lineSum))
  await page.getByRole('button', { name: t['pane.comments.n'].replace('{n, number}', '1') }).click()
  await expect(page.getByText(event.text)).toBeVisible()
})
