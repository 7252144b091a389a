/** Every place of the Studio by its command, tabs in rows of the same length, and forms that can only be read. */
import { expect, test } from '@playwright/test'
import commandsEn from '../../src/texts/en/studio-commands.json'
import commandsFr from '../../src/texts/fr/studio-commands.json'
import { openCopy, startEach, STUDIO, toStudio } from './in-studio'
import { resize } from './launch'
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
    await page.waitForTimeout(1000)
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

  test(`what came with the program looks like text, and says beside it how to change it (${locale})`, async () => {
    const { page } = own.running
    const t = STUDIO[locale]
    const look = looker(own.running, locale)
    await toStudio(own.running, locale)
    await page.getByRole('searchbox').fill('former-colleague')
    await page.getByRole('row').nth(1).getByRole('button').first().click()
    const note = page.locator('.studio-inspector').getByRole('note')
    await expect(note).toContainText(t['read-only.here'])
    const fields = page.locator('.studio-form .field-input')
    await fields.first().waitFor()
    const edges = await fields.evaluateAll((all) => all.map((one) => getComputedStyle(one).borderTopColor))
    expect(new Set(edges)).toEqual(new Set(['rgba(0, 0, 0, 0)']))
    await look('studio-read-only')
    await note.getByRole('button', { name: t['read-only.copy'], exact: true }).click()
    await page.getByRole('button', { name: t.publish, exact: true }).waitFor()
    await expect(page.locator('.studio-bar-id')).toHaveText('former-colleague-copy')
    await expect(page.locator('.studio-inspector').getByRole('note')).toHaveCount(0)
  })
}
