import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre'
import type { Database } from '../../src/main/store/libsql'
import errorsEn from '../../src/texts/en/errors.json'
import { EXPORT_WORDS, exportTo } from './exporting'
import { fillFolder, readRecords } from './filled'
import reportEn from '../../src/texts/en/report.json'
import reportFr from '../../src/texts/fr/report.json'
import { PRIYA, setUp, WORDS } from './journey'
import { chooseFile, dataFolder, launch, removeFolder, type Running } from './launch'

const REPORT = { en: reportEn, fr: reportFr }
const words = EXPORT_WORDS.en
let folder: string
let running: Running

async function openRecords({
  people = 60,
  attempts = 800,
  change = (_db: Database) => {},
} = {}): Promise<void> {
  folder = dataFolder()
  fillFolder(folder, people, { attempts, change })
  running = await launch(folder, { size: { width: 1024, height: 700 } })
  await setUp(running.page)
  await running.page.getByRole('button', { name: WORDS.en['nav.records'], exact: true }).click()
  await running.page.getByRole('button', { name: words.open, exact: true }).waitFor()
}

test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

test('CSV, Excel and JSON Lines hold what the records hold', async () => {
  const nasty = '=HYPERLINK("http://x"), Zoé'
  await openRecords({
    change: (db) => db.exec(`UPDATE people SET name = '${nasty}' WHERE rowid = 1`),
  })
  const { app, page } = running
  const stored = readRecords<{ id: string }>(folder, 'SELECT id FROM attempts ORDER BY rowid').map(
    ({ id }) => id,
  )
  const at = (name: string) => join(folder, name)

  await exportTo(app, page, at('a.csv'), ['attempts', 'csv'])
  const rows = parse(readFileSync(at('a.csv')), { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.map((row) => row['attempt_id'])).toEqual(stored)
  expect(rows.some((row) => row['name'] === `'${nasty}`)).toBe(true)

  await exportTo(app, page, at('a.xlsx'), ['attempts', 'xlsx'])
  const [sheet] = (await readXlsx(readFileSync(at('a.xlsx')))).sheets
  const [header, ...cells] = sheet!.rows
  expect(cells.map((row) => row[0])).toEqual(stored)
  expect(cells[0]![header!.indexOf('started_at')]).toEqual(new Date(rows[0]!['started_at']!))

  await exportTo(app, page, at('c.jsonl'), ['completion', 'jsonl'])
  const lines = readFileSync(at('c.jsonl'), 'utf8').trimEnd().split('\n')
  const [count] = readRecords<{ n: number }>(folder, 'SELECT count(*) AS n FROM standings')
  expect(lines).toHaveLength(count!.n)
  expect(JSON.parse(lines[0]!)).toHaveProperty('status')

  const audited = readRecords<{ detail: string }>(
    folder,
    `SELECT detail FROM audit WHERE act = 'records-exported' ORDER BY seq`,
  ).map(({ detail }) => JSON.parse(detail) as { format: string; rows: number })
  expect(audited.map(({ format, rows }) => [format, rows])).toEqual([
    ['csv', stored.length],
    ['xlsx', stored.length],
    ['jsonl', count!.n],
  ])
})

test('an export follows the filter, works by keyboard, and says when records were changed', async () => {
  await openRecords({
    change: (db) =>
      db.exec(
        `UPDATE attempts SET seal = 'forged' WHERE rowid <= 2; UPDATE people SET name = 'Only One' WHERE id =
         (SELECT person_id FROM attempts WHERE rowid = 1)`,
      ),
  })
  const { app, page } = running
  const csv = join(folder, 'a.csv')
  await chooseFile(app, csv)
  await page.getByRole('searchbox').fill('Only One')
  await page.waitForTimeout(400)
  await page.getByRole('button', { name: words.open, exact: true }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: words.title })
  await expect(dialog.getByText('Search: “Only One”')).toBeVisible()
  await dialog.getByRole('radio', { name: words['subject.completion'] }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: words['format.csv'] })).toBeChecked()
  await dialog.getByRole('button', { name: words.go }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/changed outside Hold the Line/)).toBeVisible()
  // The button that closes the dialog gets the focus a moment after its words are there.
  await expect(dialog.getByRole('button', { name: words.close })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const rows = parse(readFileSync(csv), { bom: true, columns: true }) as Record<string, string>[]
  expect(new Set(rows.map((row) => row['name']))).toEqual(new Set(['Only One']))
  expect(rows.filter((row) => row['integrity'] === 'altered').length).toBeGreaterThan(0)
})

test('a large export shows how far it is and can be stopped; leaving the program leaves no half file', async () => {
  await openRecords({ people: 5000, attempts: 120_000 })
  const { app, page } = running
  const out = join(folder, 'out.xlsx')
  writeFileSync(out, 'the old one')
  await chooseFile(app, out)
  const begin = async () => {
    await page.getByRole('button', { name: words.open, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: words.title })
    await dialog.getByRole('radio', { name: words['subject.attempts'] }).check({ force: true })
    await dialog.getByRole('button', { name: words.go }).click()
    await expect(dialog.getByText(/[1-9][\d,]* of [\d,]+ checked/)).toBeVisible()
    return dialog
  }
  const dialog = await begin()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: words.stop }).click()
  await expect(dialog.getByText(words.stopped)).toBeVisible()
  await dialog.getByRole('button', { name: words.cancel }).click()
  const here = () => readdirSync(folder).filter((name) => name.startsWith('out.xlsx'))
  expect(here()).toEqual(['out.xlsx'])

  await begin()
  expect(here()).toHaveLength(2)
  const closed = app.waitForEvent('close')
  await app.evaluate(({ app: electron }) => electron.quit())
  await closed
  expect(here()).toEqual(['out.xlsx'])
  expect(readFileSync(out, 'utf8')).toBe('the old one')
  running = await launch(folder)
  expect(existsSync(join(folder, 'records'))).toBe(true)
})

test('a folder that can’t be written gives a clear sentence', async () => {
  await openRecords({ people: 5, attempts: 20 })
  const { app, page } = running
  await chooseFile(app, join(folder, 'missing', 'x.csv'))
  await page.getByRole('button', { name: words.open, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: words.title })
  await dialog.getByRole('button', { name: words.go }).click()
  await expect(dialog.getByText(errorsEn['write-failed'])).toBeVisible()
  await dialog.getByRole('button', { name: words.cancel }).click()
  await expect(dialog).toBeHidden()
})

for (const [locale, paper, size] of [
  ['en', 'Letter', /612 x 792/],
  ['fr', 'A4', /59[45]\.?\d* x 84[12]/],
] as const) {
  test(`the report on completion is printed (${locale}, ${paper})`, async () => {
    const long = `Maria ${'Wolfeschlegelsteinhausen'.repeat(3)} Ângela`
    folder = dataFolder()
    fillFolder(folder, 80, { change: (db) => db.exec(`UPDATE people SET name = '${long}' WHERE rowid = 2`) })
    running = await launch(folder, { size: { width: 1024, height: 700 } })
    const { app, page } = running
    await setUp(page, PRIYA, locale)
    await page.getByRole('button', { name: WORDS[locale]['nav.records'], exact: true }).click()
    const pdf = join(folder, 'report.pdf')
    await exportTo(app, page, pdf, ['completion', 'pdf'], { locale, paper })
    const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
    expect(info).toMatch(size)
    expect(info).toMatch(
      new RegExp(`Title: +${REPORT[locale].title}.*Metadata Stream: +yes.*Tagged: +yes`, 's'),
    )
    expect(info).toContain(`Author:          ${PRIYA.organisation}`)
    const heard = execFileSync('pdfinfo', ['-struct-text', pdf], { encoding: 'utf8' })
    // The table's heading is read once, however many pages it stands on.
    expect(heard.match(/H1 /g)).toHaveLength(1)
    expect(heard.split(`"${REPORT[locale].number}"`).length - 1).toBe(1)
    const pages = Number(/Pages:\s+(\d+)/.exec(info)![1])
    expect(pages).toBeGreaterThan(3)
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    const words = REPORT[locale]
    expect(text).toContain(words.title)
    expect(text).toContain(PRIYA.organisation)
    expect(
      text.match(
        new RegExp(words.page.replace('{page}', String.raw`\d+`).replace('{pages}', String(pages)), 'g'),
      ),
    ).toHaveLength(pages)
    // The table's heading stands on each page of the table.
    expect(text.split(words.number).length - 1).toBeGreaterThanOrEqual(pages)
    const [count] = readRecords<{ n: number }>(folder, 'SELECT count(DISTINCT person_id) AS n FROM standings')
    expect(new Set(text.match(/HTL-\d{6}/g)).size).toBeLessThanOrEqual(count!.n)
    // This includes the footers, which Chromium draws on pages of their own.
    const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trimEnd().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const line of fonts) expect(line).toMatch(/^[A-Z]{6}\+IBMPlex\S+ .* yes yes yes /)
  })
}
