import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { playerEn } from '../../src/renderer/i18n/player.en'
import { playerFr } from '../../src/renderer/i18n/player.fr'
import { setUp, WORDS } from './journey'
import { dataFolder, launch, removeFolder, resize, ROOT } from './launch'
import { bestRun, readCourse, readScenario } from './paths'
import { playEvents, type Locale } from './trainee'

const FOLDER = join(ROOT, 'out', 'screens')
const SIZES = [
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
] as const

test.beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true })
})

/** No serious or critical finding; axe can't open a page of its own here, so it runs in ours. */
async function accessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect(found, name).toEqual([])
}

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`every page in both themes and sizes (${locale})`, async () => {
    test.setTimeout(240_000)
    const words = WORDS[locale]
    const folder = dataFolder()
    const { app, page } = await launch(folder)
    const theme = (value: 'light' | 'dark') =>
      page.evaluate((name) => {
        document.documentElement.dataset['theme'] = name
      }, value)
    const look = async (name: string) => {
      for (const size of SIZES) {
        await resize(app, size)
        for (const value of ['light', 'dark'] as const) {
          await theme(value)
          await page.waitForTimeout(80)
          await page.screenshot({ path: join(FOLDER, `${name}-${locale}-${value}-${size.width}.png`) })
          if (size.width === 1024) await accessible(page, `${name}, ${locale}, ${value}`)
        }
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          `${name} scrolls sideways at ${size.width}`,
        ).toBe(true)
      }
      await theme('light')
    }
    try {
      await page.getByRole('heading', { level: 1 }).waitFor()
      await look('first-run')
      await setUp(page, undefined, locale)
      await look('learn-new')

      const done = locale === 'fr' ? 'Retour à vos formations' : 'Back to your courses'
      for (const [i, id] of readCourse('first-week').modules.entries()) {
        const compiled = readScenario(id)
        const title = compiled.scenario.title[locale]!
        const events = bestRun(compiled)
        await page.locator('.next .button-primary').click()
        await page.getByRole('heading', { level: 1, name: title }).waitFor()
        if (i < 2) {
          await playEvents(page, compiled, events.slice(0, 2), { locale })
          await look(`player-${id}`)
          await page.getByRole('button', { name: 'Pause' }).click()
          const leave = (locale === 'fr' ? playerFr : playerEn)['pause.leave']
          await page.getByRole('button', { name: leave }).click()
          await page.locator('.next .button-primary').click()
          await page.getByRole('heading', { level: 1, name: title }).waitFor()
        }
        await playEvents(page, compiled, events, { locale, from: i < 2 ? 2 : 0 })
        if (i < 2) await look(`debrief-${id}`)
        await page.getByRole('banner').getByRole('button', { name: done }).click()
      }
      await look('learn-done')
      await page.getByRole('button', { name: words['learn.certificate.open'], exact: false }).first().click()
      await page.getByText(words['certificate.certifies']).waitFor()
      await look('certificate')
      for (const area of ['records', 'settings'] as const) {
        await page.getByRole('button', { name: words[`nav.${area}`], exact: true }).click()
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForTimeout(200)
        await look(area)
      }
      await page.getByRole('button', { name: words['nav.sign-out'] }).click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await look('signed-out')
    } finally {
      await app.close()
      removeFolder(folder)
    }
  })
}
