/** Imports a story of another tool as a draft in the real application, with notes of what could not be taken over. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import errorsEn from '../../src/texts/en/errors.json'
import importEn from '../../src/texts/en/import.json'
import mediaEn from '../../src/texts/en/studio-media.json'
import studioEn from '../../src/texts/en/studio.json'
import errorsFr from '../../src/texts/fr/errors.json'
import importFr from '../../src/texts/fr/import.json'
import mediaFr from '../../src/texts/fr/studio-media.json'
import studioFr from '../../src/texts/fr/studio.json'
import { h5p } from '../interchange/h5p-sample'
import { chooseLanguage, setUp, WORDS } from './journey'
import { openFiles, ROOT } from './launch'
import { startEach } from './in-studio'
import { looker } from './looking'
import type { Locale } from './trainee'

const own = startEach()

const TEXTS = {
  en: { studio: studioEn, media: mediaEn, notes: importEn },
  fr: { studio: studioFr, media: mediaFr, notes: importFr },
}

const errors = { en: errorsEn, fr: errorsFr }

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`a story of another tool is imported, told and gone through (${locale})`, async () => {
    const { app, page } = own.running
    const { studio: t, notes } = TEXTS[locale]
    const look = looker(own.running, locale)
    await setUp(page)
    if (locale !== 'en') await chooseLanguage(page, locale)
    await page.getByRole('button', { name: WORDS[locale]['nav.studio'], exact: true }).click()
    await page.getByRole('heading', { level: 1, name: t.title }).waitFor()
    const offer = async (file: string) => {
      await openFiles(app, [file])
      await page.getByRole('button', { name: t.import, exact: true }).click()
    }
    await offer(join(ROOT, 'tests/interchange/samples/badge.twee'))
    const ask = page.getByRole('dialog', { name: t['import.language'] })
    await expect(ask).toBeVisible()
    await look('import-language')
    await ask.getByRole('button', { name: t['import.language.go'], exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'The forgotten badge' }).waitFor()
    await look('import-notice')
    await page.getByRole('button', { name: t['imported-from.show'], exact: true }).click()
    const list = page.getByRole('dialog')
    await expect(list.getByRole('heading', { name: notes['group.lost'], exact: true })).toBeVisible()
    await expect(list.getByText('(cycling-link: "tea", "coffee")')).toBeVisible()
    await look('import-list')
    await list.getByRole('button', { name: t['imported-from.done'], exact: true }).click()
    await expect(page.getByRole('button', { name: t['imported-from.show'], exact: true })).toHaveCount(0)
    await page.getByRole('button', { name: t.back, exact: true }).click()

    // A package brings its pictures. The form shows them, and the play has them.
    const whole = join(own.folder, 'call.h5p')
    writeFileSync(whole, h5p())
    await offer(whole)
    await page.getByRole('heading', { level: 1, name: 'The call at closing time' }).waitFor()
    await page.getByRole('treegrid', { name: t.outline }).getByRole('row', { name: 'A door' }).first().click()
    const picture = page.locator('.studio-picture')
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0)))
      .toBe(1)
    await openFiles(app, [join(ROOT, 'package.json')])
    await page.getByRole('button', { name: TEXTS[locale].media.add, exact: true }).click()
    await expect(page.getByText(errors[locale]['media-type'])).toBeVisible()
    await look('import-media')
    await page.getByRole('button', { name: t.back, exact: true }).click()

    const broken = join(own.folder, 'broken.h5p')
    writeFileSync(broken, Buffer.from(h5p()).subarray(0, 300))
    await offer(broken)
    await expect(page.getByText(notes['refused.zip-damaged'])).toBeVisible()
    await look('import-refused')
  })
}
