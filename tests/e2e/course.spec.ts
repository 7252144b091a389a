import { existsSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chooseFile, dataFolder, launch, removeFolder, type Running } from './launch'
import { exportTo } from './exporting'
import { playCourse, PRIYA, setUp, WORDS } from './journey'
import { bestRun, readCourse, worstRun } from './paths'
import { bestOnEachChannel, CERTIFIED, playDrawn } from './rounds'

const { en } = WORDS
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

test('practice is played and passed, a course is certified, and both are exported', async () => {
  const { app, page } = running
  await setUp(page)
  await playCourse(page, 'first-week', { events: bestRun })
  await expect(page.getByText(en['learn.passed'], { exact: true })).toBeVisible()
  // Six contacts are practice: passing them gives no certificate.
  await expect(page.getByText(en['learn.certificates.none'])).toBeVisible()
  await expect(page.getByText(en['learn.pass-rule.practice'])).toHaveCount(1)
  const drawn = await playDrawn(page, CERTIFIED, { events: bestOnEachChannel })
  await expect(page.getByText(en['learn.certificates.none'])).toBeHidden()

  await page.getByRole('button', { name: en['nav.records'], exact: true }).click()
  await expect(page.getByText(PRIYA.name).first()).toBeVisible()
  const csv = join(folder, 'records.csv')
  await exportTo(app, page, csv, ['attempts', 'csv'])
  const lines = readFileSync(csv, 'utf8')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
  const practised = readCourse('first-week').modules
  expect(lines).toHaveLength(1 + practised.length + drawn.length)
  expect(lines[0]).toContain('attempt_id,name,employee_number')
  for (const line of lines.slice(1)) {
    expect(line).toMatch(new RegExp(`${PRIYA.name},${PRIYA.number},,,(first-week|${CERTIFIED}),`))
    expect(line.endsWith(',whole')).toBe(true)
  }

  await page.getByRole('button', { name: en['nav.learn'], exact: true }).click()
  await page.getByRole('button', { name: /certificate:/i }).click()
  for (const paper of ['A4', 'Letter'] as const) {
    const pdf = join(folder, `${paper}.pdf`)
    await chooseFile(app, pdf)
    const choice = page.getByRole('radio', { name: paper })
    if (await choice.count()) await choice.first().check({ force: true })
    else {
      await page
        .getByRole('button', { name: /A4|Letter/ })
        .first()
        .click()
      await page.getByRole('option', { name: new RegExp(paper) }).click()
    }
    await page.getByRole('button', { name: /PDF/ }).click()
    await expect.poll(() => existsSync(pdf)).toBe(true)
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    expect(text).toContain(PRIYA.name)
    expect(text).toContain(PRIYA.organisation)
    expect(text).toMatch(/HTL-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
    expect(info).toMatch(/Pages:\s+1\n/)
    expect(info).toMatch(paper === 'A4' ? /84[12]\.?\d* x 59[45]/ : /792 x 612/)
    const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' })
    const names = fonts.trimEnd().split('\n').slice(2)
    expect(names.length).toBeGreaterThan(0)
    for (const line of names) expect(line).toMatch(/^[A-Z]{6}\+IBMPlex\S+ .* yes yes yes /)
  }
})

test('a course with a critical act is not passed, gives no certificate, and a new round begins', async () => {
  const { page } = running
  await setUp(page)
  await playCourse(page, 'first-week', { events: worstRun })
  await expect(page.getByText(en['learn.not-passed'], { exact: true })).toBeVisible()
  await expect(page.getByText(en['learn.certificates.none'])).toBeVisible()
})
