// The last chapter of the demo: a trainer opens a contact in the Studio, corrects it, proves it and plays it.
import type { Page } from '@playwright/test'
import commands from '../../src/texts/en/studio-commands.json'
import compare from '../../src/texts/en/studio-compare.json'
import fields from '../../src/texts/en/studio-fields.json'
import plans from '../../src/texts/en/studio-plans.json'
import proof from '../../src/texts/en/studio-proof.json'
import studio from '../../src/texts/en/studio.json'
import { WORDS } from '../../tests/e2e/journey'

/** A contact with a twin, and the course that the demo plays. */
const CONTACT = 'airport-call'
const COURSE = 'first-week'

/**
 * Shows the Studio, from the library to a course.
 * @param picture takes a picture of the window, under a name
 */
export async function showStudio(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  const pane = (name: string) =>
    page
      .locator('.studio-panes')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click()
  const openOne = async (id: string) => {
    await page.getByRole('searchbox').fill(id)
    await page.getByRole('row').nth(1).getByRole('button').first().click()
    await page.locator('.studio-bar').waitFor()
  }
  await press(WORDS.en['nav.studio'])
  await page.getByRole('heading', { level: 1, name: studio.title }).waitFor()
  await page.getByRole('row').nth(3).waitFor()
  await picture('studio-library')

  await openOne(CONTACT)
  const outline = page.getByRole('treegrid', { name: studio.outline })
  await outline.waitFor()
  await picture('studio-outline')
  await press(studio.copy)
  await page.getByRole('button', { name: studio.publish, exact: true }).waitFor()
  await outline.getByRole('row').first().click()
  await picture('studio-inspector')

  // The checks find a scene that nothing leads to, and offer a fix.
  await press(commands['add-scene'])
  await pane(studio['pane.problems'])
  await page.locator('.studio-problems li').first().waitFor()
  await page.locator('.studio-problems summary').first().click()
  await picture('studio-problems')
  await press(studio.undo)

  const prove = page.getByRole('button', { name: proof.go, exact: true })
  await prove.click()
  await page.getByRole('heading', { level: 3, name: proof.decides }).waitFor({ timeout: 120_000 })
  await page.getByRole('heading', { level: 2, name: proof.title }).scrollIntoViewIfNeeded()
  await picture('studio-proof')

  await pane(studio['pane.play'])
  await page.locator('.studio-choices button').first().click()
  await picture('studio-play')
  await page.getByRole('button', { name: /^Test plans \(/ }).click()
  await page.getByRole('list', { name: plans.list }).getByText(plans['state.green']).first().waitFor()
  await picture('studio-test-plans')

  // Pictures the other panes.
  const shown = new Set([studio['pane.problems'], studio['pane.play']])
  const names = await page.locator('.studio-panes').getByRole('button').allTextContents()
  for (const name of names.filter((one) => ![...shown].some((known) => one.startsWith(known)))) {
    await page.locator('.studio-panes').getByRole('button', { name, exact: true }).click()
    await page.waitForTimeout(1500)
    await picture(
      `studio-${name
        .toLowerCase()
        .replaceAll(/[^a-z]+/g, '-')
        .replaceAll(/^-|-$/g, '')}`,
    )
  }
  await press(commands['view-map'])
  await page.locator('.react-flow__node').first().waitFor()
  await picture('studio-map')
  await press(commands['view-outline'])

  // Pictures a change of the author in words.
  await page.locator('.studio-sections button').first().click()
  await page
    .getByLabel(`${fields['label.title']}, English`, { exact: true })
    .fill('Nobody answers at the airport')
  await pane(studio['pane.history'])
  await press(compare.compare)
  await page.locator('.studio-changes li').first().waitFor()
  await picture('studio-compare')
  await press(compare.close)
  await press(studio.back)

  const kind = page.getByRole('button', { name: new RegExp(`${studio['filter.kind']}$`) })
  await kind.click()
  await page.getByRole('option', { name: studio['kind.course'], exact: true }).click()
  await openOne(COURSE)
  await picture('studio-course')
}
