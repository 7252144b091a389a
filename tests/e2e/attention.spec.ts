import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import attentionEn from '../../src/texts/en/attention.json'
import attentionFr from '../../src/texts/fr/attention.json'
import peopleEn from '../../src/texts/en/people.json'
import peopleFr from '../../src/texts/fr/people.json'
import { fillFolder, readRecords } from './filled'
import { chooseLanguage, setUp, WORDS } from './journey'
import { chooseFile, dataFolder, launch, removeFolder, type Running } from './launch'
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
  const words = locale === 'fr' ? attentionFr : attentionEn
  const people = locale === 'fr' ? peopleFr : peopleEn

  test(`HR sees who needs help this week, writes a reminder and saves the due dates (${locale})`, async () => {
    const { app, page } = running
    const look = looker(running, locale)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await chooseLanguage(page, locale)
    await setUp(page, undefined, locale)
    await page.getByRole('button', { name: WORDS[locale]['nav.records'], exact: true }).click()
    await page.getByRole('tab', { name: WORDS[locale]['records.attention'] }).click()
    await page.getByRole('button', { name: words.calendar }).waitFor()
    await page.locator('.table tbody .open-row').first().click()
    await page.locator('.attention-team tbody tr').first().waitFor()
    await look('attention')

    await page.getByRole('button', { name: words.remind }).click()
    const text = page.getByLabel(words['reminder.body'], { exact: true })
    await expect(text).toHaveValue(/^(Hello|Bonjour),\n\n– /)
    await look('attention-reminder')
    await text.fill('By Friday, please.')
    await page.getByRole('button', { name: words['reminder.copy'], exact: true }).click()
    await page.getByText(words['reminder.copied']).waitFor()
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toMatch(/\n\nBy Friday, please\.$/)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: words.back, exact: true }).click()
    const file = join(folder, 'due.ics')
    await chooseFile(app, file)
    await page.getByRole('button', { name: words.calendar }).click()
    await page.getByText('due.ics').waitFor()
    expect(readFileSync(file, 'utf8')).toMatch(/^BEGIN:VCALENDAR[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR/)
    expect(readRecords(folder, `SELECT detail FROM audit WHERE act = 'calendar-saved'`)).toHaveLength(1)

    await page.getByRole('button', { name: WORDS[locale]['nav.people'], exact: true }).click()
    await page.locator('.table tbody tr').first().waitFor()
    for (const row of [2, 3]) {
      await page.locator('.table tbody tr').nth(row).locator('.checkbox').click()
    }
    await page.getByRole('button', { name: people['chosen.assign'] }).waitFor()
    await look('people-chosen')
    await page.getByRole('button', { name: people['chosen.assign'] }).click()
    await page.getByRole('button', { name: people['assign.go'], exact: true }).click()
    await expect(page.getByRole('button', { name: people['chosen.assign'] })).toHaveCount(0)
    const [assigned] = readRecords<{ n: number }>(
      folder,
      `SELECT detail ->> '$.people' AS n FROM audit WHERE act = 'course-assigned' ORDER BY seq DESC LIMIT 1`,
    )
    expect(assigned!.n).toBeLessThanOrEqual(2)
  })
}
