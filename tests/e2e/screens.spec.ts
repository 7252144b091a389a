import { test } from '@playwright/test'
import playerEn from '../../src/texts/en/player.json'
import playerFr from '../../src/texts/fr/player.json'
import type { CompiledScenario } from '../../src/domain/run'
import type { Channel } from '../../src/domain/scenario/vocabulary'
import { begin, goOn, sitDown } from './ahead'
import { chooseLanguage, PRIYA, setUp, signIn, WORDS } from './journey'
import { EVERY_CONTACT, withEveryContact } from './every-contact'
import { dataFolder, launch, removeFolder, type Running } from './launch'
import { looker } from './looking'
import { bestRun, onChannel, pathTo, readCourse, readScenario, worstRun } from './paths'
import { earnCertificate } from './rounds'
import { playEvents, showScene, type Locale } from './trainee'

let folder: string
let running: Running

test.beforeEach(() => {
  folder = dataFolder()
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

/** A contact on each channel, and the scenario that has it. */
const CONTACTS: readonly { channel: Channel; scenario: string; pressed?: boolean }[] = [
  { channel: 'chat', scenario: 'telegram-bribe', pressed: true },
  { channel: 'call', scenario: 'knows-the-customer', pressed: true },
  { channel: 'mail', scenario: 'extortion-mail' },
  { channel: 'desk', scenario: 'helpdesk-vishing' },
]

/** Plays the whole course by the same calls, so that Learn shows its end. */
async function finish(course: string, run: (compiled: CompiledScenario) => string[]): Promise<void> {
  for (const id of readCourse(course).modules) {
    const compiled = readScenario(id)
    await begin(running.page, course, compiled, run(compiled))
  }
}

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  const words = WORDS[locale]
  const player = locale === 'fr' ? playerFr : playerEn

  test(`start, learn, certificate, records and settings in both themes and sizes (${locale})`, async () => {
    running = await launch(folder)
    const { page } = running
    const look = looker(running, locale)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await chooseLanguage(page, locale)
    await look('first-run')
    await setUp(page, undefined, locale, () => look('recovery-code'))
    await look('learn-new')
    const [first] = readCourse('first-week').modules
    await begin(page, 'first-week', readScenario(first!))
    await look('learn-in-progress')

    await page.getByRole('button', { name: words['nav.sign-out'] }).click()
    await page.getByRole('heading', { name: words['sign-in.title'] }).waitFor()
    await look('signed-out')
    await page.getByRole('button', { name: words['sign-in.new'] }).click()
    await page.getByRole('heading', { name: words['join.title'] }).waitFor()
    await look('join')

    await sitDown(page, 'IND-77')
    await finish('first-week', worstRun)
    await look('learn-not-passed')
    await finish('first-week', bestRun)
    await look('learn-passed')
    await earnCertificate(page)
    await look('learn-certified')
    await page.getByRole('button', { name: words['learn.certificate.open'], exact: false }).first().click()
    await page.getByText(words['certificate.certifies']).waitFor()
    await look('certificate')

    await page.getByRole('button', { name: words['nav.sign-out'] }).click()
    await signIn(page, PRIYA.number, locale)
    for (const area of ['records', 'settings'] as const) {
      await page.getByRole('button', { name: words[`nav.${area}`], exact: true }).click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForTimeout(200)
      await look(area)
    }
  })

  test(`the player on every channel in both themes and sizes (${locale})`, async () => {
    running = await launch(folder, { root: withEveryContact(folder) })
    const { page } = running
    const look = looker(running, locale)
    await setUp(page, undefined, locale)
    await begin(page, EVERY_CONTACT, readScenario('helpdesk-vishing'))
    await goOn(page)
    await page.getByRole('button', { name: player['call.answer'] }).waitFor()
    await look('player-ringing')
    for (const [i, { channel, scenario, pressed = false }] of CONTACTS.entries()) {
      await sitDown(page, `IND-${i}`)
      const compiled = readScenario(scenario)
      const events = pathTo(compiled, onChannel(compiled, channel, { pressed }))
      await begin(page, EVERY_CONTACT, compiled, events)
      await goOn(page)
      await showScene(page, locale)
      await look(`player-${channel}`)
    }
    for (const tab of [1, 2, 3]) {
      await page.getByRole('complementary').getByRole('tab').nth(tab).click()
      await look(`player-tab-${tab}`)
    }
    await page.getByRole('button', { name: player.pause }).click()
    await look('player-paused')
  })

  test(`debriefs in both themes and sizes (${locale})`, async () => {
    running = await launch(folder, { root: withEveryContact(folder) })
    const { page } = running
    const look = looker(running, locale)
    await setUp(page, undefined, locale)
    const attack = readScenario('telegram-bribe')
    const genuine = readScenario('upset-customer')
    const runs = {
      passed: [attack, bestRun(attack)],
      critical: [attack, worstRun(attack)],
      'turned-away': [genuine, worstRun(genuine)],
    } as const
    for (const [name, [compiled, events]] of Object.entries(runs)) {
      await sitDown(page, `IND-${name}`)
      await begin(page, EVERY_CONTACT, compiled, events.slice(0, -1))
      await goOn(page)
      await playEvents(page, compiled, events, { locale, from: events.length - 1, stopAtEnd: true })
      await look(`player-ended-${name}`)
      await page.getByRole('button', { name: player['see-debrief'] }).click()
      await page.locator('.debrief').waitFor()
      await look(`debrief-${name}`)
    }
  })
}
