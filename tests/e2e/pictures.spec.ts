import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import certificatesEn from '../../src/texts/en/certificates.json'
import peopleEn from '../../src/texts/en/people.json'
import personEn from '../../src/texts/en/person.json'
import { fillFolder } from './filled'
import { playCourse, setUp, WORDS } from './journey'
import { dataFolder, launch, openFiles, removeFolder, resize, ROOT } from './launch'
import { bestRun } from './paths'
import { earnCertificate } from './rounds'

const { en } = WORDS
/** With `HTL_PICTURES=docs` the pictures in docs/images are made again; otherwise they are put into another folder. */
const FOLDER =
  process.env['HTL_PICTURES'] === 'docs' ? join(ROOT, 'docs', 'images') : join(ROOT, 'out', 'screens', 'docs')

const NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

const INES = { organisation: 'Meridian Services', name: 'Inès Duarte', number: 'HR-1' }

/** One row has a number that occurs twice, one has no number, and one has an unknown manager. */
const ROSTER = [
  'Employee number,First name,Last name,Team,Site,Manager',
  'IND-1,Arun,Nair,Cards 1,Indore,IND-3',
  'IND-2,Zoé,Lefèvre,Cards 1,Indore,IND-3',
  'IND-3,Fatima,El Idrissi,,Indore,',
  'IND-1,Arun,Nair,Cards 2,Indore,',
  ',Bea,Villanueva,Accounts,Manila,',
  'IND-5,Mateo,Ortiz,Accounts,Bogotá,IND-99',
]

test('the pictures of docs/hr.md', async () => {
  const folder = dataFolder()
  mkdirSync(FOLDER, { recursive: true })
  // The filled certificates are not signed. Those in force are replaced by certificates that the program signs itself.
  fillFolder(folder, 300, {
    attempts: 3000,
    change: (db) =>
      db.exec(`DELETE FROM credentials WHERE valid_until > ${NOW};
        UPDATE standings SET credential_id = NULL, valid_until = NULL WHERE valid_until > ${NOW}`),
  })
  const { app, page } = await launch(folder, { size: { width: 1024, height: 700 } })
  const taken: string[] = []
  const picture = async (name: string, height = 700) => {
    await resize(app, { width: 1024, height })
    await page.mouse.move(1000, 690)
    await page.waitForTimeout(200)
    const bytes = await page.screenshot({ path: join(FOLDER, `${name}.png`) })
    expect(bytes.length, `${name} is heavy`).toBeLessThan(150 * 1024)
    taken.push(`${name}.png`)
  }
  try {
    await setUp(page, INES)
    // A notice is shown if the system has no keychain.
    const understood = page.getByRole('button', { name: en['app.dismiss'] })
    if ((await understood.count()) > 0) await understood.click()
    await playCourse(page, 'first-week', { events: bestRun })
    await earnCertificate(page)
    await issueCertificates(page)
    await picture('certificates')
    await page.getByRole('tab', { name: en['records.completion'] }).click()
    await page.locator('.curve').waitFor()
    await picture('completion', 860)

    await page.getByRole('searchbox').fill(INES.name)
    await page.getByRole('button', { name: INES.name, exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: INES.name }).waitFor()
    await picture('person')
    await page
      .getByRole('button', { name: /^Replay/ })
      .last()
      .click()
    await page.locator('.replay-steps').waitFor()
    // Each step scrolls to the end, so the window gets its size before.
    await resize(app, { width: 1024, height: 640 })
    await page.getByRole('button', { name: personEn['replay.next'] }).click()
    await picture('replay', 640)

    await page.getByRole('button', { name: en['nav.people'], exact: true }).click()
    await page.getByRole('button', { name: peopleEn.import }).click()
    const roster = join(folder, 'roster.csv')
    writeFileSync(roster, `${ROSTER.join('\r\n')}\r\n`)
    await openFiles(app, [roster])
    await page.getByRole('button', { name: peopleEn['roster.choose'] }).click()
    const faults = page.getByRole('region', { name: peopleEn['roster.faults'] })
    await expect(faults.getByRole('row')).toHaveCount(1 + 4)
    await page
      .getByRole('heading', { name: peopleEn['roster.plan'] })
      .evaluate((plan) => plan.scrollIntoView())
    await picture('roster')
  } finally {
    await app.close()
    removeFolder(folder)
  }
  const hr = readFileSync(join(ROOT, 'docs', 'hr.md'), 'utf8')
  const shown = [...hr.matchAll(/\]\(images\/([\w-]+\.png)\)/g)].map(([, name]) => name)
  expect(shown.toSorted()).toEqual(taken.toSorted())
})

/** Gives everybody who passed a certificate that this installation signs. */
async function issueCertificates(page: Page): Promise<void> {
  await page.getByRole('button', { name: en['nav.records'], exact: true }).click()
  await page.getByRole('tab', { name: en['records.certificates'] }).click()
  await page.getByRole('button', { name: /^Issue \d+ certificates$/ }).click()
  await page.getByText(/certificates were issued/).waitFor({ timeout: 60_000 })
  const table = page.getByRole('region', { name: certificatesEn['list.label'] })
  await expect(table.getByText(certificatesEn['status.valid'], { exact: true }).first()).toBeVisible()
  await expect(table.getByText(certificatesEn['status.unsigned'], { exact: true })).toHaveCount(0)
}
