import { expect, test } from '@playwright/test'
import recordsEn from '../../src/texts/en/records.json'
import recordsFr from '../../src/texts/fr/records.json'
import { fillFolder } from './filled'
import { chooseLanguage, setUp, WORDS } from './journey'
import { dataFolder, launch, removeFolder, type Running } from './launch'
import { looker } from './looking'
import type { Locale } from './trainee'

let folder: string
let running: Running

test.beforeEach(async () => {
  folder = dataFolder()
  fillFolder(folder)
  running = await launch(folder)
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  const words = locale === 'fr' ? recordsFr : recordsEn

  test(`records of a few hundred people in both themes and sizes (${locale})`, async () => {
    const { page } = running
    const look = looker(running, locale)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await chooseLanguage(page, locale)
    await setUp(page, undefined, locale)
    await page.getByRole('button', { name: WORDS[locale]['nav.records'], exact: true }).click()
    await page.locator('.table tbody tr').first().waitFor()
    await page.locator('.curve').waitFor()
    await look('records-completion')

    const [site] = await page.locator('.table tbody tr td:nth-child(4)').allInnerTexts()
    const chip = (what: string) => page.locator('.filter-chip', { hasText: what })
    await chip(words['filter.site']).click()
    await page.getByRole('option', { name: site!, exact: true }).click()
    await look('records-filter-open')
    await page.keyboard.press('Escape')
    await chip(words['filter.period']).click()
    await page.getByRole('radio', { name: words['period.own'] }).click({ force: true })
    await look('records-period-open')
    await page.keyboard.press('Escape')
    await chip(words['filter.status']).click()
    for (const status of ['status.late', 'status.failed'] as const) {
      await page.getByRole('option', { name: words[status], exact: true }).click()
    }
    await page.keyboard.press('Escape')
    await look('records-filtered')
    await page.getByRole('searchbox').fill('qqqq')
    await page.getByText(words['empty.filtered']).waitFor()
    await look('records-nothing')
    await page.getByRole('button', { name: words['filter.clear-all'] }).first().click()
    await page.getByRole('tab', { name: WORDS[locale]['records.attempts'] }).click()
    await expect(page.locator('.curve')).toHaveCount(0)
    await page.locator('.table tbody tr').first().waitFor()
    await look('records-attempts')

    const changed = await page.evaluate(() => window.api.organisation.change({ privacy: 'pseudonymous' }))
    expect(changed.ok).toBe(true)
    const place = (name: 'nav.learn' | 'nav.records') =>
      page.getByRole('button', { name: WORDS[locale][name], exact: true })
    await place('nav.learn').click()
    await place('nav.records').click()
    await page.getByRole('tab', { name: WORDS[locale]['records.completion'] }).click()
    await page.locator('.table tbody tr').first().waitFor()
    await expect(page.getByRole('columnheader', { name: words['col.score'] })).toHaveCount(0)
    await look('records-pseudonymous')
  })
}
