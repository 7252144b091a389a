/** Checks the organisation's own details in Settings, and on the certificates and lists that leave the program. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import certificatesEn from '../../src/texts/en/certificates.json'
import certificatesFr from '../../src/texts/fr/certificates.json'
import { showOnCertificates } from './issuer-profile'
import { chooseLanguage, PRIYA, setUp, WORDS } from './journey'
import { chooseFile, dataFolder, launch, openFiles, removeFolder, ROOT, type Running } from './launch'
import { looker } from './looking'
import { earnCertificate, passCertified } from './rounds'
import type { Locale } from './trainee'

const c = certificatesEn
const CERTIFICATES = { en: certificatesEn, fr: certificatesFr }
const CONTACT =
  'formations.certificats@une-adresse-plutot-longue.example.com, +33 1 99 00 00 00, bureau 3.142'
const LIST = 'https://www.example.com/certificates/revoked.json'

let folder: string
let running: Running

test.beforeEach(async () => {
  folder = dataFolder()
  running = await launch(folder, { size: { width: 1440, height: 900 } })
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

/** Saves a file at the place where the system's dialog is told to, and waits until the page confirms it. */
async function saveAs(button: string, path: string, said: string | RegExp): Promise<void> {
  await chooseFile(running.app, path)
  await running.page.getByRole('button', { name: button, exact: true }).click()
  await expect.poll(() => existsSync(path)).toBe(true)
  await running.page.getByText(said).first().waitFor()
}

async function tell(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: WORDS.en['nav.settings'], exact: true }).click()
  await page.getByRole('tab', { name: c['issuer.title'] }).click()
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: c['issuer.profile.save'], exact: true }).click()
  await page.getByText(c['issuer.profile.saved']).waitFor()
}

async function goToCertificates(page: Page, locale: Locale = 'en'): Promise<void> {
  await page.getByRole('button', { name: WORDS[locale]['nav.records'], exact: true }).click()
  await page.getByRole('tab', { name: WORDS[locale]['records.certificates'] }).click()
}

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '')

/** Returns the text of a PDF without spaces, because a line may end at any hyphen. */
const textOf = (file: string): string =>
  withoutSpaces(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }))

test('the logo, the signatory and the contact from Settings stand on the certificate in both languages', async () => {
  const { app, page } = running
  await setUp(page)
  await tell(page, {
    [c['issuer.profile.web']]: 'www.example.com',
    [c['issuer.profile.contact']]: CONTACT,
    [c['issuer.profile.status']]: LIST,
  })
  await showOnCertificates(app, page, {
    signatory: 'Anneliese Okonkwo-Vandenberghe',
    title: 'Responsable de la formation et de la qualité des centres de contact',
  })
  await earnCertificate(page)
  for (const locale of ['en', 'fr'] as const) {
    const words = WORDS[locale]
    await chooseLanguage(page, locale)
    await page.getByRole('button', { name: words['nav.learn'], exact: true }).click()
    await page
      .getByRole('button', { name: /certificat/i })
      .first()
      .click()
    await page.getByText(words['certificate.certifies']).waitFor()
    await expect(
      page.getByRole('img', {
        name: words['certificate.logo'].replace('{organisation}', PRIYA.organisation),
      }),
    ).toBeVisible()
    await expect(page.locator('.sheet-ask')).toContainText(CONTACT)
    await looker(running, locale)('certificate-of-organisation')

    const file = join(folder, `certificate-${locale}.pdf`)
    await saveAs(words['certificate.save'], file, `certificate-${locale}.pdf`)
    const text = textOf(file)
    expect(text).toContain(withoutSpaces(`${PRIYA.organisation} (${CONTACT}).`))
    expect(text).toContain('AnnelieseOkonkwo-Vandenberghe')
    expect(text).not.toMatch(/Scantoverify|Scannez/)
    expect(execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' })).toMatch(/^ +1 +0 image/m)
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged: +yes.*Pages: +1\n/s)
    const heard = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' })
    const [signed, ask, code] = ['Okonkwo', 'example.com', 'Hold the Line'].map((part) => heard.indexOf(part))
    expect([signed! > 0, ask! > signed!, code! > ask!]).toEqual([true, true, true])
    const pictures = join(ROOT, 'out', 'screens')
    mkdirSync(pictures, { recursive: true })
    const picture = join(pictures, `paper-${locale}`)
    execFileSync('pdftoppm', ['-r', '80', '-png', '-singlefile', file, picture])
  }
})

test('the list of the revoked is saved, kept up to date where it was saved last, and asked when it is chosen', async () => {
  const { app, page } = running
  await setUp(page)
  await tell(page, { [c['issuer.profile.status']]: LIST })
  await earnCertificate(page)
  await goToCertificates(page)
  const [first, second] = [join(folder, 'revoked.json'), join(folder, 'published.json')]
  await saveAs(c['status-list.save'], first, 'Saved as revoked.json.')
  await saveAs(c['status-list.save'], second, 'Saved as published.json.')
  const before = [first, second].map((file) => readFileSync(file, 'utf8'))

  await page.getByRole('button', { name: /^Revoke HTL-/ }).click()
  await page.getByLabel(c['revoke.reason'], { exact: true }).fill('Played by a colleague')
  await page.getByRole('alertdialog').getByRole('button', { name: c['revoke.go'], exact: true }).click()
  await page.getByText(c['status-list.written']).waitFor()
  expect(readFileSync(first, 'utf8')).toBe(before[0])
  expect(readFileSync(second, 'utf8')).not.toBe(before[1])

  await page.getByRole('button', { name: c['verify.open'] }).click()
  await openFiles(app, [second])
  await page.getByRole('button', { name: c['verify.list'] }).click()
  await page.getByText(c['verify.list.chosen'].replace('{file}', 'published.json')).waitFor()
  const cut = join(folder, 'cut.json')
  writeFileSync(cut, readFileSync(second, 'utf8').slice(0, -40))
  await openFiles(app, [cut])
  await page.getByRole('button', { name: c['verify.list'] }).click()
  await page.getByText(c['verify.list.none']).waitFor()
  await openFiles(app, [first])
  await page.getByRole('button', { name: c['verify.list'] }).click()
  await page.getByText(c['verify.list.chosen'].replace('{file}', 'revoked.json')).waitFor()
})

test('a certificate that no font can print waits, and the page says for whom and why', async () => {
  const { page } = running
  await setUp(page, { ...PRIYA, name: 'Zoé ᏣᎳᎩ Lefèvre' })
  await passCertified(page)
  for (const locale of ['en', 'fr'] as const) {
    await chooseLanguage(page, locale)
    await goToCertificates(page, locale)
    await page.getByText(/U\+13E3/).waitFor()
    await page.getByText(CERTIFICATES[locale]['unprintable.what-to-do.name']).waitFor()
    await looker(running, locale)('certificates-held')
  }
})
