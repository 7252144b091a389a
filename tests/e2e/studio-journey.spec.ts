/** Goes a trainer's whole way in the Studio, once by mouse and once by keyboard alone, to a trainee and to HR. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { compileScenario, decide, startSession, viewOf, type CompiledScenario } from '../../src/domain/run'
import type { Scenario, TestPlan } from '../../src/domain/scenario/schema'
import commands from '../../src/texts/en/studio-commands.json'
import debrief from '../../src/texts/en/debrief.json'
import fields from '../../src/texts/en/studio-fields.json'
import plans from '../../src/texts/en/studio-plans.json'
import player from '../../src/texts/en/player.json'
import proof from '../../src/texts/en/studio-proof.json'
import reviews from '../../src/texts/en/studio-review.json'
import t from '../../src/texts/en/studio.json'
import translations from '../../src/texts/en/translations.json'
import { keyboard, mouse, rows, type Hand } from './hands'
import { ACCESS_WORDS, PASSPHRASE, PRIYA, WORDS } from './journey'
import { chooseFile, dataFolder, launch, openFiles, removeFolder, type Running } from './launch'
import { onScreen } from './trainee'

let folder: string
let running: Running

test.beforeEach(async () => {
  test.setTimeout(900_000)
  folder = dataFolder()
  running = await launch(folder, { size: { width: 1440, height: 900 } })
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

const words = WORDS.en
const access = ACCESS_WORDS.en

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

/** Writes every text on screen that is still to be written. */
async function writeAll(page: Page, hand: Hand, text: string): Promise<void> {
  for (let n = 1; n < 30; n += 1) {
    const values = await page
      .locator('.studio-inspector input:not([type="checkbox"]), .studio-inspector textarea')
      .evaluateAll((all) =>
        all.map((one) => (one as HTMLInputElement).value || (one as HTMLInputElement).placeholder),
      )
    const at = values.indexOf('…')
    if (at < 0) return
    const field = page
      .locator('.studio-inspector input:not([type="checkbox"]), .studio-inspector textarea')
      .nth(at)
    await hand.fill(field, n === 1 ? text : `${text} ${n}.`)
    await expect(field).not.toHaveValue('')
  }
}

const FIRST = 'Can you read me the code on it?'
/** The scenes between the first and the endings, each with its question. */
const MIDDLE = ['The label', 'A second call', 'The hurry', 'The offer'] as const

const HANDS = { mouse, keyboard } as const
for (const by of ['mouse', 'keyboard'] as const) {
  test(`eight scenes from nothing to a trainee and to HR, by ${by}`, async () => {
    const { page } = running
    const hand = HANDS[by](page)
    const heading = page.locator('.studio-inspector h2').first()
    const pick = async (name: string) => {
      await hand.row(name)
      await expect(heading).toHaveText(name)
    }
    await setUpBy(page, hand)
    await hand.press(button(page, words['nav.studio']))
    await page.getByRole('heading', { level: 1, name: t.title }).waitFor()
    await hand.begin()

    // The trainer begins with an empty scenario.
    await hand.press(button(page, t.new))
    await hand.choose(page.getByRole('button', { name: t['new.template'] }), t['template.blank'])
    await hand.fill(page.getByLabel(t['new.name'], { exact: true }), 'A parcel at reception')
    await hand.send(button(page, t['new.go']))
    await page.getByRole('heading', { level: 1, name: 'A parcel at reception' }).waitFor()
    await hand.begin()

    await writeAll(page, hand, 'Somebody says that a parcel waits at the front desk')
    for (const section of ['cast', 'cues'] as const) {
      await hand.press(button(page, new RegExp(`^${t[`section.${section}`]}`)).first())
      await page.getByRole('heading', { level: 2, name: t[`section.${section}`] }).waitFor()
      await writeAll(page, hand, section === 'cast' ? 'Nils' : 'The parcel has no sender')
    }

    // The scenario gets eight scenes: the first ones, four more, and another ending.
    const title = page.getByLabel(`${fields['label.title']}, English`, { exact: true })
    for (const name of MIDDLE) {
      await hand.press(button(page, commands['add-scene']))
      await expect(title).toHaveValue(t['outline.new-scene'])
      await hand.fill(title, name)
      await writeAll(page, hand, `Please look at the parcel, it is about ${name.toLowerCase()}`)
      await expect(rows(page).filter({ hasText: name }).first()).toBeVisible()
    }
    await hand.press(button(page, commands['add-ending']))
    await expect(title).toHaveValue(t['outline.new-ending'])
    await hand.fill(title, 'Turned away')
    await writeAll(page, hand, 'You turned it away')
    await hand.choose(
      page.getByRole('button', { name: new RegExp(`${fields['label.disposition']}$`) }),
      fields['word.refused'],
    )
    for (const text of [FIRST, 'The code is four seven one one', 'Reported in time', 'The code is gone']) {
      await pick('…')
      await writeAll(page, hand, text)
    }
    await pick(fields['word.report'])
    await writeAll(page, hand, 'You told security at once')
    // Replies lead from scene to scene to the end.
    const chain = [FIRST, ...MIDDLE, 'Turned away']
    for (const [i, from] of chain.slice(0, -1).entries()) {
      await pick(from)
      await hand.press(button(page, t['scene.reply']))
      await writeAll(page, hand, `Which desk do you call from, number ${i + 1}?`)
      await hand.choose(
        page.getByRole('button', { name: new RegExp(`${fields['label.stance']}$`) }),
        fields['word.verify'],
      )
      await hand.choose(
        page.getByRole('button', { name: new RegExp(`${fields['label.target']}$`) }),
        // An ending has a mark before its title.
        chain[i + 1] === 'Turned away' ? '■ Turned away' : chain[i + 1]!,
      )
      await expect(
        rows(page)
          .filter({ hasText: `→ ${chain[i + 1]}` })
          .first(),
      ).toBeVisible()
    }

    // Every problem is corrected.
    await hand.press(button(page, /^Problems/))
    const errors = page.locator('.studio-problems li[data-severity="error"]')
    for (let i = 0; i < 20 && (await errors.count()) > 0; i += 1) {
      const before = await errors.count()
      await hand.press(errors.first().getByRole('button', { name: t['problems.fix'] }))
      await hand.press(page.locator('.studio-fixes button').first())
      await expect(errors).not.toHaveCount(before)
    }
    await expect(errors).toHaveCount(0)

    // The scenario is proved, played and kept as a test plan.
    await hand.press(button(page, proof.go))
    await page.getByRole('heading', { level: 3, name: proof.decides }).waitFor({ timeout: 120_000 })
    await hand.press(button(page, t['pane.play']))
    for (let i = 0; i < 10 && (await page.locator('.verdict').count()) === 0; i += 1) {
      const choices = page.locator('.studio-choices').getByRole('button', { name: /Which desk/ })
      await hand.press(choices.first())
    }
    await hand.press(button(page, plans.record))
    await hand.fill(page.getByLabel(plans.name, { exact: true }), 'Asks to the end')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: plans.list }).getByText(plans['state.green'])).toBeVisible()

    await translate(page, hand)
    await review(running, hand)

    await publish(page, hand, 'The first one')
    const { compiled, choices } = written()
    expect(Object.keys(compiled.scenario.machine.states)).toHaveLength(8)
    await makeCourse(page, hand, compiled.scenario.title['en']!)
    await take(page, hand, compiled, choices)
    await findAsHr(page, hand, compiled.scenario.title['en']!)
  })
}

/** Translates the scenario into a second language, text after text. */
async function translate(page: Page, hand: Hand): Promise<void> {
  await hand.press(button(page, t['pane.translations']))
  await hand.press(button(page, translations['language.add']))
  await hand.press(button(page, translations['language.add.go'].replace('{language}', 'Français')))
  const texts = page.locator('[data-target]')
  const missing = page.locator('[data-mark="missing"]')
  await expect(missing.first()).toBeVisible()
  await hand.fill(texts.first(), 'Texte numéro 1')
  const count = await texts.count()
  for (let n = 2; n <= count; n += 1) {
    await page.keyboard.press('Enter')
    await expect(texts.nth(n - 1)).toBeFocused()
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText(`Texte numéro ${n}`)
  }
  await expect(missing).toHaveCount(0)
}

/** Sends the scenario to a person without the program, whose comment comes back to its place and is settled. */
async function review({ app, page }: Running, hand: Hand): Promise<void> {
  await hand.press(button(page, t['pane.comments']))
  const pack = join(folder, 'pack.html')
  await chooseFile(app, pack)
  await hand.press(button(page, reviews.pack))
  await expect(page.getByText('pack.html')).toBeVisible()
  const { content, scenario } = JSON.parse(
    /<script type="application\/json" id="pack">(.*?)<\/script>/s.exec(readFileSync(pack, 'utf8'))![1]!,
  ) as { content: { id: string; version: string; hash: string }; scenario: Scenario }
  const { initial, states } = scenario.machine
  const [beat] = states![initial!]!.meta!.beats!
  const at = '2026-03-02T09:00:00.000Z'
  const on = {
    kind: 'text',
    id: `scenes/${initial}/beats/${beat!.id}/text`,
    language: 'en',
    words: (beat!.text as Record<string, string>)['en'],
  }
  const comment = { id: '1'.padStart(32, '0'), on, text: 'Nobody at our desk talks like this.', at }
  const file = join(folder, 'rana.review.json')
  const { id, version, hash } = content
  writeFileSync(
    file,
    JSON.stringify({
      format: 'hold-the-line-review',
      version: 1,
      scenario: { id, version, hash },
      reviewer: 'Rana Holm',
      savedAt: at,
      comments: [comment],
      answers: [],
    }),
  )
  await openFiles(app, [file])
  await hand.press(button(page, reviews.import))
  const thread = page.locator('.studio-comments li', { hasText: comment.text })
  await hand.press(thread.getByRole('button', { name: reviews.close, exact: true }))
  await expect(thread).toHaveCount(0)
}

/** Returns the written scenario, and the path of its test plan. */
function written(): { compiled: CompiledScenario; choices: readonly string[] } {
  const drafts = join(folder, 'studio', 'drafts')
  const read = (ending: string) => {
    const file = readdirSync(drafts, { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith(ending),
    )!
    return JSON.parse(readFileSync(join(drafts, file), 'utf8')) as unknown
  }
  const { runs } = read('.testplan.json') as TestPlan
  return {
    compiled: compileScenario(read('.scenario.json') as Scenario),
    choices: runs[0]!.choices,
  }
}

/** Fills in the first-run page, keeps the recovery code, and comes to Learn. */
async function setUpBy(page: Page, hand: Hand): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await hand.begin()
  await hand.fill(page.getByLabel(words['start.organisation'], { exact: true }), PRIYA.organisation)
  await hand.fill(page.getByLabel(words['start.name'], { exact: true }), PRIYA.name)
  await hand.fill(page.getByLabel(words['start.number'], { exact: true }), PRIYA.number)
  await hand.fill(page.getByLabel(access['passphrase.new'], { exact: true }), PASSPHRASE)
  await hand.fill(page.getByLabel(access['passphrase.again'], { exact: true }), PASSPHRASE)
  await hand.send(button(page, words['start.go']))
  await page.getByRole('heading', { name: access['code.title'] }).waitFor()
  await hand.begin()
  await hand.press(button(page, access['code.kept']))
  await page.getByRole('navigation').first().waitFor()
  await hand.begin()
}

/** Publishes what is open, and goes back to the library. */
async function publish(page: Page, hand: Hand, note: string): Promise<void> {
  await hand.press(button(page, t.publish))
  await hand.fill(page.getByLabel(t['publish.note'], { exact: true }), note)
  await hand.send(button(page, 'Publish version 1'))
  await expect(page.locator('.studio-bar').getByText('Version 1')).toBeVisible()
  await hand.press(button(page, t.back))
  await page.getByRole('heading', { level: 1, name: t.title }).waitFor()
}

/** Makes a course of the new scenario and one that came with the program. */
async function makeCourse(page: Page, hand: Hand, title: string): Promise<void> {
  await hand.begin()
  await hand.choose(
    page.getByRole('button', { name: new RegExp(`^${t['kind.scenario']}`) }),
    t['kind.course'],
  )
  await hand.press(button(page, t.new))
  await hand.fill(page.getByLabel(t['new.name'], { exact: true }), 'Parcels')
  await hand.send(button(page, t['new.go']))
  await page.getByRole('heading', { level: 1, name: 'Parcels' }).waitFor()
  await hand.begin()
  await writeAll(page, hand, 'What comes with parcels.')
  const contacts = page.getByRole('group', { name: fields['label.modules'], exact: true })
  for (const name of [title, 'Rent is due today']) {
    await hand.press(contacts.getByRole('button', { name: fields['add.modules'], exact: true }))
    await hand.choose(contacts.getByRole('button', { name: t['form.choose'] }).last(), new RegExp(`^${name}`))
  }
  await hand.press(button(page, /^Problems/))
  await expect(page.locator('.studio-problems li[data-severity="error"]')).toHaveCount(0)
  await publish(page, hand, 'Two contacts')
}

/** Joins as a trainee and takes the assessed contact, to its debrief and back to Learn. */
async function take(
  page: Page,
  hand: Hand,
  compiled: CompiledScenario,
  choices: readonly string[],
): Promise<void> {
  await hand.press(button(page, words['nav.sign-out']))
  await page.getByRole('heading', { level: 1 }).waitFor()
  await hand.begin()
  await hand.press(button(page, words['sign-in.new']))
  await hand.fill(page.getByLabel(words['start.name'], { exact: true }), 'Arun Nair')
  await hand.fill(page.getByLabel(words['start.number'], { exact: true }), 'T-77')
  await hand.send(button(page, words['join.go']))
  const begin = page.getByRole('region', { name: 'Parcels' }).getByRole('button').first()
  await begin.waitFor()
  await hand.begin()
  await hand.press(begin)
  await page.getByRole('heading', { level: 1, name: compiled.scenario.title['en']! }).waitFor()
  await hand.begin()
  let session = startSession(compiled)
  for (const event of choices) {
    const choice = viewOf(session).choices.find((offered) => offered.event === event)!
    const reply = page.getByRole('button', { name: onScreen(choice.meta.say!['en']!) })
    const answer = button(page, player['call.answer'])
    await expect(reply.or(answer).first()).toBeVisible()
    if (await answer.isVisible()) await hand.press(answer)
    // The lines come by themselves, one after the other, and then the replies.
    await expect(reply).toBeVisible()
    await hand.press(reply)
    session = decide(session, event)!
  }
  expect(viewOf(session).ending).toBeDefined()
  const toDebrief = button(page, player['see-debrief'])
  await expect(toDebrief).toBeVisible()
  await hand.press(toDebrief)
  await toDebrief.waitFor({ state: 'hidden' })
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Signs in as HR and finds what the trainee did. */
async function findAsHr(page: Page, hand: Hand, title: string): Promise<void> {
  await hand.begin()
  await hand.press(button(page, debrief.done))
  await button(page, words['nav.sign-out']).waitFor()
  await hand.begin()
  await hand.press(button(page, words['nav.sign-out']))
  await page.getByRole('heading', { level: 1 }).waitFor()
  await hand.begin()
  await hand.press(button(page, access['with-passphrase']))
  await hand.fill(page.getByLabel(words['start.number'], { exact: true }), PRIYA.number)
  await hand.fill(page.getByLabel(access.passphrase, { exact: true }), PASSPHRASE)
  await hand.send(button(page, words['sign-in.go']))
  await button(page, words['nav.records']).waitFor()
  await hand.begin()
  await hand.press(button(page, words['nav.records']))
  await hand.press(page.getByRole('tab', { name: words['records.completion'] }))
  await hand.fill(page.getByRole('searchbox'), 'Arun Nair')
  await hand.press(page.getByRole('button', { name: 'Arun Nair', exact: true }).first())
  await page.getByRole('heading', { level: 1, name: 'Arun Nair' }).waitFor()
  await expect(page.getByText(title).first()).toBeVisible()
}
