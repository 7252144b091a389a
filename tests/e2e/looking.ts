import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { resize, ROOT, type Running } from './launch'
import type { Locale } from './trainee'

const FOLDER = join(ROOT, 'out', 'screens')
const SIZES = [
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
] as const

/** Expects no serious or critical finding. Axe can't open a page of its own here, so it runs in ours. */
async function accessible(page: Page, name: string): Promise<void> {
  // React Aria's announcer refers to elements by id for some seconds after they have left the page.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .exclude('[data-live-announcer]')
    .analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect(found, name).toEqual([])
}

export async function fitsSideways(page: Page, name: string): Promise<void> {
  const { wide, all } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    all: window.innerWidth,
  }))
  expect(wide, `${name} scrolls sideways`).toBeLessThanOrEqual(all)
}

/** Returns a function that takes pictures of a page in both sizes and themes and checks its accessibility. */
export function looker({ app, page }: Running, locale: Locale): (name: string) => Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const theme = (value: 'light' | 'dark') =>
    page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name
    }, value)
  return async (name) => {
    for (const size of SIZES) {
      await resize(app, size)
      for (const value of ['light', 'dark'] as const) {
        await theme(value)
        await page.waitForTimeout(80)
        await page.screenshot({ path: join(FOLDER, `${name}-${locale}-${value}-${size.width}.png`) })
        if (size.width === 1024) await accessible(page, `${name}, ${locale}, ${value}`)
      }
      await fitsSideways(page, `${name}, ${size.width}`)
      const below = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
      expect(below, `${name} scrolls as a whole at ${size.width}`).toBeLessThanOrEqual(0)
    }
    await theme('light')
  }
}
