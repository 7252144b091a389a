/** Goes a trainer's whole way in the Studio, once by mouse and once by keyboard alone, to a trainee and to HR. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { compileScenario, type CompiledScenario } from '../../src/domain/run'
import type { Scenario, TestPlan } from '../../src/domain/scenario/schema'
import commands from '../../src/texts/en/studio-commands.json'
import fields from '../../src/texts/en/studio-fields.json'
import plans from '../../src/texts/en/studio-plans.json'
import proof from '../../src/texts/en/studio-proof.json'
import reviews from '../../src/texts/en/studio-review.json'
import t from '../../src/texts/en/studio.json'
import translations from '../../src/texts/en/translations.json'
import { sitDown } from './ahead'
import { setUp, signIn, PRIYA, WORDS } from './journey'
import { chooseFile, dataFolder, launch, openFiles, removeFolder, type Running } from './launch'
import { playEvents } from './trainee'

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

/** A way to use the page: with the mouse or with the keyboard. */
interface Hand {
  press(goal: Locator): Promise<void>
  fill(goal: Locator, text: string): Promise<void>
  choose(select: Locator, option: string): Promise<void>
  row(name: string): Promise<void>
}

const rows = (page: Page) => page.getByRole('treegrid', { name: t.outline }).getByRole('row')

const rowOf = (page: Page, name: string) =>
  page.getByRole('treegrid', { name: t.outline }).getByRole('row', { name, exact: true }).first()

const mouse = (page: Page): Hand => ({
  press: (goal) => goal.click(),
  fill: (goal, text) => goal.fill(text),
  choose: async (select, option) => {
    await select.click()
    await page.getByRole('option', { name: option, exact: true }).click()
  },
  row: (name) => rowOf(page, name).click(),
})

/** The forms of the Studio have fewer stops than this. */
const MOST_TABS = 250

const keyboard = (page: Page): Hand => {
  /** The focus must always be on an element of the page. */
  const somewhere = () =>
    expect
      .poll(() => page.evaluate(() => document.activeElement !== document.body), {
        message: 'the focus is lost',
      })
      .toBe(true)
  const isThere = (goal: Locator) => goal.evaluate((element) => element === document.activeElement)
  const tabTo = async (goal: Locator) => {
    await goal.waitFor()
    await somewhere()
    for (const way of ['Tab', 'Shift+Tab']) {
      for (let i = 0; i < MOST_TABS; i += 1) {
        if (await isThere(goal)) return
        // A row of panes is one stop; arrows move along it.
        const along = await goal.evaluate((element) => {
          const row = element.closest('[role="toolbar"]')
          const here = document.activeElement
          if (!row || !here || !row.contains(here)) return undefined
          const isBefore = element.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING
          return isBefore ? 'ArrowLeft' : 'ArrowRight'
        })
        await page.keyboard.press(along ?? way)
      }
    }
    throw new Error(`Tab does not reach ${String(goal)}`)
  }
  return {
    press: async (goal) => {
      await tabTo(goal)
      await page.keyboard.press('Enter')
      await somewhere()
    },
    fill: async (goal, text) => {
      await tabTo(goal)
      await page.keyboard.press('Control+A')
      await page.keyboard.insertText(text)
    },
    choose: async (select, option) => {
      await tabTo(select)
      await page.keyboard.press('Enter')
      const wanted = page.getByRole('option', { name: option, exact: true })
      await wanted.waitFor()
      await page.keyboard.press('Home')
      for (let i = 0; i < 60 && !(await isThere(wanted)); i += 1) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await wanted.waitFor({ state: 'hidden' })
      await somewhere()
    },
    row: async (name) => {
      const wanted = rowOf(page, name)
      await wanted.waitFor()
      await somewhere()
      const inTree = () => page.evaluate(() => document.activeElement?.closest('[role="treegrid"]') !== null)
      for (let i = 0; i < MOST_TABS && !(await inTree()); i += 1) await page.keyboard.press('Tab')
      await page.keyboard.press('Home')
      for (let i = 0; i < 60 && !(await isThere(wanted)); i += 1) await page.keyboard.press('ArrowDown')
      expect(await isThere(wanted), `arrows reach ${name}`).toBe(true)
      await page.keyboard.press('Enter')
    },
  }
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

/** Writes every text on screen that is still to be written. */
async function writeAll(page: Page, hand: Hand, words: string): Promise<void> {
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
    await hand.fill(field, n === 1 ? words : `${words} ${n}.`)
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
    await setUp(page)
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    if (by === 'keyboard') await page.keyboard.press('Tab')
    await hand.press(button(page, WORDS.en['nav.studio']))
    await page.getByRole('heading', { level: 1, name: t.title }).waitFor()
    if (by === 'keyboard') await page.keyboard.press('Tab')

    // The trainer begins with an empty scenario.
    await hand.press(button(page, t.new))
    await hand.choose(page.getByRole('button', { name: t['new.template'] }), t['template.blank'])
    await hand.fill(page.getByLabel(t['new.name'], { exact: true }), 'A parcel at reception')
    if (by === 'keyboard') await page.keyboard.press('Enter')
    else await button(page, t['new.go']).click()
    await page.getByRole('heading', { level: 1, name: 'A parcel at reception' }).waitFor()
    if (by === 'keyboard') await page.keyboard.press('Tab')

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
    for (const words of [FIRST, 'The code is four seven one one', 'Reported in time', 'The code is gone']) {
      await pick('…')
      await writeAll(page, hand, words)
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

    // The scenario is published.
    await hand.press(button(page, t.publish))
    await hand.fill(page.getByLabel(t['publish.note'], { exact: true }), 'The first one')
    const go = button(page, 'Publish version 1')
    await expect(go).toBeEnabled()
    if (by === 'keyboard') await page.keyboard.press('Enter')
    else await go.click()
    await expect(page.locator('.studio-bar').getByText('Version 1')).toBeVisible()
    await hand.press(button(page, t.back))

    const { compiled, choices } = written()
    expect(Object.keys(compiled.scenario.machine.states)).toHaveLength(8)
    await takenAndSeen(page, compiled, choices)
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

/** Assigns a course with the scenario to a trainee, who plays it; HR finds the attempt with the person. */
async function takenAndSeen(
  page: Page,
  compiled: CompiledScenario,
  choices: readonly string[],
): Promise<void> {
  const { id, title } = compiled.scenario
  const failed = await page.evaluate(
    async ({ scenario }) => {
      const { studio } = window.api
      const which = { kind: 'course', id: 'parcels' } as const
      const say = (result: { ok: boolean }) => (result.ok ? [] : [JSON.stringify(result)])
      const found: string[] = []
      found.push(...say(await studio.create({ ...which, title: { en: 'Parcels' }, template: null })))
      const opened = await studio.open(which)
      if (!opened.ok || opened.value.outcome !== 'opened') return [...found, JSON.stringify(opened)]
      const document = JSON.parse(opened.value.text.replaceAll('…', 'What comes with parcels')) as object
      const text = JSON.stringify({ ...document, modules: [scenario, 'airport-call'] })
      const at = new Date().toISOString()
      found.push(
        ...say(await studio.append({ ...which, after: 0, entries: [{ n: 1, at, kind: 'text', text }] })),
      )
      const published = await studio.publish({ ...which, after: 1, note: '' })
      found.push(...say(published))
      if (published.ok && published.value.outcome !== 'published') found.push(JSON.stringify(published))
      return found
    },
    { scenario: id },
  )
  expect(failed).toEqual([])
  await sitDown(page, 'T-77')
  await page.getByRole('region', { name: 'Parcels' }).getByRole('button').first().click()
  await page.getByRole('heading', { level: 1, name: title['en']! }).waitFor()
  await playEvents(page, compiled, choices)
  await page.getByRole('banner').getByRole('button').first().waitFor()
  await page.reload()
  await button(page, WORDS.en['nav.sign-out']).click()
  await signIn(page, PRIYA.number)
  await button(page, WORDS.en['nav.records']).click()
  await page.getByRole('tab', { name: WORDS.en['records.completion'] }).click()
  await page.getByRole('searchbox').fill('Arun Nair')
  await page.getByRole('button', { name: 'Arun Nair', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Arun Nair' }).waitFor()
  await expect(page.getByText(title['en']!).first()).toBeVisible()
}
