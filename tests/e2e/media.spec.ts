import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import personEn from '../../src/texts/en/person.json'
import playerEn from '../../src/texts/en/player.json'
import playerFr from '../../src/texts/fr/player.json'
import { png, wav } from '../fixtures/media'
import { at, soundScenario, type Raw } from '../fixtures/build'
import { PRIYA, setUp, WORDS } from './journey'
import { chooseFile, dataFolder, launch, removeFolder, withScenarios, type Running } from './launch'
import { looker } from './looking'
import { showScene, type Locale } from './trainee'
import { giveVoices, heard } from './voices'

const TEXT = { en: playerEn, fr: playerFr }
const SHOWS = {
  en: 'An invoice of 4,980 euros with the logo of the bank, askew.',
  fr: 'Une facture de 4 980 euros avec le logo de la banque, de travers.',
}
const HEARD = {
  en: 'Hi, it is *Rui*. Ring me back on this number, will you?',
  fr: 'Salut, c’est *Rui*. Rappelle-moi à ce numéro, tu veux ?',
}
const COURSE_TITLE = { en: 'With pictures', fr: 'Avec des images' }

let folder: string
let scenarios: string
let running: Running

/** Makes a chat with a picture and a sound, then a mail with a picture, then a call with a sound. */
function parcel() {
  const document = soundScenario('parcel')
  const cast = document['cast'] as Raw
  cast['rui'] = { name: 'Rui', channel: 'chat' }
  cast['bank'] = { name: 'Bank', channel: 'mail', handle: 'service@bank.example' }
  const states = at(document, 'machine', 'states')
  const picture = { file: 'invoice.png', words: SHOWS }
  const sound = { file: 'voice.wav', words: HEARD }
  const offer = at(states, 'offer')
  const report = {
    target: 'end-good',
    meta: { tool: 'report' },
    actions: at(offer, 'on', 'refuse')['actions'],
  }
  const scene = (from: string, beats: object[], next: string | undefined) => ({
    meta: {
      ...(offer['meta'] as object),
      contact: from,
      beats: beats.map((beat, i) => ({
        id: `${from}-${i}`,
        from,
        text: { en: 'Look at this now.', fr: 'Regarde ça maintenant.' },
        cues: ['hurry'],
        ...beat,
      })),
    },
    on: {
      ...(next && {
        next: { target: next, meta: { say: { en: 'And then?', fr: 'Et ensuite ?' }, stance: 'ask' } },
      }),
      report,
      comply: (offer['on'] as Raw)['take-it'],
    },
  })
  states['chat'] = scene('rui', [{ media: picture }, { media: sound }], 'mail')
  states['mail'] = scene('bank', [{ media: picture, subject: { en: 'Invoice', fr: 'Facture' } }], 'call')
  states['call'] = scene('mara', [{ media: sound }], undefined)
  delete states['offer']
  at(document, 'machine')['initial'] = 'chat'
  return document
}

function writeScenarios(): void {
  scenarios = withScenarios(join(folder, 'root'))
  const course = {
    format: 3,
    id: 'pictures',
    version: '1.0.0',
    title: COURSE_TITLE,
    summary: COURSE_TITLE,
    modules: ['parcel'],
    rule: { kind: 'fixed', hitRate: 1, falseAlarmRate: 0, reportShare: 0 },
    rounds: { most: 100, days: 30 },
    certificate: { title: COURSE_TITLE, validMonths: 6 },
  }
  writeFileSync(join(scenarios, 'parcel.scenario.json'), JSON.stringify(parcel()))
  writeFileSync(join(scenarios, 'courses', 'pictures.course.json'), JSON.stringify(course))
  writeFileSync(join(scenarios, 'media', 'invoice.png'), png(640, 420))
  writeFileSync(join(scenarios, 'media', 'voice.wav'), wav(20))
}

test.beforeEach(async () => {
  folder = dataFolder()
  mkdirSync(join(folder, 'data'))
  writeScenarios()
  running = await launch(join(folder, 'data'), { root: join(folder, 'root') })
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

async function start(page: Page, locale: Locale): Promise<void> {
  await setUp(page, PRIYA, locale)
  await page.locator('.next .button-primary').click()
  await page.locator('.bar-title').waitFor()
  await showScene(page, locale)
}

/** Returns the key of a reply, which depends on its place. */
const keyOf = async (page: Page, words: string): Promise<string> =>
  (await page.locator('.reply', { hasText: words }).locator('.reply-key, kbd').first().textContent())!.trim()

const seconds = (page: Page) =>
  page.locator('audio').evaluateAll((all) => all.map((one) => (one as HTMLAudioElement).currentTime))

test('a picture opens larger, a sound plays when asked, and both are in the debrief and the replay (media)', async () => {
  const { app, page } = running
  const text = TEXT.en
  await giveVoices(page, ['en-GB'])
  await page.reload()
  await start(page, 'en')
  const look = looker(running, 'en')
  const log = page.getByRole('log')

  // The picture is opened by keyboard.
  const open = log.getByRole('button', { name: `${SHOWS.en} ${text['media.enlarge']}` })
  await expect
    .poll(() => open.locator('img').evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBe(640)
  await look('media-chat')
  await open.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: text['media.picture'] })
  await expect(dialog.getByRole('img', { name: SHOWS.en })).toBeVisible()
  await expect(dialog.getByRole('button', { name: text['media.close'] })).toBeFocused()
  await page.keyboard.press('1')
  await look('media-large')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(open).toBeFocused()

  // A sound does not play by itself, its words are shown, and somebody can move in it.
  const sound = log.getByRole('group', { name: text['media.sound'] })
  await expect(sound).toContainText('Hi, it is Rui. Ring me back')
  const position = sound.getByRole('slider', { name: text['media.position'] })
  await expect(position).toHaveAttribute('aria-valuetext', '0:00 of 0:20')
  expect(await seconds(page)).toEqual([0])
  await sound.getByRole('button', { name: text['media.play'] }).click()
  await expect(sound.getByRole('button', { name: text['media.pause'] })).toBeVisible()
  await expect.poll(async () => (await seconds(page))[0]).toBeGreaterThan(0.2)
  await sound.getByRole('button', { name: text['media.pause'] }).click()
  await expect(sound.getByRole('button', { name: text['media.play'] })).toBeVisible()
  await position.focus()
  await page.keyboard.press('End')
  await expect.poll(async () => (await seconds(page))[0]).toBeGreaterThan(19)
  await page.keyboard.press('Home')
  await expect.poll(async () => (await seconds(page))[0]).toBe(0)

  // A decision, here by its key, stops a sound that still plays.
  await sound.getByRole('button', { name: text['media.play'] }).click()
  await expect.poll(async () => (await seconds(page))[0]).toBeGreaterThan(0)
  await page.keyboard.press(await keyOf(page, 'And then?'))
  await expect(page.getByRole('heading', { name: 'Invoice' })).toBeVisible()
  await expect(sound.getByRole('button', { name: text['media.play'] })).toBeVisible()
  await showScene(page, 'en')
  await look('media-mail')

  // While a recording plays, the computer's voice is silent.
  await page.keyboard.press(await keyOf(page, 'And then?'))
  await showScene(page, 'en')
  await expect.poll(async () => (await heard(page)).said.length).toBe(1)
  const spoken = await heard(page)
  await sound.last().getByRole('button', { name: text['media.play'] }).click()
  await expect.poll(async () => (await heard(page)).cancelled).toBeGreaterThan(spoken.cancelled)
  await look('media-call')
  await sound.last().getByRole('button', { name: text['media.pause'] }).click()
  await expect.poll(async () => (await heard(page)).said.length).toBe(2)

  await page.keyboard.press('r')
  await page.getByRole('button', { name: text['see-debrief'] }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect(page.locator('.debrief-timeline').getByRole('img', { name: SHOWS.en })).toHaveCount(2)
  await look('media-debrief')
  await page.getByRole('banner').locator('.button-primary').click()

  // The set-up file for other computers contains both files.
  const answered = (made: string) =>
    page.evaluate(() => window.api.exchange.makeFile({ people: false })).then(() => made)
  await chooseFile(app, join(folder, 'setup.htlsetup'))
  const made = JSON.parse(readFileSync(await answered(join(folder, 'setup.htlsetup')), 'utf8')) as {
    media: Raw[]
  }
  expect(made.media.map(({ file }) => file)).toEqual(['invoice.png', 'voice.wav'])

  // The replay shows the same picture, or says that it can't.
  writeFileSync(join(scenarios, 'media', 'invoice.png'), png(100, 50))
  await page.getByRole('button', { name: WORDS.en['nav.records'], exact: true }).click()
  await page.getByRole('tab', { name: WORDS.en['records.completion'] }).click()
  await page.getByRole('button', { name: PRIYA.name, exact: true }).first().click()
  await page
    .getByRole('button', { name: /^Replay/ })
    .first()
    .click()
  await expect(page.getByText(personEn['replay.whole'], { exact: false })).toBeVisible()
  await expect(page.getByText(text['media.gone.picture'])).toBeVisible()
  await expect(page.getByText(SHOWS.en)).toBeVisible()
  await expect(page.getByRole('slider', { name: text['media.position'] })).toHaveAttribute(
    'aria-valuetext',
    '0:00 of 0:20',
  )
  await look('media-replay')
})

test('pictures and sounds in French (media)', async () => {
  const { page } = running
  await start(page, 'fr')
  const log = page.getByRole('log')
  await expect(log.getByRole('img', { name: SHOWS.fr })).toBeVisible()
  await expect(log.getByRole('button', { name: TEXT.fr['media.play'] })).toBeVisible()
  await looker(running, 'fr')('media-chat')
  await log.getByRole('img').click()
  await expect(page.getByRole('dialog', { name: TEXT.fr['media.picture'] })).toBeVisible()
  await looker(running, 'fr')('media-large')
})

test('a scenario whose picture is missing is refused, and Learn says so (media)', async () => {
  const { page } = running
  rmSync(join(scenarios, 'media', 'invoice.png'))
  await setUp(page)
  const answer = await page.evaluate(() =>
    window.api.attempt.start({ course: 'pictures', scenario: 'parcel', mode: 'assessed' }),
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'scenario-invalid' } })
  expect(JSON.stringify(answer)).toContain('parcel.scenario.json: unknown-media')
})
