import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import peopleEn from '../../src/texts/en/people.json'
import peopleFr from '../../src/texts/fr/people.json'
import { begin, goOn } from './ahead'
import {
  ACCESS_WORDS,
  chooseLanguage,
  PASSPHRASE,
  PRIYA,
  setUp,
  signIn,
  typeTwice,
  unlock,
  WORDS,
} from './journey'
import { chooseFile, dataFolder, launch, removeFolder, type Running } from './launch'
import { looker } from './looking'
import { bestRun, readScenario } from './paths'
import { showScene, type Locale } from './trainee'

const { en } = WORDS
const access = ACCESS_WORDS.en

let folder: string
let running: Running

test.beforeEach(async () => {
  folder = dataFolder()
  running = await launch(folder, { size: { width: 1280, height: 800 } })
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

/** Makes the system's open dialog answer with this file. */
const offerFile = (path: string) =>
  running.app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
  }, path)

const go = (page: Page, place: 'nav.people' | 'nav.settings' | 'nav.learn') =>
  page.getByRole('button', { name: en[place], exact: true }).click()

const signOut = (page: Page) => page.getByRole('button', { name: en['nav.sign-out'] }).click()

async function wantPins(page: Page): Promise<void> {
  const answer = await page.evaluate(() => window.api.organisation.change({ pin: 'required' }))
  expect(answer.ok).toBe(true)
}

test('a trainee chooses a PIN, is slowed down after wrong ones, and goes on after the lock where the call stood', async () => {
  const { page } = running
  await setUp(page)
  await wantPins(page)
  await signOut(page)
  await page.getByRole('button', { name: en['sign-in.new'] }).click()
  await page.getByLabel(en['start.name'], { exact: true }).fill('Arun Nair')
  await page.getByLabel(en['start.number'], { exact: true }).fill('IND-7')
  await page.getByRole('button', { name: en['join.go'], exact: true }).click()
  await page.getByRole('heading', { name: access['change.title.pin'] }).waitFor()
  // Nothing else answers before the PIN is chosen.
  const early = await page.evaluate(() => window.api.learn.courses())
  expect(early).toMatchObject({ ok: false, error: { code: 'must-change' } })
  await typeTwice(page, '4719', 'pin')
  await page.getByRole('button', { name: access['change.go'], exact: true }).click()

  const compiled = readScenario('upset-customer')
  await page.getByRole('button', { name: en['nav.learn'], exact: true }).waitFor()
  await begin(page, 'first-week', compiled, bestRun(compiled).slice(0, 1))
  await goOn(page)
  await showScene(page, 'en')
  const heard = (await page.locator('main').getByRole('log').textContent()) ?? ''
  // The system reports that nobody has touched this computer for an hour.
  await running.app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 3600
  })
  await page.getByRole('heading', { name: access['lock.title'] }).waitFor()
  await expect(page.locator('main').getByRole('log')).toBeHidden()
  const refused = await page.evaluate(() => window.api.learn.courses())
  expect(refused).toMatchObject({ ok: false, error: { code: 'locked' } })
  await running.app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0
  })
  for (const wrong of ['1111', '2222']) {
    await page.getByLabel(access.pin, { exact: true }).fill(wrong)
    await page.getByRole('button', { name: access['lock.go'], exact: true }).click()
    await expect(page.getByRole('alert').getByText(access['wrong.unlock.pin'])).toBeVisible()
  }
  await page.getByLabel(access.pin, { exact: true }).fill('4719')
  await page.getByRole('button', { name: access['lock.go'], exact: true }).click()
  await expect(page.locator('main').getByRole('log')).toBeVisible()
  expect(await page.locator('main').getByRole('log').textContent()).toBe(heard)
  await page.getByRole('button', { name: 'Pause' }).click()

  // After signing out and five wrong PINs, the right one has to wait as well, even after a restart.
  await page.evaluate(() => window.api.session.signOut())
  await page.reload()
  const tryPin = async (pin: string) => {
    await page.getByLabel(en['start.number'], { exact: true }).fill('IND-7')
    await page.getByLabel(access.pin, { exact: true }).fill(pin)
    await page.getByRole('button', { name: en['sign-in.go'], exact: true }).click()
  }
  for (let i = 0; i < 5; i++) {
    await tryPin('9999')
    await expect(page.getByRole('alert').getByText(access['wrong.pin'])).toBeVisible()
    await page.reload()
  }
  await tryPin('4719')
  await expect(page.getByRole('alert').getByText(/Try again in/)).toBeVisible()
  await running.app.close()
  running = await launch(folder)
  const answer = await running.page.evaluate(() =>
    window.api.session.signIn({ number: 'IND-7', secret: '4719' }),
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'too-many-tries' } })
})

test('the printed code brings the last administrator back, once', async () => {
  const { page } = running
  const code = await setUp(page)
  await signOut(page)
  await page.getByRole('button', { name: access['with-passphrase'] }).click()
  await page.getByRole('button', { name: access.forgotten }).click()
  await page.getByLabel(en['start.number'], { exact: true }).fill(PRIYA.number)
  await page.getByLabel(access['recover.code'], { exact: true }).fill(code.toLowerCase())
  await typeTwice(page, 'a parrot that reads the news', 'passphrase')
  await page.getByRole('button', { name: access['recover.go'], exact: true }).click()
  await page.getByRole('heading', { name: access['code.title'] }).waitFor()
  expect(await page.locator('.code').textContent()).not.toBe(code)
  await page.getByRole('button', { name: access['code.kept'], exact: true }).click()
  await page.getByRole('button', { name: en['nav.lock'], exact: true }).click()
  await unlock(page, 'en', 'a parrot that reads the news')
  const again = await page.evaluate(async (old) => {
    await window.api.session.signOut()
    return window.api.session.recover({ number: 'IND-2041', code: old, passphrase: 'one more long sentence' })
  }, code)
  expect(again).toMatchObject({ ok: false, error: { code: 'wrong-secret' } })
  await page.reload()
  await signIn(page, PRIYA.number, 'en', PASSPHRASE)
  await expect(page.getByRole('alert').getByText(access['wrong.passphrase'])).toBeVisible()
})

const ROSTER = [
  'Matricule;Prénom;Nom;Équipe;Lieu;Responsable',
  'IND-1;Arun;Nair;Cards 1;Indore;IND-3',
  'IND-2;Zoé;Lefèvre;Cards 1;Indore;IND-3',
  'IND-3;Fatima;El Idrissi;;Indore;',
  'IND-1;Arun;Nair;Cards 2;Indore;',
  ';Bea;Villanueva;Accounts;Manila;',
  'IND-5;Mateo;Ortiz;Accounts;Bogotá;IND-99',
]

/** Encodes text as a spreadsheet of Western Europe saves it. */
/** Has people who have left, merged cells, and a letter that an export has lost. */
const WITH_LEAVERS = `Employee number,Name,Team,Status,Termination date
IND-2,Zoé Lefèvre,Cards,Terminated,2026-01-31
IND-10,Fran?ois Martin,,Active,
IND-11,Amina Diallo,,On leave,
IND-12,Jonas Weber,,Sabbatical year,
IND-13,Former Colleague,,Terminated,2025-11-30
`

const windows1252 = (lines: readonly string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1')

test('a roster with faults is shown row by row, its good rows come in, and a team gets a course with a date', async () => {
  const { page } = running
  await setUp(page)
  await go(page, 'nav.people')
  await page.getByRole('button', { name: peopleEn.import }).click()
  const file = join(folder, 'roster.csv')
  writeFileSync(file, windows1252(ROSTER))
  await offerFile(file)
  await page.getByRole('button', { name: peopleEn['roster.choose'] }).click()
  await expect(page.getByText('6 rows, read as Windows-1252.')).toBeVisible()
  const faults = page.getByRole('region', { name: peopleEn['roster.faults'] })
  await expect(faults.getByRole('row')).toHaveCount(1 + 4)
  await expect(faults.getByRole('row', { name: /^2 .*also in line 5/ })).toBeVisible()
  await expect(faults.getByRole('row', { name: /^6 The employee number is missing/ })).toBeVisible()
  await expect(faults.getByRole('row', { name: /^7 Nobody has the manager’s number “IND-99”/ })).toBeVisible()

  const rest = join(folder, 'faults.csv')
  await chooseFile(running.app, rest)
  await page.getByRole('button', { name: peopleEn['roster.save-faults'] }).click()
  await page.getByText('Saved as faults.csv: 4 rows').waitFor()
  const saved = readFileSync(rest, 'utf8')
  expect(saved.split('\r\n')[0]).toBe(
    `\ufeff${ROSTER[0]!.replaceAll(';', ',')},Line,"What is wrong, and what to do"`,
  )
  expect(saved).toContain(',Bea,Villanueva,Accounts,Manila,,6,')

  await page.getByRole('button', { name: 'Import the 2 good rows' }).click()
  await expect(page.getByText('Imported: 2 new, 0 changed.')).toBeVisible()
  const table = page.getByRole('region', { name: peopleEn.title })
  await expect(
    table.getByRole('row', { name: /Zoé Lefèvre IND-2 Cards 1 Indore Fatima El Idrissi/ }),
  ).toBeVisible()

  // The corrected file is chosen again: one row is new, nothing is doubled.
  await page.getByRole('button', { name: peopleEn.import }).click()
  writeFileSync(file, windows1252([...ROSTER.slice(0, 4), 'IND-6;Bea;Villanueva;Accounts;Manila;IND-3']))
  await page.getByRole('button', { name: peopleEn['roster.choose'] }).click()
  await page.getByRole('button', { name: /^Import 2 rows/ }).click()
  await expect(page.getByText('Imported: 2 new, 0 changed.')).toBeVisible()

  await page.getByRole('button', { name: 'Team: all' }).click()
  await page.getByRole('option', { name: 'Cards 1' }).click()
  await page.keyboard.press('Escape')
  await expect(table.getByRole('row')).toHaveCount(1 + 2)
  await page.getByRole('button', { name: peopleEn.assign }).click()
  await page.getByRole('group', { name: peopleEn['assign.due'] }).getByRole('spinbutton').first().click()
  await page.keyboard.type('30112031')
  await page.getByText(peopleEn['assign.newcomers']).click()
  await page.getByRole('button', { name: peopleEn['assign.go'], exact: true }).click()
  await expect(page.getByText('2 people now have the course.')).toBeVisible()

  await signOut(page)
  await page.getByLabel(en['start.number'], { exact: true }).fill('ind-2')
  await page.getByRole('button', { name: en['sign-in.go'], exact: true }).click()
  await expect(page.getByText('Due 30 Nov')).toBeVisible()
  await signOut(page)
  await page.getByLabel(en['start.number'], { exact: true }).fill('IND-6')
  await page.getByRole('button', { name: en['sign-in.go'], exact: true }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect(page.getByText(/Due /)).toHaveCount(0)
})

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`people, roster, lock and their settings in both themes and sizes (${locale})`, async () => {
    const { page } = running
    const look = looker(running, locale)
    const people = locale === 'fr' ? peopleFr : peopleEn
    const own = ACCESS_WORDS[locale]
    const words = WORDS[locale]
    await chooseLanguage(page, locale)
    await setUp(page, undefined, locale)
    await page.getByRole('button', { name: words['nav.people'], exact: true }).click()
    await page.getByText(people.empty).waitFor()
    await look('people-empty')
    await page.getByRole('button', { name: people.import }).click()
    const file = join(folder, 'roster.csv')
    writeFileSync(file, windows1252(ROSTER))
    await offerFile(file)
    await page.getByRole('button', { name: people['roster.choose'] }).click()
    await page.getByText(people['roster.faults.text']).waitFor()
    await look('people-roster')
    await page.locator('.roster .button-primary').click()
    await page
      .getByRole('region', { name: people.title, exact: true })
      .getByText('IND-2', { exact: true })
      .waitFor()
    await look('people')
    await page.getByRole('button', { name: people.import }).click()
    writeFileSync(file, WITH_LEAVERS)
    await page.getByRole('button', { name: people['roster.choose'] }).click()
    await page.getByRole('heading', { name: people['roster.list.strangers'] }).scrollIntoViewIfNeeded()
    await look('people-roster-leavers')
    await page.getByRole('button', { name: people['roster.back'] }).click()
    await page.getByRole('button', { name: 'Zoé Lefèvre' }).first().click()
    await page.getByRole('dialog').waitFor()
    await look('people-person')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: people.assign }).click()
    await page.getByRole('dialog').waitFor()
    await look('people-assign')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: words['nav.settings'], exact: true }).click()
    for (const name of [own['own.title'], words['settings.organisation'], own['recovery.title']]) {
      await page.getByRole('tab', { name }).click()
      await page.getByRole('heading', { level: 2, name }).waitFor()
      await page.waitForTimeout(200)
      await look(`settings-${name.toLowerCase().replaceAll(/\W+/g, '-')}`)
    }
    await page.getByRole('button', { name: words['nav.lock'], exact: true }).click()
    await page.getByRole('heading', { name: own['lock.title'] }).waitFor()
    await look('locked')
    await page.getByRole('button', { name: words['nav.sign-out'] }).click()
    await page.getByRole('button', { name: own['with-passphrase'] }).click()
    await look('sign-in-passphrase')
    await page.getByRole('button', { name: own.forgotten }).click()
    await look('recover')
  })
}
