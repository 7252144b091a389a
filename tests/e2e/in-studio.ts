/** Sets the Studio up for its tests. */
import { test } from '@playwright/test'
import studioEn from '../../src/texts/en/studio.json'
import studioFr from '../../src/texts/fr/studio.json'
import { chooseLanguage, setUp, WORDS } from './journey'
import { dataFolder, launch, removeFolder, type Running } from './launch'
import type { Locale } from './trainee'

export const STUDIO = { en: studioEn, fr: studioFr }

/**
 * The program and the data of one test. A test that restarts the program stores it here, so that it is closed
 * afterwards.
 */
export interface Own {
  folder: string
  running: Running
}

/** Starts the program for each test of a file, with data of its own. */
export function startEach(): Own {
  const own = {} as Own
  test.beforeEach(async () => {
    own.folder = dataFolder()
    own.running = await launch(own.folder, { size: { width: 1440, height: 900 } })
  })
  test.afterEach(async () => {
    await own.running.app.close()
    removeFolder(own.folder)
  })
  return own
}

/** Sets the program up in a language and opens the Studio. */
export async function toStudio({ page }: Running, locale: Locale): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  if (locale !== 'en') await chooseLanguage(page, locale)
  await setUp(page, undefined, locale)
  await page.getByRole('button', { name: WORDS[locale]['nav.studio'], exact: true }).click()
  await page.getByRole('heading', { level: 1, name: STUDIO[locale].title }).waitFor()
}

/** Opens a copy of a shipped scenario in the Studio. */
export async function openCopy({ page }: Running, locale: Locale, id = 'former-colleague'): Promise<void> {
  await page.getByRole('searchbox').fill(id)
  await page.getByRole('row').nth(1).getByRole('button').first().click()
  await page.getByRole('button', { name: STUDIO[locale].copy, exact: true }).click()
  await page.getByRole('button', { name: STUDIO[locale].publish, exact: true }).waitFor()
}
