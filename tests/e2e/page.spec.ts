/** The player and the debrief need neither Electron nor main: a page of their own plays a scenario from its file. */
import { join } from 'node:path'
import { expect, test, type Browser } from '@playwright/test'
import { debriefOf } from '../../src/domain/scoring'
import { compileScenario, type LogEntry } from '../../src/domain/run'
import { ROOT } from './launch'
import { openPage, startBrowser } from './page'
import { bestRun, readScenario, worstRun } from './paths'
import { playEvents, showScene } from './trainee'

let browser: Browser
test.beforeAll(async () => {
  browser = await startBrowser()
})
test.afterAll(async () => {
  await browser.close()
})

const fileOf = (id: string) => join(ROOT, 'scenarios', `${id}.scenario.json`)
const scoreOf = (id: string, events: readonly string[]) => {
  const log = events.map((event, i): LogEntry => ({
    seq: i + 1,
    kind: 'decision',
    event,
    at: '2026-01-05T09:00:00.000Z',
    elapsedMs: 0,
  }))
  return debriefOf(compileScenario(readScenario(id).scenario), log, 0)!
}

test('a call is played to its debrief in a browser, without main (page without Electron)', async () => {
  const id = 'helpdesk-vishing'
  const { page, faults } = await openPage(browser, [fileOf(id)])
  expect(await page.evaluate(() => 'api' in window)).toBe(false)
  const events = bestRun(readScenario(id))
  await playEvents(page, readScenario(id), events)
  const { score, steps } = scoreOf(id, events)
  await expect(page.locator('.debrief-numbers b').first()).toHaveText(String(Math.round(score.ratio! * 100)))
  await expect(page.locator('.verdict')).toHaveText(score.passed ? 'Passed' : 'Not passed yet')
  await expect(page.locator('.debrief-timeline .step')).toHaveCount(steps.length)
  expect(await page.evaluate(() => 'api' in window)).toBe(false)
  expect(faults).toEqual([])
})

test('a mail with its picture is played badly, in French and in the dark (page without Electron)', async () => {
  const id = 'extortion-mail'
  const { page, faults } = await openPage(
    browser,
    [fileOf(id), join(ROOT, 'scenarios', 'media', 'sample-10.png')],
    { locale: 'fr', theme: 'dark' },
  )
  const events = worstRun(readScenario(id))
  const pictures: boolean[] = []
  await playEvents(page, readScenario(id), events, {
    locale: 'fr',
    onScene: async () => {
      const picture = page.locator('.picture img').first()
      if ((await picture.count()) > 0)
        pictures.push(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth > 0))
    },
  })
  expect(pictures.length).toBeGreaterThan(0)
  expect(pictures).not.toContain(false)
  await expect(page.locator('.verdict')).toHaveText('Pas encore réussi')
  expect(faults).toEqual([])
})

test('a look at the desk and a pause are kept by the page itself (page without Electron)', async () => {
  const id = 'knows-the-customer'
  const { page, faults } = await openPage(browser, [fileOf(id)])
  await showScene(page, 'en')
  await page
    .getByRole('button', { name: /^Reveal: / })
    .first()
    .click()
  await expect(page.locator('.desk-said')).not.toBeEmpty()
  await page.getByRole('banner').getByRole('button', { name: 'Pause', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(faults).toEqual([])
})
