import type { ElectronApplication, Page } from '@playwright/test'
import type { ExportFormat, ExportSubject } from '../../src/domain/records'
import exportEn from '../../src/texts/en/export.json'
import exportFr from '../../src/texts/fr/export.json'
import { chooseFile } from './launch'
import type { Locale } from './trainee'

export const EXPORT_WORDS = { en: exportEn, fr: exportFr }

/** Exports through the dialog of the Records page, and closes it when the file is there. */
export async function exportTo(
  app: ElectronApplication,
  page: Page,
  path: string,
  [subject, format]: readonly [ExportSubject, ExportFormat],
  { locale = 'en' as Locale, paper = undefined as 'A4' | 'Letter' | undefined } = {},
): Promise<void> {
  const words = EXPORT_WORDS[locale]
  await chooseFile(app, path)
  await page.getByRole('button', { name: words.open, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: words.title })
  await dialog.getByRole('radio', { name: words[`subject.${subject}`] }).check({ force: true })
  await dialog.getByRole('radio', { name: words[`format.${format}`] }).check({ force: true })
  if (paper) {
    await dialog.getByRole('button', { name: /A4|Letter/ }).click()
    await page.getByRole('option', { name: paper }).click()
  }
  await dialog.getByRole('button', { name: words.go }).click()
  await dialog.getByRole('button', { name: words.close, exact: true }).click({ timeout: 60_000 })
}
