// The last chapter of the demo: a trainer opens a contact in the Studio, corrects it, proves it and plays it.
import { expect, type Locator, type Page } from '@playwright/test'
import commands from '../../src/texts/en/studio-commands.json'
import compare from '../../src/texts/en/studio-compare.json'
import course from '../../src/texts/en/studio-course.json'
import map from '../../src/texts/en/studio-map.json'
import plans from '../../src/texts/en/studio-plans.json'
import proof from '../../src/texts/en/studio-proof.json'
import review from '../../src/texts/en/studio-review.json'
import source from '../../src/texts/en/studio-source.json'
import studio from '../../src/texts/en/studio.json'
import { WORDS } from '../../tests/e2e/journey'

/** A contact with a twin, and the course that the demo plays. */
const CONTACT = 'airport-call'
const COURSE = 'first-week'
const COMMENT = 'Would he really say the balance before anybody asks?'
const REPLY =
  'I can hear that this is urgent, sir. I’m blocking the card and the app first, then we’ll see about money.'

/** What the chapter does more than once. */
class Desk {
  constructor(private readonly page: Page) {}

  readonly press = (name: string) => this.page.getByRole('button', { name, exact: true }).first().click()

  /** Opens a pane beside the form. A pane's button may end with a number. */
  readonly pane = (name: string) =>
    this.page
      .locator('.studio-panes')
      .getByRole('button', { name: new RegExp(`^${name}( |$)`) })
      .click()

  /** Opens a document of the library. */
  async open(id: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(id)
    await this.page.getByRole('row').nth(1).getByRole('button').first().click()
    await this.page.locator('.studio-bar').waitFor()
  }
}

/**
 * Shows the Studio, from the library to a course.
 * @param picture takes a picture of the window, under a name
 */
export async function showStudio(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  const desk = new Desk(page)
  await desk.press(WORDS.en['nav.studio'])
  await page.getByRole('heading', { level: 1, name: studio.title }).waitFor()
  await page.getByRole('row').nth(3).waitFor()
  await expect(page.getByText(studio['checks.waiting'], { exact: true })).toHaveCount(0, { timeout: 120_000 })
  await picture('studio-library')

  await desk.open(CONTACT)
  const outline = page.getByRole('treegrid', { name: studio.outline })
  await outline.waitFor()
  await picture('studio-outline')
  await desk.press(studio.copy)
  await page.getByRole('button', { name: studio.publish, exact: true }).waitFor()
  await outline.getByRole('row').first().click()
  await page.locator('.studio-inspector textarea').first().waitFor()
  await picture('studio-inspector')

  await correct(page, desk, picture)
  await play(page, desk, picture)
  await read(page, desk, picture)
  await drawn(page, desk, picture)
  await compared(page, desk, picture)
  await desk.press(studio.back)
  await proven(page, desk, picture)
}

type Picture = (name: string) => Promise<void>

/** The checks find a scene that nothing leads to, and offer a fix. The contact is proven without it. */
async function correct(page: Page, desk: Desk, picture: Picture): Promise<void> {
  await desk.press(commands['add-scene'])
  await desk.pane(studio['pane.problems'])
  await page.locator('.studio-problems li').first().waitFor()
  await page.locator('.studio-problems summary').first().click()
  await desk.press(studio['problems.fix'])
  await page.locator('.studio-fixes button').first().waitFor()
  await picture('studio-problems')
  await desk.press(studio.undo)
  await page.getByRole('button', { name: proof.go, exact: true }).click()
  await page.getByRole('heading', { level: 3, name: proof.decides }).waitFor({ timeout: 120_000 })
  await page.getByRole('button', { name: proof.again, exact: true }).waitFor()
  await page.getByRole('heading', { level: 2, name: proof.title }).scrollIntoViewIfNeeded()
  await picture('studio-proof')
}

/** The contact is played beside its form, and by its test plan. */
async function play(page: Page, desk: Desk, picture: Picture): Promise<void> {
  await desk.pane(studio['pane.play'])
  const replies = page.locator('.studio-choices button')
  const words = await replies.first().innerText()
  await replies.first().click()
  await page.getByRole('log', { name: studio.play }).getByText(words.split('\n')[0]!).first().waitFor()
  await picture('studio-play')
  await page.getByRole('button', { name: /^Test plans \(/ }).click()
  await page.getByRole('list', { name: plans.list }).getByText(plans['state.green']).first().waitFor()
  await picture('studio-test-plans')
}

/** A colleague comments on the words, which stand beside their translations and in the source. */
async function read(page: Page, desk: Desk, picture: Picture): Promise<void> {
  await desk.pane(studio['pane.comments'])
  await page.getByLabel(review.write, { exact: true }).fill(COMMENT)
  await desk.press(review['write.go'])
  await page.locator('.studio-comments li', { hasText: COMMENT }).waitFor()
  await picture('studio-comments')
  await desk.pane(studio['pane.translations'])
  await page.locator('[data-target]').nth(5).waitFor()
  await picture('studio-translations')
  await desk.pane(studio['pane.source'])
  await page.getByRole('textbox', { name: source.label }).getByText('"format"').waitFor()
  await picture('studio-source')
}

/** The same contact as a map, whole and near. */
async function drawn(page: Page, desk: Desk, picture: Picture): Promise<void> {
  await desk.press(commands['view-map'])
  await desk.pane(studio['pane.form'])
  const board = page.getByRole('application', { name: map.title, exact: true })
  await board.locator('.react-flow__node').first().waitFor()
  await still(board)
  await picture('studio-map')
  // Near enough to be read, a card that the keyboard goes to comes into sight.
  const layer = board.locator('.react-flow__viewport')
  const whole = (await layer.getAttribute('style')) ?? ''
  await board.focus()
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('+')
  await expect(layer).not.toHaveAttribute('style', whole)
  const title = page.locator('.studio-form h2').first()
  for (let i = 0; i < 2; i += 1) {
    const before = await title.innerText()
    await page.keyboard.press('ArrowRight')
    await expect(title).not.toHaveText(before)
  }
  const card = board.locator('.react-flow__node', { hasText: await title.innerText() }).first()
  await card.waitFor()
  await still(board)
  // A card that is out of sight is not drawn.
  await expect(card).toBeVisible()
  await picture('studio-map-near')
  await desk.press(commands['view-outline'])
}

/** Waits until the map has come to rest: the same place in ten frames that follow each other. */
async function still(board: Locator): Promise<void> {
  await board.locator('.react-flow__viewport').evaluate(async (layer) => {
    let [place, frames] = ['', 0]
    while (frames < 10) {
      await new Promise(requestAnimationFrame)
      const now = (layer as HTMLElement).style.transform
      frames = now === place ? frames + 1 : 0
      place = now
    }
  })
}

/** A reply says something else, which the history tells in words. */
async function compared(page: Page, desk: Desk, picture: Picture): Promise<void> {
  await page.getByRole('treegrid', { name: studio.outline }).getByRole('row').nth(1).click()
  const reply = page.locator('.studio-inspector textarea[lang="en"]').first()
  await reply.fill(REPLY)
  await reply.blur()
  await desk.pane(studio['pane.history'])
  await page.locator('.studio-history li').nth(1).waitFor()
  await picture('studio-history')
  await desk.press(compare.compare)
  await page.locator('.studio-changes li', { hasText: REPLY }).waitFor()
  await picture('studio-compare')
  await desk.press(compare.close)
}

/** What a course holds, how likely it is passed by skill, and what comes of habits. */
async function proven(page: Page, desk: Desk, picture: Picture): Promise<void> {
  const kind = page.getByRole('button', { name: new RegExp(`${studio['filter.kind']}$`) })
  await kind.click()
  await page.getByRole('option', { name: studio['kind.course'], exact: true }).click()
  await desk.open(COURSE)
  await desk.pane(studio['pane.proof'])
  await page.getByRole('heading', { level: 2, name: course.matrix }).waitFor()
  await page.getByRole('rowheader').nth(2).waitFor()
  await picture('studio-course')
  await desk.press(course['prove.go'])
  const chart = page.getByRole('img', { name: new RegExp(`^${course.chart}`) })
  await chart.waitFor({ timeout: 120_000 })
  const again = page.getByRole('button', { name: course['prove.again'], exact: true })
  await again.waitFor({ timeout: 600_000 })
  await chart.scrollIntoViewIfNeeded()
  await picture('studio-course-chances')
  await page.getByText(course['found.none']).scrollIntoViewIfNeeded()
  await picture('studio-course-habits')
}
