/**
 * Uses translations in the real application: written by keyboard, found outdated, sent to a translator and taken back.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import studioEn from '../../src/texts/en/studio.json'
import studioFr from '../../src/texts/fr/studio.json'
import translationsEn from '../../src/texts/en/translations.json'
import translationsFr from '../../src/texts/fr/translations.json'
import { chooseFile, openFiles } from './launch'
import { startEach, toStudio } from './in-studio'
import { looker } from './looking'
import type { Locale } from './trainee'

const own = startEach()
const TEXTS = { en: { ...studioEn, own: translationsEn }, fr: { ...studioFr, own: translationsFr } }

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`translations are written, given away and taken back (${locale})`, async () => {
    const { app, page } = own.running
    const t = TEXTS[locale]
    const look = looker(own.running, locale)
    await toStudio(own.running, locale)
    await page.getByRole('searchbox').fill('former-colleague')
    await page.getByRole('row').nth(1).getByRole('button', { name: t.copy }).click()
    await page
      .getByRole('button', { name: / \((?:copy|copie)\)$/ })
      .first()
      .click()
    await page.getByRole('treegrid', { name: t.outline }).waitFor()
    await page.getByRole('button', { name: t['pane.translations'], exact: true }).click()
    const fields = page.locator('[data-target]')
    await fields.nth(5).waitFor()
    await look('translations')

    // By keyboard alone, one text is written after another; each is an act.
    await fields.first().focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Un message d’hier')
    await page.keyboard.press('Enter')
    await expect(fields.nth(1)).toBeFocused()
    await page.keyboard.press('Control+ArrowUp')
    await expect(fields.first()).toBeFocused()
    await expect(fields.first()).toHaveValue('Un message d’hier')

    // The source changes. Its translation is outdated until somebody confirms it.
    const swap = page.getByRole('button', { name: t.own.swap, exact: true })
    // Texts that are written within a moment count as written together.
    await page.waitForTimeout(1500)
    await swap.click()
    await fields.first().fill('A message from yesterday, and a long one that nobody would have room for here')
    await page.keyboard.press('Enter')
    await swap.click()
    await expect(page.locator('[data-mark="outdated"]')).toHaveCount(1)
    await fields.nth(1).fill('')
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-mark="missing"]')).toHaveCount(1)
    await look('translations-marks')
    await page
      .getByRole('button', { name: t.own['still-right'] })
      .or(page.getByRole('button', { name: new RegExp(t.own['still-right.what'].split('{')[0]!) }))
      .first()
      .click()
    await expect(page.locator('[data-mark="outdated"]')).toHaveCount(0)

    // The texts go to a translator and come back.
    const out = join(own.folder, 'texts.xliff')
    await chooseFile(app, out)
    await page.getByRole('button', { name: t.own['export.xliff'], exact: true }).click()
    await expect(page.getByText(t.own.saved.replace('{file}', 'texts.xliff'))).toBeVisible()
    const back = join(own.folder, 'back.xliff')
    writeFileSync(
      back,
      readFileSync(out, 'utf8').replace(
        /<target state="[a-z-]+"><\/target>/,
        '<target state="translated">Résumé neuf</target>',
      ),
    )
    await openFiles(app, [back])
    await page.getByRole('button', { name: t.own.import, exact: true }).click()
    await page.getByRole('dialog').getByText('Résumé neuf').waitFor()
    await look('translations-take')
    await page.getByRole('dialog').getByRole('button').last().click()
    await expect(fields.nth(1)).toHaveValue('Résumé neuf')
    await page.getByRole('button', { name: t.undo, exact: true }).click()
    await expect(fields.nth(1)).toHaveValue('')

    const cut = join(own.folder, 'cut.xliff')
    writeFileSync(cut, readFileSync(out, 'utf8').slice(0, 5000))
    await openFiles(app, [cut])
    await page.getByRole('button', { name: t.own.import, exact: true }).click()
    await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    await look('translations-refused')
    await page.getByRole('dialog').getByRole('button').last().click()

    await page.getByRole('button', { name: t['pane.play'], exact: true }).click()
    await page.getByRole('button', { name: t['play.pseudo'], exact: true }).click()
    await expect(page.getByRole('log', { name: t.play }).getByText(/⟦.*⟧/).first()).toBeVisible()
    await look('translations-pseudo')
  })
}
