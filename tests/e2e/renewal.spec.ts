/** A certificate comes to its end, and is renewed by a new round. */
import { expect, test, type Page } from '@playwright/test'
import { DAY_MS, setClock } from './clocks'
import { chooseLanguage, PRIYA, setUp, signIn, WORDS } from './journey'
import { dataFolder, launch, removeFolder, type Running } from './launch'
import { looker } from './looking'
import { readCourse, worstRun } from './paths'
import { bestOnEachChannel, CERTIFIED, earnCertificate, playRound, stateOf } from './rounds'

const COURSE = readCourse(CERTIFIED)
const VALID_DAYS = COURSE.certificate!.validMonths * 30
const folder = dataFolder()
let running: Running
test.afterAll(async () => {
  await running?.app.close()
  removeFolder(folder)
})

/** Goes on so many days after the certificate was earned, as the person who answers for the clock says. */
async function goTo(days: number): Promise<void> {
  const { page } = running
  await setClock(running, days * DAY_MS)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const number = page.getByLabel(WORDS.en['start.number'], { exact: true })
  if (await number.isVisible()) await signIn(page, PRIYA.number)
  const right = page.getByRole('button', { name: WORDS.en['clock.was-unused'] })
  await expect(right).toBeVisible()
  await right.click()
  await expect(right).toBeHidden()
}

/** Finds what Learn says of the certificate, from its first words to its day. */
const said = (page: Page, key: 'learn.result.renew' | 'learn.result.stays', locale: 'en' | 'fr' = 'en') =>
  page.getByText(WORDS[locale][key].split('{')[0]!).first()

async function lookInBoth(name: string, key: Parameters<typeof said>[1]): Promise<void> {
  const { page } = running
  for (const locale of ['en', 'fr'] as const) {
    await chooseLanguage(page, locale)
    await said(page, key, locale).scrollIntoViewIfNeeded()
    await looker(running, locale)(name)
  }
  await chooseLanguage(page, 'en')
}

test('a certificate is renewed in its last month and after its end, and stands until then', async () => {
  running = await launch(folder)
  const { page } = running
  await setUp(page)
  await earnCertificate(page)
  const first = (await stateOf(page, COURSE.id)).certificate!
  await expect(page.getByRole('heading', { name: WORDS.en['learn.passed'] })).toBeVisible()
  await expect(said(page, 'learn.result.renew')).toBeHidden()

  await goTo(VALID_DAYS - 20)
  await lookInBoth('learn-renew', 'learn.result.renew')
  // A round that fails takes nothing away.
  await playRound(page, COURSE.id, worstRun)
  expect((await stateOf(page, COURSE.id)).certificate).toEqual(first)
  await page.reload()
  await lookInBoth('learn-renew-failed', 'learn.result.stays')

  await goTo(VALID_DAYS + 20)
  await expect(said(page, 'learn.result.stays')).toBeHidden()
  await playRound(page, COURSE.id, bestOnEachChannel)
  const second = (await stateOf(page, COURSE.id)).certificate!
  expect(second.validUntil > first.validUntil).toBe(true)

  await goTo(2 * VALID_DAYS + 40)
  await lookInBoth('learn-renew-late', 'learn.result.renew')
  // Nothing stays valid meanwhile.
  await expect(page.getByText(WORDS.en['learn.result.renew'], { exact: true })).toBeVisible()
})
