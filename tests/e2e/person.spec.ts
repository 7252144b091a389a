import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import personEn from '../../src/texts/en/person.json'
import type { KeyOf } from '../../src/texts/translate'
type PersonKey = KeyOf<'person'>
import personFr from '../../src/texts/fr/person.json'
import debriefEn from '../../src/texts/en/debrief.json'
import recordsEn from '../../src/texts/en/records.json'
import recordsFr from '../../src/texts/fr/records.json'
import resultsEn from '../../src/texts/en/results.json'
import { changeRecords, fillFolder, readRecords } from './filled'
import { playCourse, PRIYA, setUp, WORDS } from './journey'
import { chooseFile, dataFolder, launch, removeFolder, type Running } from './launch'
import { looker } from './looking'
import { bestRun, readCourse, readScenario } from './paths'
import { earnCertificate } from './rounds'
import type { Locale } from './trainee'

const { en } = WORDS
const PERSON: Readonly<Record<Locale, Readonly<Record<PersonKey, string>>>> = { en: personEn, fr: personFr }
const RULES = { en: recordsEn['rules.open'], fr: recordsFr['rules.open'] } as const
const folder = dataFolder()
let running: Running

test.beforeAll(async () => {
  fillFolder(folder, 60, { attempts: 600 })
  running = await launch(folder, { size: { width: 1440, height: 900 } })
  await setUp(running.page)
  await playCourse(running.page, 'first-week', { events: bestRun })
  const left = await running.page.evaluate(async () => {
    const course = { course: 'agent-onboarding', scenario: null, mode: 'assessed' } as const
    const begun = await window.api.attempt.start(course)
    return begun.ok ? window.api.attempt.leave({ attempt: begun.value.id }) : begun
  })
  expect(left).toMatchObject({ ok: true })
})
test.afterAll(async () => {
  await running.app.close()
  removeFolder(folder)
})

/** Finds the contact that was left: it came after those of the first course, and before all others of the second. */
const replayOfLeft = async (replays: Locator): Promise<Locator> =>
  replays.nth((await replays.count()) - readCourse('first-week').modules.length - 1)

async function openPerson(name: string): Promise<void> {
  const { page } = running
  await page.getByRole('button', { name: en['nav.records'], exact: true }).click()
  await page.getByRole('tab', { name: en['records.completion'] }).click()
  await page.getByRole('searchbox').fill(name)
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

test('HR replays an attempt as it was shown, with what could be answered and what was', async () => {
  const { page } = running
  await openPerson(PRIYA.name)
  await page
    .getByRole('button', { name: /^Replay/ })
    .last()
    .click()
  await expect(page.getByText(personEn['replay.whole'], { exact: false })).toBeVisible()
  const steps = page.getByRole('region', { name: personEn['replay.steps'] }).getByRole('button')
  await expect(steps.first()).toBeVisible()
  const count = await steps.count()
  expect(count).toBeGreaterThan(0)
  await expect(page.getByText(personEn['replay.start'], { exact: true })).toBeVisible()
  const taken = page.locator('.replay-taken')
  await expect(taken).toHaveCount(1)
  for (let i = 0; i < count; i++) await page.keyboard.press('ArrowRight')
  await expect(page.getByText(personEn['replay.end'], { exact: true })).toBeVisible()
  await expect(taken).toHaveCount(0)
  await steps.first().click()
  await expect(page.getByText(personEn['replay.start'], { exact: true })).toBeVisible()
  await page.getByRole('tab', { name: personEn['replay.debrief'] }).click()
  await expect(page.locator('.verdict.good')).toBeVisible()
})

test('HR opens a certificate from the page of its holder and comes back to it', async () => {
  const { page } = running
  await earnCertificate(page)
  await openPerson(PRIYA.name)
  await page.getByRole('button', { name: /^Open certificate HTL-/ }).click()
  await page.getByText(en['certificate.certifies']).waitFor()
  await page.getByRole('button', { name: `Back to ${PRIYA.name}` }).click()
  await page.getByRole('heading', { level: 1, name: PRIYA.name }).waitFor()
})

test('an attempt that was changed behind the program’s back is named, and what about it', async () => {
  const { page } = running
  const last = `(SELECT id FROM attempts WHERE person_id =
    (SELECT id FROM people WHERE number = '${PRIYA.number}') ORDER BY started_at DESC LIMIT 1)`
  changeRecords(folder, `UPDATE attempts SET earned = earned - 1 WHERE id = ${last}`)
  await openPerson(PRIYA.name)
  await expect(page.getByText(personEn['altered.text'])).toBeVisible()
  const marked = (title: string) =>
    page
      .getByRole('region', { name: title, exact: true })
      .locator('tbody .chip', { hasText: personEn.altered })
  await expect(marked(personEn.attempts)).toHaveCount(1)
  await expect(marked(personEn.rounds)).toHaveCount(1)
  await page
    .getByRole('button', { name: /^Replay/ })
    .first()
    .click()
  await expect(page.getByText(personEn['replay.altered.record'])).toBeVisible()
  changeRecords(folder, `UPDATE attempts SET earned = earned + 1 WHERE id = ${last}`)
  await page.getByRole('button', { name: /^Back to/ }).click()
  await page.getByRole('heading', { level: 1, name: PRIYA.name }).waitFor()
  await expect(page.getByText(personEn['altered.text'])).toHaveCount(0)
})

test('HR reads what a pass means, each round, and what a contact that was left counts as', async () => {
  const { page } = running
  await openPerson(PRIYA.name)
  const rounds = page.getByRole('region', { name: personEn.rounds, exact: true })
  await expect(rounds.getByText('Fixed rule, version 2, at most 2 rounds in 30 days').first()).toBeVisible()
  const { modules } = readCourse('first-week')
  const passed = rounds
    .getByRole('row', { name: personEn['rounds.passed'] })
    .filter({ has: page.getByRole('cell', { name: String(modules.length), exact: true }) })
  const attacks = modules.filter((id) => readScenario(id).scenario.truth === 'attack').length
  await expect(passed.getByRole('cell', { name: String(modules.length), exact: true })).toBeVisible()
  await expect(passed.getByRole('cell', { name: `${attacks} of ${attacks}` }).first()).toBeVisible()
  await (await replayOfLeft(page.getByRole('button', { name: /^Replay/ }))).click()
  await expect(page.getByText(/Scoring version \d/)).toBeVisible()
  const steps = page.getByRole('region', { name: personEn['replay.steps'] })
  await expect(steps.getByText(/This contact was left before its end\. It counts as/)).toBeVisible()
  await page.getByRole('tab', { name: personEn['replay.debrief'] }).click()
  await expect(page.getByRole('heading', { name: debriefEn.left })).toBeVisible()
  await page.getByRole('button', { name: en['nav.records'], exact: true }).click()
  await page.getByRole('button', { name: recordsEn['rules.open'] }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveCount(2)
  await expect(dialog.getByText(/rule, version \d/)).toHaveCount(2)
  await page.keyboard.press('Escape')
})

test('a person’s data is handed over in one file, and erased after a second thought', async () => {
  const { page, app } = running
  const [someone] = readRecords<{ id: string; name: string; number: string }>(
    folder,
    `SELECT p.id, p.name, p.number FROM people p JOIN attempts a ON a.person_id = p.id
     WHERE p.number <> '${PRIYA.number}' GROUP BY p.id ORDER BY count(*) DESC LIMIT 1`,
  )
  await openPerson(someone!.name)
  const copy = join(folder, 'copy.json')
  await chooseFile(app, copy)
  await page.getByRole('button', { name: personEn['data.save'] }).click()
  await expect(page.getByText('Saved as copy.json.')).toBeVisible()
  expect(JSON.parse(readFileSync(copy, 'utf8'))).toHaveProperty('person.number', someone!.number)

  await page.getByRole('button', { name: personEn.erase }).click()
  await page.getByLabel(personEn['erase.field']).fill('somebody else')
  await page.getByRole('button', { name: personEn['erase.go'] }).click()
  await expect(page.getByText(personEn['erase.wrong'])).toBeVisible()
  await page.getByRole('button', { name: personEn.cancel }).click()
  expect(readRecords(folder, `SELECT id FROM people WHERE id = '${someone!.id}'`)).toHaveLength(1)

  await page.getByRole('button', { name: personEn.erase }).click()
  await page.getByLabel(personEn['erase.field']).fill(someone!.number)
  await page.getByRole('button', { name: personEn['erase.go'] }).click()
  await expect(page.getByText(/^Erased:/)).toBeVisible()
  expect(readRecords(folder, `SELECT id FROM people WHERE id = '${someone!.id}'`)).toHaveLength(0)
  expect(readRecords(folder, `SELECT id FROM attempts WHERE person_id = '${someone!.id}'`)).toHaveLength(0)
})

test('results of a group follow the filter, and in pseudonymous mode whole groups alone have some', async () => {
  const { page } = running
  await earnCertificate(page)
  await page.getByRole('button', { name: en['nav.records'], exact: true }).click()
  // The earlier search is still in the field.
  await page.getByRole('searchbox').fill('')
  await page.getByRole('tab', { name: en['records.results'] }).click()
  await expect(page.getByRole('heading', { name: resultsEn['by-tactic'] })).toBeVisible()
  const people = page.locator('.results-counts li').first().locator('b')
  await expect.poll(async () => Number(await people.innerText())).toBeGreaterThan(20)
  await page.getByRole('searchbox').fill(PRIYA.name)
  await expect(people).toHaveText('1')
  const change = (privacy: 'named' | 'pseudonymous') =>
    page.evaluate((value) => window.api.organisation.change({ privacy: value }), privacy)
  await change('pseudonymous')
  const attempts = page.getByRole('tab', { name: en['records.attempts'] })
  await attempts.click()
  // The results stay on screen, and are not asked for anew, until the code of the other tab is there.
  await expect(attempts).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('tab', { name: en['records.results'] }).click()
  await expect(page.getByText(resultsEn['groups-only'])).toBeVisible()
  await page.getByRole('button', { name: resultsEn['groups-only.clear'] }).click()
  await expect(page.locator('.results-counts').or(page.locator('.notice').last())).toBeVisible()
  await openPerson(PRIYA.name)
  await expect(page.getByText(personEn['attempts.hidden'])).toBeVisible()
  await expect(page.getByRole('columnheader', { name: recordsEn['col.score'] })).toHaveCount(0)
  // One’s own certificate opens, that of another person does not.
  const open = page.getByRole('button', { name: /^Open certificate/ })
  await expect(open).toHaveCount(1)
  const [other] = readRecords<{ name: string; credential_id: string }>(
    folder,
    `SELECT p.name, s.credential_id FROM people p JOIN standings s ON s.person_id = p.id
     WHERE s.credential_id IS NOT NULL AND p.number <> '${PRIYA.number}' ORDER BY p.id LIMIT 1`,
  )
  await openPerson(other!.name)
  await expect(page.getByText(other!.credential_id, { exact: true })).toBeVisible()
  await expect(open).toHaveCount(0)
  await change('named')
})

test('keeping records for a shorter time is asked twice, and kept', async () => {
  const { page } = running
  await page.getByRole('button', { name: en['nav.settings'], exact: true }).click()
  await page.getByRole('tab', { name: personEn['retention.title'] }).click()
  await page.getByRole('button', { name: /Keep records for/ }).click()
  await page.getByRole('option', { name: '24 months' }).click()
  await page.getByRole('button', { name: personEn['retention.save'], exact: true }).click()
  await page.getByRole('button', { name: personEn['retention.ask.keep'] }).click()
  const months = () =>
    page.evaluate(async () => {
      const answer = await window.api.organisation.settings()
      return answer.ok ? answer.value.retentionMonths : 'failed'
    })
  expect(await months()).toBeNull()
  await page.getByRole('button', { name: personEn['retention.save'], exact: true }).click()
  await page.getByRole('button', { name: personEn['retention.ask.go'] }).click()
  await expect(page.getByText(personEn['retention.saved'], { exact: true })).toBeVisible()
  expect(await months()).toBe(24)
})

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`a person, a replay and results in both themes and sizes (${locale})`, async () => {
    const { page } = running
    const look = looker(running, locale)
    await page.evaluate((value) => window.api.app.preferences({ locale: value }), locale)
    await earnCertificate(page)
    await page.reload()
    const words = WORDS[locale]
    await page.getByRole('button', { name: words['nav.records'], exact: true }).click()
    await page.getByRole('tab', { name: words['records.results'] }).click()
    await page.locator('.results').waitFor()
    await look('results')
    await page.getByRole('tab', { name: words['records.completion'] }).click()
    await page.getByRole('button', { name: RULES[locale] }).click()
    await page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor()
    await look('rules')
    await page.keyboard.press('Escape')
    const [waiting] = readRecords<{ id: string; name: string }>(
      folder,
      `SELECT p.id, p.name FROM people p JOIN standings s ON s.person_id = p.id WHERE s.status = 'failed' LIMIT 1`,
    )
    changeRecords(
      folder,
      `UPDATE standings SET round_refused_at = started_at WHERE person_id = '${waiting!.id}'`,
    )
    await page.getByRole('searchbox').fill(waiting!.name)
    await page.getByRole('button', { name: waiting!.name, exact: true }).first().click()
    await page.locator('.person-rounds').first().waitFor()
    await look('person-waiting')
    await page.getByRole('button', { name: words['nav.records'], exact: true }).click()
    await page.getByRole('searchbox').fill(PRIYA.name)
    await page.getByRole('button', { name: PRIYA.name, exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: PRIYA.name }).waitFor()
    await look('person')
    await page.getByText(/^HTL-/).click()
    await page.getByText(words['certificate.certifies']).waitFor()
    await look('certificate-of-person')
    await page.getByRole('button', { name: PRIYA.name }).click()
    await page.getByRole('heading', { level: 1, name: PRIYA.name }).waitFor()
    await page.getByText(PERSON[locale].replay, { exact: true }).last().click()
    await page.keyboard.press('ArrowRight')
    await page.locator('.replay-steps').waitFor()
    await look('replay')
    await page.getByRole('button', { name: PRIYA.name }).click()
    await (
      await replayOfLeft(page.locator('tbody').getByText(PERSON[locale].replay, { exact: true }))
    ).click()
    await page.locator('.replay-steps').waitFor()
    await look('replay-left')
    await page.getByRole('tab', { name: PERSON[locale]['replay.debrief'] }).click()
    await look('replay-left-debrief')
    await page.getByRole('button', { name: words['nav.records'], exact: true }).click()
    await page.getByRole('tab', { name: words['records.audit'] }).click()
    await expect(page.getByRole('row', { name: `${PRIYA.name}, ${PRIYA.number}` })).not.toHaveCount(0)
    await look('audit')
  })
}
