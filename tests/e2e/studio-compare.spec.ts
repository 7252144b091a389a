/**
 * Compares versions in words and as text, merges a file that another program changed, and goes back, in the real
 * application.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import compareEn from '../../src/texts/en/studio-compare.json'
import compareFr from '../../src/texts/fr/studio-compare.json'
import { openCopy, startEach, STUDIO, toStudio } from './in-studio'
import { openFiles } from './launch'
import { looker } from './looking'
import type { Locale } from './trainee'

const COMPARE = { en: compareEn, fr: compareFr }

const own = startEach()

const FILE = 'studio/drafts/former-colleague-copy/former-colleague-copy.scenario.json'

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`what changed is said in words, and what another program wrote is brought together (${locale})`, async () => {
    const { page } = own.running
    const [t, c] = [STUDIO[locale], COMPARE[locale]]
    const look = looker(own.running, locale)
    await toStudio(own.running, locale)
    await openCopy(own.running, locale)
    await page.getByRole('button', { name: t.publish, exact: true }).click()
    await page.getByRole('button', { name: t['publish.go'].replace('{number, number}', '1') }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const title = page.locator(`.studio-inspector input[lang="${locale}"]`).first()
    const published = await title.inputValue()
    await title.fill('Another title')
    await page.getByRole('treegrid', { name: t.outline }).getByRole('row').nth(1).click()
    const reply = page.locator('.studio-inspector textarea').first()
    await reply.fill('Something else, to be said instead.')
    await page.getByRole('button', { name: t['pane.history'], exact: true }).click()
    await page.getByRole('button', { name: c.compare, exact: true }).click()
    const changes = page.locator('.studio-changes li')
    await expect(changes).toHaveCount(2)
    await look('studio-compare')
    await page.getByRole('button', { name: c['as-text'], exact: true }).click()
    await expect(page.locator('.cm-merge-b .cm-changedText').first()).toBeVisible()
    await look('studio-compare-text')
    await page.getByRole('button', { name: c['in-words'], exact: true }).click()
    // The button leads to the exact place.
    await changes.nth(1).getByRole('button', { name: c.show, exact: true }).click()
    await expect(reply).toBeFocused()

    // The dialog tells the changes for trainees before the document is published.
    await page.getByRole('button', { name: t.publish, exact: true }).click()
    await expect(page.getByRole('dialog').locator('.studio-changes li')).toHaveCount(2)
    await look('studio-publish')
    await page.keyboard.press('Escape')

    // The published version is restored, and that is undone.
    await page.getByRole('button', { name: c.compare, exact: true }).click()
    await page.getByRole('button', { name: c['back-to'].replace('{number, number}', '1') }).click()
    await expect(page.getByRole('heading', { level: 1, name: published, exact: true })).toBeVisible()
    await page.getByRole('button', { name: t.undo, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Another title' })).toBeVisible()
    await page.getByRole('button', { name: c.close, exact: true }).click()

    // Another program writes the file: it changes one place that nobody touched here, and one that both did.
    await page.waitForTimeout(3500)
    const path = join(own.folder, FILE)
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('Another title')
    writeFileSync(
      path,
      text.replace('Another title', 'A title from elsewhere').replace('"minutes": 6', '"minutes": 9'),
    )
    await page.locator('.studio-sections button').first().click()
    await title.fill('A third title')
    await page.getByRole('button', { name: c['notice.look'], exact: true }).click()
    const joinButton = page.getByRole('button', { name: c['meeting.join'], exact: true })
    await expect(joinButton).toBeDisabled()
    await expect(page.getByText('A title from elsewhere').first()).toBeVisible()
    await look('studio-meeting')
    await page.locator('.studio-side').nth(1).click()
    await joinButton.click()
    await expect(page.getByRole('heading', { level: 1, name: 'A title from elsewhere' })).toBeVisible()
    await expect.poll(() => readFileSync(path, 'utf8')).toContain('"minutes": 9')
    await page.getByRole('button', { name: t.undo, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'A third title' })).toBeVisible()
  })
}

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`a file that came by mail, and another draft, are compared and brought in (${locale})`, async () => {
    const { page, app } = own.running
    const [t, c] = [STUDIO[locale], COMPARE[locale]]
    const look = looker(own.running, locale)
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
    await toStudio(own.running, locale)
    await openCopy(own.running, locale)
    await button(t.publish).click()
    await button(t['publish.go'].replace('{number, number}', '1')).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.waitForTimeout(3000)
    // Somebody has changed the published version elsewhere: the title, which was changed here too, and the minutes.
    const text = readFileSync(join(own.folder, FILE), 'utf8')
    const title = page.locator(`.studio-inspector input[lang="${locale}"]`).first()
    const before = await title.inputValue()
    const mailed = join(own.folder, 'from-ana.json')
    writeFileSync(mailed, text.replace(before, 'A title from Ana').replace('"minutes": 6', '"minutes": 9'))
    await title.fill('A title from here')
    await page.locator('.studio-inspector textarea').first().fill('A summary from here.')
    await openFiles(app, [mailed])
    await button(t['pane.history']).click()
    await button(c['compare.file']).click()
    await expect(page.locator('.studio-changes li')).toHaveCount(3)
    await button(c.merge).click()
    // Both began with the published version, and both changed one place.
    await expect(page.locator('.studio-conflicts > li')).toHaveCount(1)
    const joinButton = button(c['meeting.join'])
    await expect(joinButton).toBeDisabled()
    await page.locator('.studio-side').nth(1).click()
    await look('studio-merge')
    await joinButton.click()
    await expect(page.getByRole('heading', { level: 1, name: 'A title from Ana' })).toBeVisible()
    await button(c.close).click()
    await expect(page.locator('.studio-inspector textarea').first()).toHaveValue('A summary from here.')
    await expect.poll(() => readFileSync(join(own.folder, FILE), 'utf8')).toContain('"minutes": 9')
    await expect(page.getByText(t['act.merged'].split('{')[0]!).first()).toBeVisible()
    await button(t.undo).click()
    await expect(page.getByRole('heading', { level: 1, name: 'A title from here' })).toBeVisible()

    // Another document has no common version, so each difference is a choice. Only one is taken.
    await button(c.compare).click()
    await page.getByRole('button', { name: new RegExp(`${c.before}$`) }).click()
    await page
      .getByRole('option', { name: new RegExp(`^${c.other.split('{')[0]!}.*`) })
      .first()
      .click()
    await button(c.merge).click()
    await expect(page.getByText(c['merge.text.two'])).toBeVisible()
    const places = page.locator('.studio-conflicts > li')
    expect(await places.count()).toBeGreaterThan(5)
    await places.first().locator('.studio-side').nth(1).click()
    await button(c['merge.rest.mine']).click()
    await look('studio-merge-two')
    await joinButton.click()
    await button(t.undo).click()
    await expect(page.getByRole('heading', { level: 1, name: 'A title from here' })).toBeVisible()
  })
}
