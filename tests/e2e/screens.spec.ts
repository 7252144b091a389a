import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { playerEn } from '../../src/renderer/i18n/player.en'
import { playerFr } from '../../src/renderer/i18n/player.fr'
import { setUp, WORDS } from './journey'
import { dataFolder, launch, removeFolder, resize, ROOT } from './launch'
import { bestRun, readScenario } from './paths'
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
    test.setTimeout(180_000)
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

      for (const id of ['upset-customer', 'telegram-bribe']) {
        const compiled = readScenario(id)
        await page.locator('.button-primary').last().click()
        await page.getByRole('heading', { level: 1, name: compiled.scenario.title[locale]! }).waitFor()
        await playEvents(page, compiled, bestRun(compiled).slice(0, 2), { locale })
        await page
          .getByRole('button', { name: locale === 'fr' ? 'Sans limite' : 'No limit' })
          .click({ timeout: 800 })
          .catch(() => {})
        await look(`player-${id}`)
        await page.getByRole('button', { name: 'Pause' }).click()
        await page
          .getByRole('button', { name: locale === 'fr' ? playerFr['pause.leave'] : playerEn['pause.leave'] })
          .click()
        await page.locator('.next .button-primary').click()
        await page.getByRole('heading', { level: 1, name: compiled.scenario.title[locale]! }).waitFor()
        await playEvents(page, compiled, bestRun(compiled), { locale, from: 2 })
        await look(`debrief-${id}`)
        await page.getByRole('banner').getByRole('button').last().click()
        if (id === 'upset-customer') {
          await page.getByRole('button', { name: 'Pause' }).click()
          await page
            .getByRole('button', {
              name: locale === 'fr' ? playerFr['pause.leave'] : playerEn['pause.leave'],
            })
            .click()
        }
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
