/** Opens a course in the real application: its contacts, and what passing it means. */
import { expect, test } from '@playwright/test'
import courseEn from '../../src/texts/en/studio-course.json'
import courseFr from '../../src/texts/fr/studio-course.json'
import fieldsEn from '../../src/texts/en/studio-fields.json'
import fieldsFr from '../../src/texts/fr/studio-fields.json'
import studioEn from '../../src/texts/en/studio.json'
import studioFr from '../../src/texts/fr/studio.json'
import { startEach, toStudio } from './in-studio'
import { looker } from './looking'
import type { Locale } from './trainee'

const own = startEach()
const FIELDS = { en: fieldsEn, fr: fieldsFr }
const TEXTS = { en: { ...studioEn, own: courseEn }, fr: { ...studioFr, own: courseFr } }

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`a course is proven beside its window (${locale})`, async () => {
    const { page } = own.running
    const t = TEXTS[locale]
    const look = looker(own.running, locale)
    await toStudio(own.running, locale)
    await page.getByRole('button', { name: new RegExp(`^${t['kind.scenario']}`) }).click()
    await page.getByRole('option', { name: t['kind.course'] }).click()
    await page.getByRole('row').nth(1).getByRole('button').first().click()
    await page.getByRole('button', { name: t['pane.proof'], exact: true }).click()
    await expect(page.getByRole('rowheader').nth(2)).toBeVisible()
    await page.getByRole('button', { name: t.own['prove.go'], exact: true }).click()
    await expect(page.getByRole('img', { name: new RegExp(`^${t.own.chart}`) })).toBeVisible({
      timeout: 60_000,
    })
    // Proving the habits takes long. Somebody who has seen enough stops it, and the picture stays.
    await page.getByRole('button', { name: t.own['prove.cancel'], exact: true }).click()
    await expect(page.getByRole('button', { name: t.own['prove.again'], exact: true })).toBeVisible()
    await page.getByText(t.own.table, { exact: true }).click()
    await look('course-proof')
    // The proof is kept while somebody looks at something else.
    await page.getByRole('button', { name: t['pane.history'], exact: true }).click()
    await page.getByRole('button', { name: t['pane.proof'], exact: true }).click()
    await expect(page.getByRole('img', { name: new RegExp(`^${t.own.chart}`) })).toBeVisible()
  })
}

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`a course becomes practice, and gives a certificate again (${locale})`, async () => {
    const { page } = own.running
    const t = TEXTS[locale]
    const called = FIELDS[locale]['label.certificate']
    const look = looker(own.running, locale)
    await toStudio(own.running, locale)
    await page.getByRole('button', { name: new RegExp(`^${t['kind.scenario']}`) }).click()
    await page.getByRole('option', { name: t['kind.course'] }).click()
    await page.getByRole('row').nth(1).getByRole('button').first().click()
    await page.getByRole('button', { name: t.copy, exact: true }).click()
    await page.getByRole('button', { name: t.publish, exact: true }).waitFor()
    const certificate = page.getByRole('group', { name: called, exact: true })
    await certificate.scrollIntoViewIfNeeded()
    await look('course-certificate')
    await certificate
      .getByRole('button', { name: new RegExp(`^${t['form.remove']}`) })
      .first()
      .click()
    await expect(certificate).toHaveCount(0)
    const add = page.getByRole('button', { name: t['form.add'].replace('{field}', called), exact: true })
    await add.scrollIntoViewIfNeeded()
    await look('course-practice')
    await add.click()
    // What has to be written is said at once; nothing is made up.
    await expect(page.getByRole('button', { name: /^[^(]+\([1-9]/ }).first()).toBeVisible()
    await certificate.scrollIntoViewIfNeeded()
    await look('course-certificate-again')
  })
}
