/** Two computers write in one shared folder: who edits, what both changed, and a second person who publishes. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import en from '../../src/texts/en/app.json'
import c from '../../src/texts/en/studio-compare.json'
import t from '../../src/texts/en/studio.json'
import { openCopy } from './in-studio'
import { setUp } from './journey'
import { dataFolder, launch, openFiles, removeFolder, type Running } from './launch'
import { looker } from './looking'

const ANA = { organisation: 'Méridien & Fils', name: 'Ana Duarte', number: 'IND-1' }
const BEA = { organisation: 'Méridien & Fils', name: 'Bea Villanueva', number: 'IND-2' }
const CHI = { organisation: 'Méridien & Fils', name: 'Chi Okafor', number: 'IND-3' }
const ID = 'former-colleague-copy'

let folders: string[]
let shared: string
let ana: Running
let bea: Running

/** Starts a computer and sets its Studio to the shared folder, in which a second person publishes. */
async function computerOf(person: typeof ANA): Promise<Running> {
  const folder = dataFolder()
  folders.push(folder)
  const running = await launch(folder, { size: { width: 1440, height: 900 } })
  const { page, app } = running
  await setUp(page, person)
  await page.getByRole('button', { name: en['nav.settings'], exact: true }).click()
  await page.getByRole('tab', { name: en['nav.studio'] }).click()
  await openFiles(app, [shared])
  await page.getByRole('button', { name: t['settings.folder.choose'] }).click()
  await expect(page.getByText(shared)).toBeVisible()
  await page.getByRole('button', { name: new RegExp(t['settings.publishers']) }).click()
  await page.getByRole('option', { name: t['settings.publishers.second-person'] }).click()
  await expect(page.getByText(t['settings.saved'])).toBeVisible()
  await page.getByRole('button', { name: en['nav.studio'], exact: true }).click()
  await page.getByRole('heading', { level: 1, name: t.title }).waitFor()
  return running
}

test.beforeEach(async () => {
  folders = [dataFolder()]
  shared = join(folders[0]!, 'shared')
  mkdirSync(shared)
  ana = await computerOf(ANA)
  bea = await computerOf(BEA)
})
test.afterEach(async () => {
  for (const running of [ana, bea]) await running?.app.close()
  for (const folder of folders) removeFolder(folder)
})

const button = ({ page }: Running, name: string) => page.getByRole('button', { name, exact: true })
const titleField = ({ page }: Running) => page.locator('.studio-inspector input[lang="en"]').first()

/** Types into a field, leaves it, and waits until that is stored. */
async function write({ page }: Running, field: Locator, text: string): Promise<void> {
  const undo = page.getByRole('button', { name: t.undo, exact: true })
  await field.fill(text)
  await field.blur()
  await expect(undo).toBeEnabled()
  await expect(page.getByText(t['saving.saved'])).toBeVisible()
}

async function openDraft({ page }: Running): Promise<void> {
  await page.getByRole('searchbox').fill(ID)
  await page.getByRole('row').nth(1).getByRole('button').first().click()
  await page.getByRole('treegrid', { name: t.outline }).waitFor()
}

test('who edits is said, what both changed is decided in words, and who wrote does not publish', async () => {
  await openCopy(ana, 'en')
  await write(ana, titleField(ana), 'A title from Ana')

  // Each is told of the other, the one who was there first as well.
  await openDraft(bea)
  await expect(bea.page.getByText(/^Ana Duarte has this open on /)).toBeVisible()
  await expect(bea.page.getByRole('heading', { level: 1, name: 'A title from Ana' })).toBeVisible()
  await expect(ana.page.getByText(/^Bea Villanueva has this open on /)).toBeVisible()
  await looker(bea, 'en')('studio-both')

  // A window in which nothing is done follows.
  await write(ana, titleField(ana), 'A second title from Ana')
  await expect(bea.page.getByRole('heading', { level: 1, name: 'A second title from Ana' })).toBeVisible()
  await expect(bea.page.getByText(/^Ana Duarte has changed this document: one change/)).toBeVisible()
  await looker(bea, 'en')('studio-followed')
  await write(bea, bea.page.locator('.studio-inspector textarea').first(), 'A summary from Bea.')
  await expect(ana.page.locator('.studio-inspector textarea').first()).toHaveValue('A summary from Bea.')

  // What both change at once is decided in words, by whose act came second.
  const typing = titleField(bea).pressSequentially(' and from Bea, who has not done', { delay: 120 })
  await titleField(ana).fill('A third title from Ana')
  await titleField(ana).blur()
  await typing
  const asked = ({ page }: Running) => page.getByText(/ changed this document meanwhile, and both/)
  await expect.poll(async () => (await asked(ana).count()) + (await asked(bea).count())).toBe(1)
  const [second, first] = (await asked(bea).count()) > 0 ? [bea, ana] : [ana, bea]
  await looker(second, 'en')('studio-stale')
  const mine = await second.page.getByRole('heading', { level: 1 }).textContent()
  await button(second, c['notice.look']).click()
  await second.page.locator('.studio-side').first().click()
  await button(second, c['meeting.join']).click()
  await expect(second.page.getByText(t['saving.saved'])).toBeVisible()
  await expect(first.page.getByRole('heading', { level: 1, name: mine! })).toBeVisible()

  // Both have written since there was a version, so neither may publish it.
  await button(bea, t.publish).click()
  const dialog = bea.page.getByRole('dialog')
  await expect(dialog.getByText(t['publish.not-you.second-person'])).toBeVisible()
  await expect(dialog.getByText(/Ana Duarte, Bea Villanueva|Bea Villanueva, Ana Duarte/)).toBeVisible()
  await expect(
    dialog.getByRole('button', { name: t['publish.go'].replace('{number, number}', '1') }),
  ).toBeDisabled()
  await looker(bea, 'en')('studio-second-person')
  await bea.page.keyboard.press('Escape')
  await button(bea, t.back).click()
  await button(ana, t.back).click()

  // Somebody who wrote nothing does, on a third computer, and whoever wrote sees it.
  const chi = await computerOf(CHI)
  try {
    await openDraft(chi)
    await expect(chi.page.getByText(/ has this open on /)).toHaveCount(0)
    await button(chi, t.publish).click()
    await button(chi, t['publish.go'].replace('{number, number}', '1')).click()
    await expect(chi.page.getByRole('dialog')).toHaveCount(0)
    const audited = await chi.page.evaluate(() =>
      window.api.audit.page({
        act: 'studio-published',
        person: '',
        from: null,
        to: null,
        before: null,
        limit: 9,
      }),
    )
    expect(audited).toMatchObject({ ok: true, value: { lines: [{ personName: CHI.name }] } })
  } finally {
    await chi.app.close()
  }
  await ana.page.getByRole('searchbox').fill(ID)
  await expect(ana.page.getByRole('row').nth(1)).toContainText(t.published.replace('{number, number}', '1'))
})
