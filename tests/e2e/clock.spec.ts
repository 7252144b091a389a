/** The clock of a computer leaps: nothing is deleted until somebody who answers for the records says what is right. */
import { expect, test, type Page } from '@playwright/test'
import { DAY_MS, setClock } from './clocks'
import { readRecords } from './filled'
import { chooseLanguage, setUp, signIn, PRIYA, WORDS } from './journey'
import { dataFolder, launch, removeFolder, type Running } from './launch'
import { looker } from './looking'

const { en, fr } = WORDS
const folder = dataFolder()
let running: Running
test.afterAll(async () => {
  await running?.app.close()
  removeFolder(folder)
})

const acts = () =>
  readRecords<{ act: string; detail: string }>(
    folder,
    "SELECT act, detail FROM audit WHERE act LIKE 'clock-%' ORDER BY seq",
  ).map(({ act, detail }) => [act, (JSON.parse(detail) as { odd: string }).odd])

const notice = (page: Page, text: string) => page.getByText(text.split('{')[0]!, { exact: false })

test('a clock that leapt is named, in both languages, until somebody says that it is right', async () => {
  running = await launch(folder)
  const { page } = running
  await setUp(page)
  await setClock(running, 40 * DAY_MS)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  if (await page.getByLabel(en['start.number'], { exact: true }).isVisible()) await signIn(page, PRIYA.number)
  await expect(notice(page, en['state.clock-ahead'])).toBeVisible()
  await looker(running, 'en')('clock-ahead')
  await chooseLanguage(page, 'fr')
  await expect(notice(page, fr['state.clock-ahead'])).toBeVisible()
  await looker(running, 'fr')('clock-ahead')
  await page.getByRole('button', { name: fr['clock.was-unused'] }).click()
  await expect(notice(page, fr['state.clock-ahead'])).toBeHidden()

  // The clock is set back by a month, because it was wrong before.
  await setClock(running, 5 * DAY_MS)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(notice(page, fr['state.clock-behind'])).toBeVisible()
  await looker(running, 'fr')('clock-behind')
  await page.getByRole('button', { name: fr['clock.was-ahead'] }).click()
  await expect(notice(page, fr['state.clock-behind'])).toBeHidden()
  await running.app.close()
  expect(acts()).toEqual([
    ['clock-odd', 'ahead'],
    ['clock-confirmed', 'ahead'],
    ['clock-odd', 'behind'],
    ['clock-confirmed', 'behind'],
  ])
})
