import { expect, test } from '@playwright/test'
import personEn from '../../src/texts/en/person.json'
import recordsEn from '../../src/texts/en/records.json'
import { fillFolder } from './filled'
import { setUp, WORDS } from './journey'
import { dataFolder, launch, removeFolder, type Running } from './launch'

const { en } = WORDS
const folder = dataFolder()
let running: Running

test.beforeAll(async () => {
  fillFolder(folder)
  running = await launch(folder, { size: { width: 1440, height: 900 } })
  await setUp(running.page)
})
test.afterAll(async () => {
  await running.app.close()
  removeFolder(folder)
})

const rowsOf = () => running.page.locator('.table tbody tr')
const names = () => rowsOf().locator('th').allInnerTexts()
const chip = (name: RegExp | string) => running.page.getByRole('button', { name })

async function openRecords(): Promise<void> {
  await chip(en['nav.records']).click()
  await rowsOf().first().waitFor()
}

test('HR finds who is late, sorted by due date, page by page', async () => {
  const { page } = running
  await openRecords()
  await expect(page.getByText('600 of 600')).toBeVisible()
  await expect(rowsOf()).toHaveCount(50)
  const first = await names()

  await chip('Next').click()
  await expect(page.getByText('51–100')).toBeVisible()
  const second = await names()
  expect(second).not.toEqual(first)
  await chip('Previous').click()
  await expect(page.getByText('1–50')).toBeVisible()
  expect(await names()).toEqual(first)

  await chip('Status: all').click()
  await page.getByRole('option', { name: recordsEn['status.late'], exact: true }).click()
  await chip(recordsEn['filter.done']).click()
  await expect(chip('Status: Late')).toBeVisible()
  await expect(page.locator('.shown')).toHaveText(/^(?!600\b)[1-9]\d* of 600$/)
  const late = Number((await page.locator('.counts li').nth(3).locator('b').innerText()).trim())
  await expect(page.getByText(`${late} of 600`)).toBeVisible()
  for (const status of await page.locator('.table tbody .tone').allInnerTexts()) expect(status).toBe('Late')

  await chip('Due').click()
  await expect(page.locator('th[aria-sort="ascending"]')).toHaveText(/Due/)
  await expect(async () => {
    const due = await page.locator('.table tbody tr td:nth-child(10)').allInnerTexts()
    const days = due.map((text) => Date.parse(text))
    expect(days).toEqual([...days].sort((a, b) => a - b))
  }).toPass()
  await chip(recordsEn['filter.clear-all']).click()
  await expect(page.getByText('600 of 600')).toBeVisible()
})

test('a name is found without its accents, and opens the person’s page', async () => {
  const { page } = running
  await openRecords()
  await page.getByRole('searchbox').fill('elodie')
  await expect(rowsOf().first()).toContainText('Élodie')
  for (const name of await names()) expect(name).toContain('Élodie')
  const [name] = await names()
  await page.getByRole('button', { name: name!, exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: name! })).toBeVisible()
  await expect(page.locator('.table').first().locator('tbody tr')).toHaveCount(2)
  await chip(personEn.back).click()
  // The filter is still there.
  await expect(page.getByRole('searchbox')).toHaveValue('elodie')
  await page.getByRole('searchbox').fill('qqqq')
  await expect(page.getByText(recordsEn['empty.filtered'])).toBeVisible()
  await chip(recordsEn['filter.clear-all']).first().click()
  await expect(page.getByText('600 of 600')).toBeVisible()
})

test('a view is saved, used, renamed and deleted by keyboard alone', async () => {
  const { page } = running
  await openRecords()
  await chip('Site: all').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Indore' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(chip('Site: Indore')).toBeFocused()
  await expect(page.locator('.shown')).not.toHaveText('600 of 600')
  const shown = await page.locator('.shown').innerText()

  await chip(recordsEn['views.title']).focus()
  await page.keyboard.press('Enter')
  await chip(recordsEn['views.save']).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Indore')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await chip(recordsEn['filter.clear-all']).focus()
  await page.keyboard.press('Enter')
  await expect(chip('Site: all')).toBeVisible()
  await chip(recordsEn['views.title']).focus()
  await page.keyboard.press('Enter')
  await chip('Use Indore').focus()
  await page.keyboard.press('Enter')
  await expect(chip('Site: Indore')).toBeVisible()
  await expect(page.locator('.shown')).toHaveText(shown)

  await chip(recordsEn['views.title']).click()
  await chip('Rename Indore').click()
  await page.getByRole('textbox', { name: recordsEn['views.name'] }).fill('Everybody in Indore')
  await page.keyboard.press('Enter')
  await chip(recordsEn['views.title']).click()
  await chip('Delete Everybody in Indore').click()
  await expect(page.getByText(recordsEn['views.none'])).toBeVisible()
  await page.keyboard.press('Escape')
  await chip(recordsEn['filter.clear-all']).click()
})

test('attempts take the same filter', async () => {
  const { page } = running
  await openRecords()
  await page.getByRole('searchbox').fill('elodie')
  await page.getByRole('tab', { name: en['records.attempts'] }).click()
  await expect(rowsOf().first()).toContainText('Élodie')
  await expect(page.locator('.shown')).toHaveText(/attempts$/)
  await expect(async () => {
    const count = Number(/^\d+/.exec(await page.locator('.shown').innerText())![0])
    expect(await rowsOf().count()).toBe(Math.min(count, 50))
  }).toPass()
})
