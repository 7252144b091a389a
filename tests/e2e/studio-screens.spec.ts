/** Goes a trainer's way from a new scenario to a version that trainees get, in the real application. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Scenario, TestPlan } from '../../src/domain/scenario/schema'
import commandsEn from '../../src/texts/en/studio-commands.json'
import commandsFr from '../../src/texts/fr/studio-commands.json'
import sourceEn from '../../src/texts/en/studio-source.json'
import plansEn from '../../src/texts/en/studio-plans.json'
import proofEn from '../../src/texts/en/studio-proof.json'
import plansFr from '../../src/texts/fr/studio-plans.json'
import proofFr from '../../src/texts/fr/studio-proof.json'
import { chooseLanguage, setUp, unlock, WORDS } from './journey'
import { kill, launch, openFiles, resize } from './launch'
import { startEach, STUDIO } from './in-studio'
import { fitsSideways, looker } from './looking'
import type { Locale } from './trainee'

const own = startEach()

const COMMANDS = { en: commandsEn, fr: commandsFr }
const PROOFS = { en: proofEn, fr: proofFr }
const PLANS = { en: plansEn, fr: plansFr }

async function openStudio(locale: Locale = 'en'): Promise<void> {
  const { page } = own.running
  await page.getByRole('button', { name: WORDS[locale]['nav.studio'], exact: true }).click()
  await page.getByRole('heading', { level: 1, name: STUDIO[locale].title }).waitFor()
}

async function beginScenario(title: string): Promise<void> {
  const { page } = own.running
  const t = STUDIO.en
  await page.getByRole('button', { name: t.new, exact: true }).click()
  await page.getByLabel(t['new.name'], { exact: true }).fill(title)
  await page.getByRole('button', { name: t['new.go'], exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

test('a twin begins as the other does, has the other truth, and says what is left to write', async () => {
  const { page } = own.running
  const t = STUDIO.en
  await setUp(page)
  await openStudio()
  // An own draft can name its twin.
  await page.getByRole('searchbox').fill('upset-customer')
  await page.getByRole('row').nth(1).getByRole('button', { name: /^Copy/ }).click()
  const copied = 'Rent is due today (copy)'
  await expect(page.getByRole('button', { name: copied, exact: true })).toBeVisible()

  await page.getByRole('button', { name: t.new, exact: true }).click()
  await page.getByRole('button', { name: new RegExp(`${t['new.template']}$`) }).click()
  await page.getByRole('option', { name: t['template.twin'], exact: true }).click()
  const go = page.getByRole('button', { name: t['new.go'], exact: true })
  await expect(go).toBeDisabled()
  await page.getByRole('button', { name: new RegExp(`${t['new.twin']}$`) }).click()
  await page.getByRole('option', { name: new RegExp(`^${copied.replaceAll(/[()]/g, '.')} · `) }).click()
  await expect(page.getByText(t['new.twin.own'])).toBeVisible()
  const look = looker(own.running, 'en')
  await look('studio-new-twin')
  await go.click()
  await page.getByRole('heading', { level: 1, name: copied }).waitFor()
  await expect(page.locator('.studio-bar-id')).toHaveText('upset-customer-copy-twin')

  // The proof compares both first scenes: the scenarios name each other, and nothing differs.
  await page.getByRole('button', { name: /^Problems/ }).click()
  await page.getByRole('button', { name: proofEn.go, exact: true }).click()
  await expect(page.getByText(proofEn['twin.same'].replace('{title}', copied))).toBeVisible()
  // The following scenes are still to be written, and nothing else is wrong.
  const problems = page.locator('li[data-severity]')
  await expect(problems.filter({ hasText: /still to be written/ }).first()).toBeVisible()
  await expect(problems.filter({ hasNotText: /still to be written/ })).toHaveCount(0)
  await look('studio-twin')
})

test('a new scenario is written, tried, mended and published, and undone to its beginning', async () => {
  const { page } = own.running
  const t = STUDIO.en
  await setUp(page)
  await openStudio()
  await beginScenario('A parcel at reception')

  // A new scene with its own words is at once in the test play.
  const outline = page.getByRole('treegrid', { name: t.outline })
  await outline.getByRole('row').first().click()
  const words = page.getByLabel('Text, English', { exact: true }).first()
  const original = await words.inputValue()
  await words.fill('Good morning, there is a parcel for you. What is your password?')
  await page.getByRole('button', { name: t['pane.play'], exact: true }).click()
  const log = page.getByRole('log', { name: t.play })
  await expect(log.getByText('What is your password?')).toBeVisible()
  await expect(page.getByText(t['saving.saved'])).toBeVisible()

  // A reply without a target, and a target that does not exist, are reported with their places and corrected by undo.
  await page.getByRole('button', { name: t['scene.reply'], exact: true }).click()
  await page.getByLabel('Reply, English', { exact: true }).fill('Who are you, please?')
  await page.getByLabel('Why, English', { exact: true }).first().fill('Asking costs nothing.')
  await page.getByRole('button', { name: /Leads to$/ }).click()
  await page.getByRole('option').last().click()
  await page.getByRole('button', { name: t['choice.scene'], exact: true }).click()
  await expect(page.getByRole('button', { name: 'Who are you, please?', exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: t['pane.source'], exact: true }).click()
  const source = page.getByRole('textbox', { name: sourceEn.label })
  await source.click()
  await page.keyboard.press('Control+F')
  await page.getByLabel(sourceEn['cm.regexp']).check()
  await page.getByRole('textbox', { name: sourceEn['cm.find'], exact: true }).fill('"initial": "[a-z-]+"')
  // The editor draws only the lines that are in sight.
  await page.getByRole('textbox', { name: sourceEn['cm.find'], exact: true }).press('Enter')
  await page.getByRole('textbox', { name: sourceEn['cm.replace'], exact: true }).fill('"initial": "nowhere"')
  await page.getByRole('button', { name: sourceEn['cm.replace.all'], exact: true }).click()
  await expect(source).toContainText('"nowhere"')
  await page.getByRole('button', { name: t['pane.history'], exact: true }).click()
  await expect(page.getByText(t['act.source'])).toBeVisible()
  await page.getByRole('button', { name: /^Problems/ }).click()
  await expect(page.getByText(/‘nowhere’/)).toBeVisible()
  await page.getByRole('button', { name: t['problems.fix'], exact: true }).first().click()
  await page.locator('.studio-fixes button').first().click()
  await expect(page.getByText(/‘nowhere’/)).toHaveCount(0)

  // The program dies. Everything that it reported as saved is there, and can be undone to the very beginning.
  await expect(page.getByText(t['saving.saved'])).toBeVisible()
  await kill(own.running)
  own.running = await launch(own.folder, { size: { width: 1440, height: 900 } })
  const again = own.running.page
  await unlock(again)
  await openStudio()
  await again.getByRole('searchbox').fill('parcel')
  await again.getByRole('button', { name: 'A parcel at reception', exact: true }).click()
  await again.getByRole('treegrid', { name: t.outline }).getByRole('row').first().click()
  await expect(again.getByLabel('Text, English', { exact: true }).first()).toHaveValue(
    /What is your password/,
  )
  const undo = again.getByRole('button', { name: t.undo, exact: true })
  for (let i = 0; i < 30 && (await undo.isEnabled()); i += 1) await undo.click()
  await expect(again.getByLabel('Text, English', { exact: true }).first()).toHaveValue(original)
  const redo = again.getByRole('button', { name: t.redo, exact: true })
  for (let i = 0; i < 30 && (await redo.isEnabled()); i += 1) await redo.click()
  await expect(again.getByLabel('Text, English', { exact: true }).first()).toHaveValue(
    /What is your password/,
  )

  // Texts that the template only outlines must be written before the scenario can be published.
  await again.getByRole('button', { name: t.publish, exact: true }).click()
  await expect(again.getByRole('button', { name: 'Publish version 1', exact: true })).toBeDisabled()
  await again.getByRole('button', { name: t['publish.problems'], exact: true }).click()
  await again.getByRole('button', { name: t['pane.source'], exact: true }).click()
  await again.getByRole('textbox', { name: sourceEn.label }).click()
  await again.keyboard.press('Control+F')
  await again.getByRole('textbox', { name: sourceEn['cm.find'], exact: true }).fill('✎ Write here')
  await again.getByRole('textbox', { name: sourceEn['cm.replace'], exact: true }).fill('Written:')
  await again.getByRole('button', { name: sourceEn['cm.replace.all'], exact: true }).click()

  await again.getByRole('button', { name: t.publish, exact: true }).click()
  await again.getByLabel(t['publish.note'], { exact: true }).fill('The first one')
  await again.getByRole('button', { name: 'Publish version 1', exact: true }).click()
  await expect(
    again.getByRole('banner').or(again.locator('.studio-bar')).getByText('Version 1'),
  ).toBeVisible()
  await again.getByRole('button', { name: t.back, exact: true }).click()
  await again.getByRole('searchbox').fill('parcel')
  await expect(again.getByRole('row', { name: /A parcel at reception/ })).toContainText('Version 1')
})

test('a play is kept as a test plan, differs after an edit, is taken as right, and asks before publishing', async () => {
  const { page } = own.running
  const t = STUDIO.en
  const p = PLANS.en
  await setUp(page)
  await openStudio()
  await beginScenario('A parcel at reception')

  // Parts that no play has seen are marked, and a press plays up to one.
  const lit = page.locator('.studio-unseen-mark')
  const before = await lit.count()
  expect(before).toBeGreaterThan(0)
  await page.getByRole('button', { name: /^Not seen yet/ }).click()
  await page
    .getByRole('button', { name: /^Play up to there: / })
    .last()
    .click()
  await expect(page.locator('.verdict, .studio-choices').first()).toBeVisible()
  await expect(lit).not.toHaveCount(before)
  while ((await page.locator('.verdict').count()) === 0) {
    await page.locator('.studio-choices button').first().click()
  }
  await page.getByRole('button', { name: p.record, exact: true }).click()
  await page.getByLabel(p.name, { exact: true }).fill('The short way')
  await page.keyboard.press('Enter')
  const list = page.getByRole('list', { name: p.list })
  await expect(list.getByText('The short way')).toBeVisible()
  await expect(list.getByText(p['state.green'])).toBeVisible()
  const drafts = join(own.folder, 'studio', 'drafts')
  const [file, ...more] = readdirSync(drafts, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.testplan.json'),
  )
  expect(more).toEqual([])
  const { runs } = JSON.parse(readFileSync(join(drafts, file!), 'utf8')) as TestPlan
  const ending = runs[0]!.expect.scene
  const draft = readFileSync(join(drafts, file!.replace('.testplan.', '.scenario.')), 'utf8')
  const { title: titles } = (JSON.parse(draft) as Scenario).machine.states[ending]!.meta!
  const title = titles!['en']!

  // The ending is now another scene, and the plan reports it.
  const outline = page.getByRole('treegrid', { name: t.outline })
  await outline.getByRole('row', { name: title }).first().click()
  await page.getByRole('button', { name: `Change the id “${ending}”…`, exact: true }).click()
  await page.getByRole('dialog').getByLabel(t['id.label'], { exact: true }).fill('elsewhere')
  await page.getByRole('dialog').getByRole('button', { name: t['scene.rename.go'], exact: true }).click()
  await expect(list.getByText(`the plan says “${ending}”`)).toBeVisible()
  await page.getByRole('button', { name: t.publish, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/comes out otherwise: “The short way”/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Publish version 1', exact: true })).toBeDisabled()
  await dialog.getByRole('button', { name: p['publish.see'], exact: true }).click()
  await list.getByRole('button', { name: p.take, exact: true }).click()
  await expect(list.getByText(p['state.green'])).toBeVisible()

  // The document is deleted and restored, and still there after the program died.
  await list.getByRole('button', { name: 'Delete “The short way”', exact: true }).click()
  await expect(page.getByText(p.none)).toBeVisible()
  await page.getByRole('button', { name: p['bring-back'], exact: true }).click()
  await expect(list.getByText('The short way')).toBeVisible()
  await expect(page.getByText(t['saving.saved'])).toBeVisible()
  await kill(own.running)
  own.running = await launch(own.folder, { size: { width: 1440, height: 900 } })
  await unlock(own.running.page)
  await openStudio()
  await own.running.page.getByRole('searchbox').fill('parcel')
  await own.running.page.getByRole('button', { name: 'A parcel at reception', exact: true }).click()
  await own.running.page.getByRole('button', { name: /^Test plans \(1\)/ }).click()
  await expect(own.running.page.getByRole('list', { name: p.list }).getByText(p['state.green'])).toBeVisible()
})

test('a file that is no scenario is told with its fault, a very long title keeps to the window, and an empty list says what to do', async () => {
  const { app, page } = own.running
  const t = STUDIO.en
  await setUp(page)
  await openStudio()
  const offer = async (name: string, text: string) => {
    writeFileSync(join(own.folder, name), text)
    await openFiles(app, [join(own.folder, name)])
    await page.getByRole('button', { name: t.import, exact: true }).click()
  }
  await offer('notes.json', 'Call Mara back')
  await expect(page.getByText(/^notes\.json wasn’t imported\. .*JSON/)).toBeVisible()
  // A file that is a scenario by its name is imported unchanged, to be corrected here.
  await offer('broken.scenario.json', '{ "format": 2, ')
  await expect(page.getByText('Imported as broken.')).toBeVisible()
  await page.getByRole('button', { name: 'broken', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'broken' }).waitFor()
  await page.getByRole('button', { name: /^Problems/ }).click()
  await expect(page.getByText(/not valid JSON in line/)).toBeVisible()
  await page.getByRole('button', { name: t['pane.source'], exact: true }).click()
  await expect(page.getByText(sourceEn.broken)).toBeVisible()
  await expect(page.getByRole('textbox', { name: sourceEn.label })).toContainText('{ "format": 2,')
  await page.getByRole('button', { name: t.back, exact: true }).click()

  await page.getByRole('searchbox').fill('nothing is called so')
  await expect(page.getByText(t.empty)).toBeVisible()
  await page.getByRole('button', { name: t['empty.all'], exact: true }).click()
  await expect(page.getByRole('row').nth(3)).toBeVisible()

  const long = 'A very long title about a parcel at reception '.repeat(4).trim()
  await page.getByRole('button', { name: t.new, exact: true }).click()
  await page.getByLabel(t['new.name'], { exact: true }).fill(long)
  await page.getByRole('button', { name: t['new.go'], exact: true }).click()
  await page.getByRole('heading', { level: 1, name: long }).waitFor()
  await resize(app, { width: 1024, height: 700 })
  await fitsSideways(page, 'a very long title')
})

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`the Studio in both themes and sizes (${locale})`, async () => {
    test.setTimeout(600_000)
    const { page } = own.running
    const t = STUDIO[locale]
    const look = looker(own.running, locale)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await chooseLanguage(page, locale)
    await setUp(page, undefined, locale)
    await openStudio(locale)
    await page.getByRole('row').nth(3).waitFor()
    await look('studio-library')
    await page.getByRole('searchbox').fill('former-colleague')
    await page.getByRole('row').nth(1).getByRole('button').first().click()
    await page.getByRole('treegrid', { name: t.outline }).waitFor()
    await look('studio-about')
    await page.getByRole('treegrid', { name: t.outline }).getByRole('row').first().click()
    await look('studio-scene')
    await page.getByRole('treegrid', { name: t.outline }).getByRole('row').nth(1).click()
    await look('studio-choice')
    await page.locator('.studio-choices button').first().click()
    await look('studio-play')
    const part = page.locator('.studio-play-part')
    await part.nth(1).click()
    await page.locator('.studio-plans li[data-state="green"]').first().waitFor()
    await look('studio-plans')
    await part.nth(2).click()
    await look('studio-unseen')
    await page.locator('.studio-panes').getByRole('button').first().click()
    await page.getByRole('button', { name: PROOFS[locale].go, exact: true }).click()
    await page.getByRole('heading', { level: 3, name: PROOFS[locale].decides }).waitFor({ timeout: 120_000 })
    await page.getByRole('heading', { level: 3, name: PROOFS[locale].endings }).scrollIntoViewIfNeeded()
    await look('studio-proof')
    await page.getByRole('button', { name: t['pane.history'], exact: true }).click()
    await look('studio-history')
    await page.getByRole('button', { name: t['pane.translations'], exact: true }).click()
    await page.locator('[data-target]').nth(5).waitFor()
    await look('studio-translations')

    // The screen looks as in an author's daily work: fields, buttons, a problem and its fix.
    await page.getByRole('button', { name: t.copy, exact: true }).click()
    await page.getByRole('button', { name: t.publish, exact: true }).waitFor()
    await page.getByRole('treegrid', { name: t.outline }).getByRole('row').first().click()
    await look('studio-own-scene')
    await page.getByRole('button', { name: t['scene.reply'], exact: true }).click()
    await page.getByRole('button', { name: t['condition.add'], exact: true }).click()
    await page.getByRole('button', { name: COMMANDS[locale]['add-scene'], exact: true }).click()
    await page.locator('.studio-panes').getByRole('button').first().click()
    await page.locator('.studio-problems li').first().waitFor()
    await page.locator('.studio-problems summary').first().click()
    await look('studio-own-problems')
    for (const section of ['about', 'cast', 'cues', 'desk'] as const) {
      await page.getByRole('button', { name: new RegExp(`^${t[`section.${section}`]}`) }).click()
      await look(`studio-own-${section}`)
    }
    await page.getByRole('button', { name: t.publish, exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await look('studio-publish')
    await page.getByRole('dialog').getByRole('button', { name: t.cancel, exact: true }).click()
    await page.getByRole('button', { name: t.back, exact: true }).click()
    await page.getByRole('button', { name: t.new, exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await look('studio-new')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: WORDS[locale]['nav.settings'], exact: true }).click()
    await page.getByRole('tab', { name: t.title }).click()
    await look('studio-settings')
  })
}
