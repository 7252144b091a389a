import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import restoreEn from '../../src/texts/en/restore.json'
import restoreFr from '../../src/texts/fr/restore.json'
import { fillFolder, readRecords } from './filled'
import { chooseLanguage, PRIYA, setUp, signIn, WORDS } from './journey'
import { dataFolder, launch, removeFolder, ROOT, type Running } from './launch'
import { stretched } from '../time'

const { en } = WORDS
const folder = dataFolder()
const records = join(folder, 'records')
let running: Running | undefined
let holding: ChildProcess | undefined

const close = async () => {
  await running?.app.close()
  running = undefined
}
test.afterEach(() => void holding?.kill())
test.afterAll(async () => {
  await close()
  removeFolder(folder)
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const backups = () => {
  const place = join(records, 'backups')
  return existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.keys')) : []
}
function loseRecords(): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(records, `records.db${suffix}`), { force: true })
}

async function restore(page: Page): Promise<void> {
  await button(page, restoreEn.go).click()
  await button(page, restoreEn['ask.go']).click()
  await expect(page.getByRole('heading', { name: en['sign-in.title'] })).toBeVisible()
}

test('records that are gone are no first start, and the newest backup brings people and attempts back', async () => {
  fillFolder(folder)
  running = await launch(folder, { size: { width: 1024, height: 700 } })
  await setUp(running.page)
  await close()
  rmSync(join(records, 'backups'), { recursive: true, force: true })
  running = await launch(folder)
  await expect.poll(backups).toHaveLength(1)
  const before = readRecords<{ n: number }>(folder, 'SELECT count(*) AS n FROM attempts')[0]!.n
  await close()

  loseRecords()
  running = await launch(folder, { size: { width: 1024, height: 700 } })
  const { page } = running
  await expect(page.getByRole('heading', { name: restoreEn['missing.title'] })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('missing.png') })
  await chooseLanguage(page, 'fr')
  await expect(page.getByRole('heading', { name: restoreFr['missing.title'] })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('missing-fr.png') })
  await chooseLanguage(page, 'en')
  // Nobody becomes an administrator of these records.
  expect(await page.evaluate(() => window.api.session.join({ name: 'Eve', number: '1' }))).toMatchObject({
    ok: false,
  })
  await restore(page)
  await expect(page.getByText('The records were restored from the backup of')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('restored.png') })
  await signIn(page, PRIYA.number)
  await button(page, en['nav.records']).click()
  await expect(page.getByText('600 of 600')).toBeVisible()
  expect(readRecords(folder, 'SELECT count(*) AS n FROM attempts')).toEqual([{ n: before }])
  const [entry] = readRecords<{ seq: number }>(folder, "SELECT seq FROM audit WHERE act = 'records-restored'")
  expect(entry!.seq).toBeGreaterThan(1_000_000)
})

test('an administrator restores under Settings, and what was there is kept', async () => {
  const { page } = running!
  await button(page, en['nav.settings']).click()
  await page.getByRole('tab', { name: restoreEn.title }).click()
  await page.screenshot({ path: test.info().outputPath('settings.png') })
  await restore(page)
  expect(readdirSync(records).filter((name) => /^records-before-restore-.*\.db$/.test(name))).toHaveLength(1)
  await signIn(page, PRIYA.number)
  await expect(button(page, en['nav.records'])).toBeVisible()
  await close()
})

test('damaged records are said to be damaged, and can be left behind for an empty installation', async () => {
  loseRecords()
  writeFileSync(join(records, 'records.db'), 'these are not records'.repeat(500))
  running = await launch(folder)
  const { page } = running
  await expect(page.getByRole('heading', { name: restoreEn['damaged.title'] })).toBeVisible()
  await button(page, restoreEn.anew).click()
  await button(page, restoreEn['anew.go']).click()
  await expect(page.getByRole('heading', { name: en['start.welcome'] })).toBeVisible()
  expect(readdirSync(records).some((name) => name.startsWith('records-set-aside-'))).toBe(true)
  // The backups are still there, and the first page offers them.
  await button(page, en['start.restore']).click()
  await restore(page)
  await close()
})

test('a program that locks the records is named within two seconds, and the window goes on when it lets go', async () => {
  const program = `
    const { readFileSync } = require('node:fs')
    const Libsql = require('libsql')
    const key = readFileSync(process.argv[2], 'utf8').replace('plain:', '').trim()
    const db = new Libsql(process.argv[1], { encryptionCipher: 'aes256cbc', encryptionKey: key })
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
    console.log('held')
    setInterval(() => {}, 1000)`
  const hold = async () => {
    holding = spawn(
      process.execPath,
      ['-e', program, join(records, 'records.db'), join(records, 'records.key')],
      {
        cwd: ROOT,
      },
    )
    await new Promise((done) => holding!.stdout!.once('data', done))
  }
  await hold()
  running = await launch(folder)
  const began = Date.now()
  const { page } = running
  const title = page.getByRole('heading', { name: restoreEn['busy.title'] })
  await title.waitFor()
  const waited = Date.now() - began
  await page.screenshot({ path: test.info().outputPath('busy.png') })
  expect(waited).toBeLessThan(stretched(2000))
  holding!.kill()
  await expect(page.getByRole('heading', { name: en['sign-in.title'] })).toBeVisible()

  // While it runs, a write that fails is answered, and can be tried again.
  await signIn(page, PRIYA.number)
  await expect(button(page, en['nav.records'])).toBeVisible()
})
