/** Uses the source of a document in the real application: typed, broken, corrected, undone, searched, and looked at. */
import { expect, test } from '@playwright/test'
import sourceEn from '../../src/texts/en/studio-source.json'
import sourceFr from '../../src/texts/fr/studio-source.json'
import studioEn from '../../src/texts/en/studio.json'
import { setUp, WORDS } from './journey'
import { openCopy, startEach, STUDIO, toStudio } from './in-studio'
import { looker } from './looking'
import type { Locale } from './trainee'

const SOURCE = { en: sourceEn, fr: sourceFr }

const own = startEach()

/** Opens a copy of a shipped scenario, and its source. */
async function openSource(locale: Locale): Promise<void> {
  const { page } = own.running
  const t = STUDIO[locale]
  await toStudio(own.running, locale)
  await openCopy(own.running, locale)
  await page.getByRole('button', { name: t['pane.source'], exact: true }).click()
  await page.getByRole('textbox', { name: SOURCE[locale].label }).waitFor()
}

/** Puts the cursor behind the first place with these words. */
async function goBehind(words: string, locale: Locale = 'en'): Promise<void> {
  const { page } = own.running
  await page.getByRole('textbox', { name: SOURCE[locale].label }).focus()
  await page.keyboard.press('Control+F')
  await page.getByRole('textbox', { name: SOURCE[locale]['cm.find'], exact: true }).fill(words)
  // The search begins when the next key is released.
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
}

test('what is typed in the source is an act of the one history, and a broken text waits to be mended', async () => {
  const { page } = own.running
  await openSource('en')
  const source = page.getByRole('textbox', { name: sourceEn.label })
  const undo = page.getByRole('button', { name: studioEn.undo, exact: true })
  const title = page.getByLabel('Title, English', { exact: true })
  await page.getByRole('button', { name: studioEn['section.about'], exact: true }).click()
  const before = await title.inputValue()

  await goBehind(`"en": "${before}`)
  await page.keyboard.type(' again')
  await expect(title).toHaveValue(`${before} again`)
  await expect(page.getByText(studioEn['saving.saved'])).toBeVisible()
  await page.keyboard.press('Control+Z')
  await expect(title).toHaveValue(before)
  await expect(source).toBeFocused()
  await page.keyboard.press('Control+Y')
  await expect(title).toHaveValue(`${before} again`)

  // A change in the form appears in the text, while the cursor stays.
  await title.fill('A name out of the past')
  await expect(source).toContainText('A name out of the past')

  // An invalid text stays. F8 goes to the error, and undo restores the last valid text.
  await goBehind('"truth": "attack"')
  await page.keyboard.type(' oops')
  await expect(page.getByText(sourceEn.broken)).toBeVisible()
  await expect(title).toHaveValue('A name out of the past')
  await page.getByRole('button', { name: /^Problems/ }).click()
  await expect(page.getByText(/not valid JSON in line/)).toBeVisible()
  await page.getByRole('button', { name: studioEn['problems.source'], exact: true }).click()
  await expect(source).toContainText('oops')
  await expect(source).toBeFocused()
  await page.keyboard.press('Control+Z')
  await expect(page.getByText(sourceEn.broken)).toHaveCount(0)
  await expect(source).not.toContainText('oops')

  // A word of the format is suggested, and an unknown one is marked in its place.
  await goBehind('"truth": "')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Delete')
  await page.keyboard.type('zz",')
  await expect(page.getByRole('button', { name: sourceEn['to-form'] }).first()).toBeVisible()
  await expect(source.locator('.cm-lintRange-error')).toHaveText('"zz"')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F8')
  await expect(page.locator('.cm-tooltip .cm-diagnostic')).toBeVisible()
  await goBehind('"truth": "zz')
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Backspace')
  await page.keyboard.press('Control+Space')
  await page.getByRole('option', { name: /legitimate/ }).click()
  await expect(source).toContainText('"truth": "legitimate"')
  await expect(undo).toBeEnabled()

  // The text leads to the exact field.
  await goBehind('"say": {')
  const line = page.locator('.studio-source-place')
  await expect(line).toContainText('say')
  await page.getByRole('button', { name: sourceEn['to-form'] }).click()
  await expect(page.getByLabel('Reply, English', { exact: true })).toBeFocused()

  // Tab leaves the editor.
  await source.focus()
  await page.keyboard.press('Tab')
  await expect(source).not.toBeFocused()
})

test('a problem leads to its field, in scenarios and in courses', async () => {
  const { page } = own.running
  const t = studioEn
  await setUp(page)
  await page.getByRole('button', { name: WORDS.en['nav.studio'], exact: true }).click()
  await page.getByRole('button', { name: t.new, exact: true }).click()
  await page.getByLabel(t['new.name'], { exact: true }).fill('A call about a badge')
  await page.getByRole('button', { name: t['new.go'], exact: true }).click()
  await page.getByRole('button', { name: t.publish, exact: true }).click()
  await expect(page.getByRole('button', { name: 'Publish version 1', exact: true })).toBeDisabled()
  await page.getByRole('button', { name: t['publish.problems'], exact: true }).click()
  const unwritten = page.locator('.studio-problems li', { hasText: 'unwritten' })
  const before = await unwritten.count()
  expect(before).toBeGreaterThan(5)
  await unwritten.first().getByRole('button', { name: t['problems.go'], exact: true }).click()
  // Somebody who is led there can begin to write at once.
  await page.keyboard.type('Something to remember.')
  await expect(unwritten).toHaveCount(before - 1)
  await page.getByRole('button', { name: t.back, exact: true }).click()

  await page.getByRole('button', { name: t.new, exact: true }).click()
  await page.getByRole('button', { name: new RegExp(`${t['new.kind']}$`) }).click()
  await page.getByRole('option', { name: t['kind.course.one'] }).click()
  await page.getByLabel(t['new.name'], { exact: true }).fill('A second week')
  await page.getByRole('button', { name: t['new.go'], exact: true }).click()
  await page.getByRole('button', { name: /^Problems/ }).click()
  await page.getByRole('button', { name: t['problems.go'], exact: true }).first().click()
  const focused = page.locator('.studio-inspector :focus')
  await expect(focused).toHaveCount(1)
})

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`the source in both themes and sizes (${locale})`, async () => {
    const { page } = own.running
    const look = looker(own.running, locale)
    await openSource(locale)
    const source = page.getByRole('textbox', { name: SOURCE[locale].label })
    await look('studio-source')
    await goBehind('"truth": "', locale)
    await page.keyboard.type('zz')
    await expect(source.locator('.cm-lintRange-error')).not.toHaveCount(0)
    await page.keyboard.press('F8')
    await page.waitForTimeout(400)
    await look('studio-source-problem')
    await page.keyboard.press('Escape')
    await goBehind('"meta": {', locale)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Space')
    await page.getByRole('listbox').first().waitFor()
    await look('studio-source-suggestions')
    await page.keyboard.press('Escape')
    await expect(page.getByText(SOURCE[locale].broken)).toHaveCount(0)
    await page.keyboard.type('oops')
    await page.keyboard.press('Escape')
    await expect(page.getByText(SOURCE[locale].broken)).toBeVisible()
    await page.keyboard.press('Control+F')
    await page.keyboard.press('Control+Shift+M')
    await page.waitForTimeout(300)
    await look('studio-source-broken')
  })
}
