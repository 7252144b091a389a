/** Uses the map of a scenario in the real application: by mouse and by keyboard, in both themes and languages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { Scenario } from '../../src/domain/scenario/schema'
import commandsEn from '../../src/texts/en/studio-commands.json'
import commandsFr from '../../src/texts/fr/studio-commands.json'
import mapEn from '../../src/texts/en/studio-map.json'
import mapFr from '../../src/texts/fr/studio-map.json'
import SEARCH from '../../src/texts/en/studio-search.json'
import { chooseLanguage, setUp, WORDS } from './journey'
import { startEach, STUDIO } from './in-studio'
import { resize, ROOT } from './launch'
import { looker } from './looking'
import type { Locale } from './trainee'

const SHIPPED = join(ROOT, 'scenarios', 'former-colleague.scenario.json')

const own = startEach()

const MAP = { en: mapEn, fr: mapFr }
const COMMANDS = { en: commandsEn, fr: commandsFr }

async function openShipped(page: Page, id: string, locale: Locale): Promise<void> {
  await page.getByRole('button', { name: WORDS[locale]['nav.studio'], exact: true }).click()
  await page.getByRole('searchbox').fill(id)
  await page.getByRole('row').nth(1).getByRole('button').first().click()
  await page.getByRole('treegrid', { name: STUDIO[locale].outline }).waitFor()
}
const board = (page: Page, locale: Locale = 'en') =>
  page.getByRole('application', { name: MAP[locale].title, exact: true })

const draftFile = (id: string, name: string) => join(own.folder, 'studio', 'drafts', id, name)
const textOf = (id: string) => readFileSync(draftFile(id, `${id}.scenario.json`), 'utf8')
function placesOf(id: string): Record<string, object> {
  try {
    return JSON.parse(readFileSync(draftFile(id, 'places.json'), 'utf8')) as Record<string, object>
  } catch {
    return {}
  }
}

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`the map in both themes and sizes (${locale})`, async () => {
    const { page } = own.running
    const t = STUDIO[locale]
    const c = COMMANDS[locale]
    const look = looker(own.running, locale)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await chooseLanguage(page, locale)
    await setUp(page, undefined, locale)
    await openShipped(page, 'former-colleague', locale)
    await page.getByRole('button', { name: t.copy, exact: true }).click()
    await page.getByRole('button', { name: t.publish, exact: true }).waitFor()
    await page.getByRole('button', { name: c['view-map'], exact: true }).click()
    const cards = board(page, locale).locator('.react-flow__node')
    await cards.first().waitFor()
    // Cards out of sight are not drawn, so the whole map must fit into a window of any size.
    const { machine } = JSON.parse(readFileSync(SHIPPED, 'utf8')) as Scenario
    const everywhere = 1
    for (const size of [
      { width: 1440, height: 900 },
      { width: 1024, height: 700 },
    ]) {
      await resize(own.running.app, size)
      await expect(cards).toHaveCount(Object.keys(machine.states).length + everywhere)
    }
    await look('studio-map-whole')
    await board(page, locale).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('+')
    await page.getByRole('button', { name: c.both, exact: true }).click()
    await look('studio-map-card')
    await page.keyboard.press('Control+Shift+G')
    await page.getByRole('dialog').waitFor()
    await look('studio-map-lead')
  })
}

test('mouse and keyboard do the same on the map and in the outline', async () => {
  const { page } = own.running
  const t = STUDIO.en
  await setUp(page)
  await openShipped(page, 'former-colleague', 'en')
  await page.getByRole('button', { name: t.copy, exact: true }).click()
  await page.getByRole('button', { name: t.publish, exact: true }).waitFor()
  await page.getByRole('button', { name: COMMANDS.en.both, exact: true }).click()
  const map = board(page)
  const cards = map.locator('.react-flow__node')
  await cards.first().waitFor()
  const count = await cards.count()
  const id = await page.locator('.studio-bar .mono').innerText()
  const text = () => textOf(id)
  const before = text()
  const scenesIn = (json: string) => JSON.stringify((JSON.parse(json) as Scenario).machine)

  // No two cards hide each other, and all are visible.
  const boxes = await cards.evaluateAll((all) =>
    all.map((card) => card.getBoundingClientRect().toJSON() as DOMRect),
  )
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
      expect(apart).toBe(true)
    }
  }

  // A moved card stays where it was put, and no byte of the scenario changes.
  const first = cards.nth(1)
  const was = (await first.boundingBox())!
  await page.mouse.move(was.x + 20, was.y + 10)
  await page.mouse.down()
  await page.mouse.move(was.x + 60, was.y + 90, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => Object.keys(placesOf(id)['cards'] ?? {}).length).toBe(count)
  const moved = (await first.boundingBox())!
  expect(Math.round(moved.y - was.y)).toBeGreaterThan(20)
  expect(text()).toBe(before)

  // By keyboard alone: along a line, a new scene, a reply that leads there, another title, and its removal.
  await map.focus()
  await page.keyboard.press('ArrowRight')
  const row = page.getByRole('treegrid', { name: t.outline }).locator('[role="row"][aria-selected="true"]')
  const begun = await row.innerText()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => row.innerText()).not.toBe(begun)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => row.innerText()).toBe(begun)
  await page.keyboard.press('Control+Shift+S')
  await expect(cards).toHaveCount(count + 1)
  await expect(row).toContainText(t['outline.new-scene'])
  await map.focus()
  await page.keyboard.press('F2')
  await page.getByLabel(t['scene.rename.called'], { exact: true }).fill('A knock at the door')
  await page.getByRole('button', { name: t['scene.rename.go'], exact: true }).click()
  await expect(row).toContainText('A knock at the door')
  await map.focus()
  await page.keyboard.press('Control+Shift+G')
  await page.getByRole('searchbox').fill('knock')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('treegrid', { name: t.outline }).getByRole('row').first().click()
  await page.keyboard.press('Control+Shift+G')
  await page.getByRole('searchbox').fill('knock')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('A knock at the door')
  await map.focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+z')

  // Two cards at once are copied and pasted, and all of it is undone.
  await page.keyboard.press('Control+a')
  await expect(map.locator('.react-flow__node.selected').first()).toBeVisible()
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  // The pasted scenes lie below the part that was in sight.
  const everywhere = await map.locator('[data-card="*"]').count()
  await page.keyboard.press('0')
  await expect(cards).toHaveCount(2 * (count + 1) - everywhere)
  await page.keyboard.press('Control+z')
  await expect(cards).toHaveCount(count + 1)

  // Words are replaced in every text, and restored with one undo.
  await page.keyboard.press('Control+h')
  await page.getByLabel(SEARCH.find, { exact: true }).fill('knock')
  await page.getByLabel(SEARCH.by, { exact: true }).fill('ring')
  await page.getByRole('button', { name: 'Replace in one text', exact: true }).click()
  await page.getByRole('button', { name: t.close, exact: true }).click()
  await expect(page.getByRole('treegrid', { name: t.outline })).toContainText('A ring at the door')
  await map.focus()
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox').fill('undo')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treegrid', { name: t.outline })).toContainText('A knock at the door')

  // Three acts are left. Without them, there are the scenes of the copy.
  await map.focus()
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+z')
  await expect(cards).toHaveCount(count)
  await expect.poll(() => scenesIn(text())).toBe(scenesIn(before))
})
