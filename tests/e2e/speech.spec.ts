import { expect, test, type Page } from '@playwright/test'
import playerEn from '../../src/texts/en/player.json'
import playerFr from '../../src/texts/fr/player.json'
import { begin, goOn } from './ahead'
import { EVERY_CONTACT, withEveryContact } from './every-contact'
import { dataFolder, launch, removeFolder, type Running } from './launch'
import { setUp, WORDS } from './journey'
import { readScenario } from './paths'
import { onScreen, type Locale } from './trainee'
import { giveVoices, heard } from './voices'

const CALL = readScenario('knows-the-customer')
const [FIRST] = CALL.scenario.machine.states[CALL.scenario.machine.initial!]!.meta!.beats!
const TEXT = { en: playerEn, fr: playerFr }

let folder: string
let running: Running

test.beforeEach(async () => {
  folder = dataFolder()
  running = await launch(folder, { root: withEveryContact(folder) })
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

async function answerCall(page: Page, locale: Locale): Promise<void> {
  await begin(page, EVERY_CONTACT, CALL)
  await goOn(page)
  await page.getByRole('button', { name: TEXT[locale]['call.answer'] }).click()
  // Captions are shown whether a voice is heard or not.
  await expect(page.getByRole('log').getByText(onScreen(FIRST!.text[locale]!))).toBeVisible()
}

test('a caller is heard in the language of the words, and falls silent with a pause, the mute and the end', async () => {
  const { page } = running
  await giveVoices(page, ['fr-FR', 'en-US', 'en-GB'])
  await page.reload()
  await setUp(page)
  await answerCall(page, 'en')
  await expect.poll(async () => (await heard(page)).said.length).toBeGreaterThan(0)
  const { said } = await heard(page)
  expect(said[0]).toMatchObject({ voice: 'en-GB', lang: 'en-GB' })
  expect(said[0]!.text).not.toMatch(/[{}*_]/)

  await page.locator('.reply').first().waitFor()
  const before = await heard(page)
  await page.getByRole('button', { name: playerEn.pause, exact: true }).click()
  await expect.poll(async () => (await heard(page)).cancelled).toBeGreaterThan(before.cancelled)
  await page.getByRole('button', { name: playerEn['pause.resume'] }).click()
  await expect.poll(async () => (await heard(page)).said.length).toBe(before.said.length + 1)

  const paused = await heard(page)
  await page.getByRole('button', { name: playerEn['call.mute'] }).click()
  await expect.poll(async () => (await heard(page)).cancelled).toBeGreaterThan(paused.cancelled)
  await page.keyboard.press('1')
  await page.waitForTimeout(1500)
  expect((await heard(page)).said).toHaveLength(paused.said.length)
})

test('a contact that ends ends what the caller is saying', async () => {
  const { page } = running
  await giveVoices(page, ['en-GB'])
  await page.reload()
  await setUp(page)
  await answerCall(page, 'en')
  await page.locator('.reply').first().waitFor()
  const before = await heard(page)
  expect(before.said.length).toBeGreaterThan(0)
  await page.keyboard.press('r')
  await expect(page.getByText(playerEn.ended)).toBeVisible()
  const after = await heard(page)
  expect(after.cancelled).toBeGreaterThan(before.cancelled)
  expect(after.said).toEqual(before.said)
})

test('French words have a French voice, and where there is none nothing is said and nothing breaks', async () => {
  const { page } = running
  await giveVoices(page, ['en-GB', 'fr_FR'])
  await page.reload()
  await setUp(page, undefined, 'fr')
  await answerCall(page, 'fr')
  await expect.poll(async () => (await heard(page)).said[0]).toMatchObject({ voice: 'fr_FR' })

  await giveVoices(page, ['en-GB'])
  await page.reload()
  await page.getByRole('button', { name: WORDS.fr['learn.continue.call'] }).click()
  await page.getByRole('button', { name: playerFr['call.answer'] }).click()
  await page.locator('.reply').first().waitFor()
  expect((await heard(page)).said).toEqual([])
  await expect(page.getByRole('button', { name: playerFr['call.mute'] })).toHaveCount(0)
})
