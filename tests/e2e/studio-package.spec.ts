/** Exports a scenario from the Studio as one file, and imports it on another computer. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import importEn from '../../src/texts/en/import.json'
import packagesEn from '../../src/texts/en/studio-packages.json'
import importFr from '../../src/texts/fr/import.json'
import packagesFr from '../../src/texts/fr/studio-packages.json'
import { STUDIO, startEach, toStudio } from './in-studio'
import { chooseFile, openFiles } from './launch'
import { looker } from './looking'
import type { Locale } from './trainee'

const own = startEach()
const TEXTS = {
  en: { packages: packagesEn, notes: importEn },
  fr: { packages: packagesFr, notes: importFr },
}

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`a scenario goes into one file and out of it again (${locale})`, async () => {
    const { app, page } = own.running
    const t = STUDIO[locale]
    const { packages: p, notes } = TEXTS[locale]
    const look = looker(own.running, locale)
    await toStudio(own.running, locale)
    const file = join(own.folder, 'former-colleague.htl')
    await page.getByRole('searchbox').fill('former-colleague')
    await page.getByRole('row').nth(1).getByRole('button', { name: t.export }).click()
    const dialog = page.getByRole('dialog', { name: p['export.title'] })
    await expect(dialog).toBeVisible()
    await look('package-export')
    await chooseFile(app, file)
    await dialog.getByRole('button', { name: p['export.go'], exact: true }).click()
    await expect(dialog.getByText(/former-colleague\.htl/)).toBeVisible()
    await look('package-saved')
    await dialog.getByRole('button', { name: p.close, exact: true }).click()

    const offer = page.getByRole('dialog', { name: p['offer.title'] })
    const bring = async (path: string) => {
      await openFiles(app, [path])
      await page.getByRole('button', { name: t.import, exact: true }).click()
    }
    await bring(file)
    await expect(offer.getByText('former-colleague-2', { exact: true })).toBeVisible()
    await look('package-offer')
    // Nothing is imported if somebody says no.
    await offer.getByRole('button', { name: p.cancel, exact: true }).click()
    await expect(page.getByText('former-colleague-2', { exact: true })).toHaveCount(0)
    await bring(file)
    await offer.getByRole('button', { name: p['offer.take'], exact: true }).click()
    await page.getByRole('button', { name: t.publish, exact: true }).waitFor()
    await expect(page.locator('.studio-bar-id')).toHaveText('former-colleague-2')

    // The open document exports it as well, by its key.
    await chooseFile(app, join(own.folder, 'again.htl'))
    await page.keyboard.press('Control+E')
    await dialog.getByRole('button', { name: p['export.go'], exact: true }).click()
    await expect(dialog.getByText(/again\.htl/)).toBeVisible()
    await dialog.getByRole('button', { name: p.close, exact: true }).click()
    await page.getByRole('button', { name: t.back, exact: true }).click()

    const broken = join(own.folder, 'broken.htl')
    writeFileSync(broken, readFileSync(file).subarray(0, 900))
    await bring(broken)
    await expect(page.getByText(notes['refused.zip-damaged'])).toBeVisible()
    await expect(page.getByText('zip-damaged', { exact: true })).toBeVisible()
    await look('package-refused')
  })
}
