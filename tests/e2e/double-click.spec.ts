/** A double click on a package: the system starts the program with it, or tells the running one. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import packagesEn from '../../src/texts/en/studio-packages.json'
import packagesFr from '../../src/texts/fr/studio-packages.json'
import { writePackage } from '../../src/interchange/package'
import { sitDown } from './ahead'
import { STUDIO } from './in-studio'
import { chooseLanguage, PRIYA, setUp, signIn, WORDS } from './journey'
import { dataFolder, launch, removeFolder, ROOT, startAgain, type Running } from './launch'
import { looker } from './looking'
import { onScreen, type Locale } from './trainee'

let folder: string
let running: Running | undefined
test.beforeEach(() => {
  folder = dataFolder()
})
test.afterEach(async () => {
  await running?.app.close()
  running = undefined
  removeFolder(folder)
})

const PACKAGES = { en: packagesEn, fr: packagesFr }

/** Returns the path of a scenario that somebody has sent as a file. */
function sent(name: string): string {
  const text = readFileSync(join(ROOT, 'scenarios/former-colleague.scenario.json'), 'utf8')
  const own = text.replace('"id": "former-colleague"', '"id": "sent-scenario"')
  expect(own).not.toBe(text)
  const path = join(folder, name)
  writeFileSync(path, writePackage({ id: 'sent-scenario', text: own, floor: undefined, media: new Map() }))
  return path
}

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`a double click starts the program, which shows the file before it takes it (${locale})`, async () => {
    running = await launch(folder, { size: { width: 1440, height: 900 }, files: [sent('Sent by Bo.htl')] })
    const { page } = running
    const look = looker(running, locale)
    const p = PACKAGES[locale]
    await page.getByRole('heading', { level: 1 }).waitFor()
    await chooseLanguage(page, locale)
    // Nobody is signed in yet.
    await expect(
      page.getByText(onScreen(WORDS[locale]['opened.waits'].replace('{file}', 'Sent by Bo.htl'))),
    ).toBeVisible()
    await look('opened-waits')
    await setUp(page, undefined, locale)
    const offer = page.getByRole('dialog', { name: p['offer.title'] })
    await expect(offer.getByText('Sent by Bo.htl')).toBeVisible()
    await look('opened-offer')
    await offer.getByRole('button', { name: p['offer.take'], exact: true }).click()
    await page.getByRole('button', { name: STUDIO[locale].publish, exact: true }).waitFor()
    await expect(page.locator('.studio-bar-id')).toHaveText('sent-scenario')
    await expect(offer).toHaveCount(0)
  })

  test(`a double click while the program runs is told to whoever may not open it (${locale})`, async () => {
    running = await launch(folder, { size: { width: 1440, height: 900 } })
    const { page } = running
    const look = looker(running, locale)
    const words = WORDS[locale]
    const p = PACKAGES[locale]
    const file = sent('sent.htl')
    await setUp(page, undefined, locale)
    await sitDown(page, 'IND-7')
    await startAgain(folder, { files: [file] })
    const told = page.getByText(onScreen(words['opened.not-yours'].replace('{file}', 'sent.htl')))
    await expect(told).toBeVisible()
    await look('opened-not-yours')
    await page.getByRole('button', { name: words['opened.leave'], exact: true }).click()
    await expect(told).toHaveCount(0)

    await page.getByRole('button', { name: words['nav.sign-out'], exact: true }).click()
    await signIn(page, PRIYA.number, locale)
    await page.getByRole('button', { name: words['nav.studio'], exact: true }).waitFor()
    const offer = page.getByRole('dialog', { name: p['offer.title'] })
    await expect(offer).toHaveCount(0)
    await startAgain(folder, { files: [file] })
    await offer.getByRole('button', { name: p.cancel, exact: true }).click()
    await expect(offer).toHaveCount(0)

    const broken = join(folder, 'broken.htl')
    writeFileSync(broken, readFileSync(file).subarray(0, 500))
    await startAgain(folder, { files: [broken] })
    const refused = page.getByRole('dialog', { name: p['opened.refused'] })
    await expect(refused.getByText('zip-damaged', { exact: true })).toBeVisible()
    await look('opened-refused')
    await refused.getByRole('button', { name: p.close, exact: true }).click()
    await expect(refused).toHaveCount(0)
    await page.getByRole('button', { name: words['nav.studio'], exact: true }).click()
    await page.getByRole('heading', { level: 1, name: STUDIO[locale].title }).waitFor()
    await expect(page.getByText('sent-scenario')).toHaveCount(0)
  })
}
