import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import auditEn from '../../src/texts/en/audit.json'
import exchangeEn from '../../src/texts/en/exchange.json'
import { chooseFile, dataFolder, launch, openFiles, removeFolder, type Running } from './launch'
import { looker } from './looking'
import { PRIYA, setUp, WORDS } from './journey'
import { bestRun, readCourse, readScenario } from './paths'
import { playEvents } from './trainee'

const { en } = WORDS
const words = { ...exchangeEn, ...auditEn }
let folder: string
let hr: Running
let device: Running

test.beforeEach(async () => {
  folder = dataFolder()
  mkdirSync(join(folder, 'bundles'))
})
test.afterEach(async () => {
  await hr.app.close()
  removeFolder(folder)
})

async function openExchange(page: Page): Promise<void> {
  await page.getByRole('button', { name: en['nav.settings'], exact: true }).click()
  await page.getByRole('tab', { name: words.title }).click()
  await page.getByRole('heading', { level: 2, name: words.title }).waitFor()
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('records of another computer come to HR, once, and an altered bundle is refused with a reason', async () => {
  const setup = join(folder, 'setup.htlsetup')
  const bundles = join(folder, 'bundles')
  hr = await launch(join(folder, 'hr'), { size: { width: 1280, height: 800 } })
  await setUp(hr.page, { organisation: 'Meridian', name: 'Helen Ruiz', number: 'HR-1' })
  await openExchange(hr.page)
  await chooseFile(hr.app, setup)
  await press(hr.page, words['make.save'])
  await hr.page.getByText(/setup\.htlsetup was saved/).waitFor()
  await openFiles(hr.app, [bundles])
  await press(hr.page, words['folder.choose'])
  await hr.page.getByText(bundles).waitFor()

  device = await launch(join(folder, 'device'), { size: { width: 1280, height: 800 } })
  const { page } = device
  const look = looker(device, 'en')
  const lookHr = looker(hr, 'en')
  await openFiles(device.app, [setup])
  await press(page, words['take.choose'])
  await page.getByText(/From Meridian, code/).waitFor()
  await look('first-run-file')
  await setUp(page, PRIYA)
  await openExchange(page)
  await page.getByText(/From Meridian/).waitFor()
  await look('exchange-enrol')
  await page.getByLabel(words['take.name']).fill('Indore-3')
  await page.getByLabel(words['take.site']).fill('Indore')
  await press(page, words['take.go'])
  await page.getByText(words['take.done']).waitFor()
  await openFiles(device.app, [bundles])
  await press(page, words['folder.choose'])
  await expect.poll(() => readdirSync(bundles).length).toBe(1)
  const code = await page.locator('.facts code').first().textContent()

  await press(page, en['nav.learn'])
  await page.locator('.next .button-primary, main .button-primary').first().click()
  const scenario = readScenario(readCourse('first-week').modules[0]!)
  await page.getByRole('heading', { level: 1, name: scenario.scenario.title['en']! }).waitFor()
  await playEvents(page, scenario, bestRun(scenario), {})
  await page.getByRole('banner').getByRole('button', { name: 'Back to your courses', exact: true }).click()
  await openExchange(page)
  await press(page, words['send.now'])
  await expect.poll(() => readdirSync(bundles).length).toBe(2)
  await look('exchange-device')

  await press(hr.page, words['look.now'])
  await expect(hr.page.locator('.exchange-code')).toHaveText(code!)
  await lookHr('exchange-asks')
  await press(hr.page, words['requests.accept'])
  await expect(hr.page.getByRole('row', { name: /Indore-3/ })).toContainText(words['devices.ok'])
  await press(hr.page, en['nav.records'])
  await hr.page.getByRole('tab', { name: en['records.attempts'] }).click()
  await expect(hr.page.getByRole('row', { name: new RegExp(PRIYA.name) })).toHaveCount(1)

  await openExchange(hr.page)
  const name = readdirSync(bundles).sort()[1]!
  const whole = readFileSync(join(bundles, name))
  const flipped = Buffer.from(whole)
  flipped[400] = flipped[400] === 65 ? 66 : 65
  writeFileSync(join(bundles, 'flipped.htlbundle'), flipped)
  writeFileSync(join(bundles, 'copy-of-the-same.htlbundle'), whole)
  await press(hr.page, words['look.now'])
  await hr.page.getByText(words['reason.altered']).waitFor()
  await lookHr('exchange-hr')
  await press(hr.page, en['nav.records'])
  await hr.page.getByRole('tab', { name: en['records.attempts'] }).click()
  await expect(hr.page.getByRole('row', { name: new RegExp(PRIYA.name) })).toHaveCount(1)
  await hr.page.getByRole('tab', { name: en['records.audit'] }).click()
  await hr.page.getByText(/The log is intact/).waitFor()
  await expect(hr.page.getByRole('row', { name: new RegExp(words['act.bundle-refused']) })).toHaveCount(1)
  await lookHr('audit')
  await device.app.close()
})
