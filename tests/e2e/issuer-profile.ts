import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import certificatesEn from '../../src/texts/en/certificates.json'
import { openFiles, ROOT } from './launch'
import { WORDS } from './journey'

const c = certificatesEn

/** Sets the logo and the signatory of certificates in Settings, as an administrator does. */
export async function showOnCertificates(
  app: ElectronApplication,
  page: Page,
  {
    signatory,
    title,
    logo = join(ROOT, 'build', 'icons', 'icon.png'),
  }: { readonly signatory: string; readonly title: string; readonly logo?: string },
): Promise<void> {
  await page.getByRole('button', { name: WORDS.en['nav.settings'], exact: true }).click()
  await page.getByRole('tab', { name: c['issuer.title'] }).click()
  await page.getByLabel(c['issuer.profile.signatory'], { exact: true }).fill(signatory)
  await page.getByLabel(c['issuer.profile.signatory-title'], { exact: true }).fill(title)
  await page.getByRole('button', { name: c['issuer.profile.save'], exact: true }).click()
  await page.getByText(c['issuer.profile.saved']).waitFor()
  await openFiles(app, [logo])
  await page.getByRole('button', { name: c['issuer.logo.choose'] }).click()
  await page.getByRole('img', { name: c['issuer.logo.alt'] }).waitFor()
  await page.getByRole('button', { name: WORDS.en['nav.learn'], exact: true }).click()
}
