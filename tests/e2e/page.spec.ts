/** The player and the debrief need neither Electron nor main: a page of their own plays a scenario from its file. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

/** Writes the scenario as it is played, with everything from its floor, into a file of its own. */
function fileOf(id: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'hold-the-line-page-')), `${id}.scenario.json`)
  writeFileSync(file, JSON.stringify(readScenario(id).scenario))
  return file
}

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
  await expect(page.locator('.debrief-timeline .step')).toHaveCount(steps.length + 1)
  expect(await page.evaluate(() => 'api' in window)).toBe(false)
  expect(faults).toEqual([])
})

test('a mail with its picture is played badly, in French and in the dark (page without Electron)', async () => {
  const id = 'extortion-mail'
  const { page, faults } = await openPage(
    browser,
    [fileOf(id), join(ROOT, 'scenarios', 'media', 'first-ten.png')],
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

const LOW = { width: 1024, height: 700 }

test('on a small screen every tool keeps its hint and every tab is in sight (page without Electron)', async () => {
  for (const [id, locale] of [
    ['helpdesk-vishing', 'en'],
    ['fake-support', 'en'],
    ['fake-support', 'fr'],
    ['extortion-mail', 'fr'],
  ] as const) {
    const { page } = await openPage(browser, [fileOf(id)], { viewport: LOW, locale })
    await showScene(page, locale)
    const inSight = (selector: string) =>
      page.locator(selector).evaluateAll((all) =>
        all.map((element) => {
          const { left, top, right, bottom, height } = element.getBoundingClientRect()
          return height > 0 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
        }),
      )
    const tools = await inSight('.tool')
    const hints = await inSight('.tool small')
    expect(tools.length).toBeGreaterThan(3)
    expect([...tools, ...hints], `${id} ${locale}`).toEqual(tools.concat(hints).map(() => true))
    expect(hints.length).toBe(tools.length)
    expect(await inSight('.desk-tabs [role=tab]'), `${id} ${locale}`).toEqual([true, true, true, true])
    const tops = await page
      .locator('.desk-tabs [role=tab]')
      .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().top))
    expect(new Set(tops).size, `${id} ${locale}: the tabs stand in one row`).toBe(1)
    await page.context().close()
  }
})

test('words of a call stand below words, whoever says them (page without Electron)', async () => {
  const id = 'helpdesk-vishing'
  const { page } = await openPage(browser, [fileOf(id)], { viewport: LOW })
  await playEvents(page, readScenario(id), ['badge', 'note', 'dial', 'call-deputy'])
  const lefts = await page
    .locator('.thread .caption > div, .thread .did > *')
    .evaluateAll((all) => all.map((element) => Math.round(element.getBoundingClientRect().left)))
  expect(lefts.length).toBeGreaterThan(5)
  expect(new Set(lefts).size).toBe(1)
  await expect(page.locator('.thread .did')).not.toHaveCount(0)
  await expect(page.locator('.thread .bubble')).toHaveCount(0)
})
