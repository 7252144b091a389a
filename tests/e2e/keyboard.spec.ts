import { expect, test, type Page } from '@playwright/test'
import { decide, startSession, viewOf } from '../../src/domain/run'
import signInEn from '../../src/texts/en/sign-in.json'
import words from '../../src/texts/en/player.json'
import { begin, goOn } from './ahead'
import { EVERY_CONTACT, withEveryContact } from './every-contact'
import { dataFolder, launch, removeFolder, type Running } from './launch'
import { PASSPHRASE, PRIYA, setUp, WORDS } from './journey'
import { bestRun, onChannel, pathTo, readScenario } from './paths'
import { onScreen } from './trainee'

const { en } = WORDS
let folder: string
let running: Running

test.beforeEach(async () => {
  folder = dataFolder()
  running = await launch(folder, {
    size: { width: 1024, height: 700 },
    root: withEveryContact(folder, ['upset-customer']),
  })
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

/** Presses Tab until this has the focus; fails if Tab never reaches it. */
async function tabTo(page: Page, role: 'button' | 'textbox' | 'tab', name: string | RegExp): Promise<void> {
  const goal = page.getByRole(role, { name, exact: typeof name === 'string' })
  await goal.first().waitFor()
  for (let i = 0; i < 60; i++) {
    if (await goal.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ‘${name}’`)
}

const focused = (page: Page) => page.locator(':focus')

/** Collects everything that is added to the conversation, as a screen reader would read it. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    new MutationObserver((changes) => {
      for (const { addedNodes, target } of changes) {
        for (const node of addedNodes) {
          if (!(node instanceof HTMLElement) || node.closest('[aria-hidden]')) continue
          const log = node.closest('[role="log"]') ?? node.querySelector('[role="log"]')
          if (log && (target === log || node.contains(log))) heard.push(node.innerText)
        }
      }
    }).observe(document.body, { childList: true, subtree: true })
  })
}

test('a contact is set up, played and left for the next with the keyboard alone', async () => {
  const { page } = running
  const compiled = readScenario('upset-customer')
  for (const [label, value] of [
    [en['start.organisation'], PRIYA.organisation],
    [en['start.name'], PRIYA.name],
    [en['start.number'], PRIYA.number],
    [signInEn['passphrase.new'], PASSPHRASE],
    [signInEn['passphrase.again'], PASSPHRASE],
  ] as const) {
    await tabTo(page, 'textbox', label)
    await page.keyboard.type(value)
  }
  await page.keyboard.press('Enter')
  await tabTo(page, 'button', signInEn['code.kept'])
  await page.keyboard.press('Enter')
  await tabTo(page, 'button', en['learn.start.call'])
  await page.keyboard.press('Enter')

  const answer = page.getByRole('button', { name: words['call.answer'] })
  await expect(answer).toBeFocused()
  await listen(page)
  await page.keyboard.press('Enter')

  let session = startSession(compiled)
  for (const event of bestRun(compiled)) {
    const { choices } = viewOf(session)
    const meta = choices.find((choice) => choice.event === event)!.meta
    await expect(page.locator('.replies'), `in ${viewOf(session).path}`).toBeFocused()
    if (meta.say && !meta.tool) await tabTo(page, 'button', onScreen(meta.say['en']!))
    else if (meta.tool === 'call-back') {
      await tabTo(page, 'button', new RegExp(`^${words['tool.call-back']}`))
      await page.keyboard.press('Enter')
      await expect(page.getByRole('tab', { name: words['tab.directory'] })).toBeFocused()
      const known = compiled.scenario.desk.directory!.find((entry) => entry.id === meta.contact)!
      const name = typeof known.name === 'string' ? known.name : known.name['en']!
      await tabTo(page, 'button', `${words['directory.call']}: ${name}`)
    } else await tabTo(page, 'button', new RegExp(`^${words[`tool.${meta.tool!}`]}`))
    await page.keyboard.press('Enter')
    session = decide(session, event)!
  }
  const debrief = page.getByRole('button', { name: words['see-debrief'] })
  await expect(debrief).toBeFocused()

  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  for (const beat of viewOf(startSession(compiled)).beats) {
    const times = heard.filter((text) => onScreen(beat.text['en']!).test(text))
    expect(times, beat.id).toHaveLength(1)
  }
  expect(new Set(heard).size).toBe(heard.length)

  await page.keyboard.press('Enter')
  await expect(page.locator('h1')).toBeFocused()
  await tabTo(page, 'button', /^Next:/)
  await page.keyboard.press('Enter')
  await page.locator('.bar-title').waitFor()
  await expect(page.getByRole('banner').getByText(/^Contact 2 of \d+$/)).toBeVisible()
})

test('a dialog keeps the focus and gives it back', async () => {
  const { page } = running
  await setUp(page)
  await begin(page, EVERY_CONTACT, readScenario('telegram-bribe'))
  await goOn(page)
  const pause = page.getByRole('button', { name: words.pause, exact: true })
  await pause.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: words['pause.title'] })
  await expect(dialog.getByRole('button', { name: words['pause.resume'] })).toBeFocused()
  const visited = new Set<string>()
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('Tab')
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    visited.add(
      await focused(page).evaluate((element) => element.textContent || element.getAttribute('type')!),
    )
  }
  expect(visited.size).toBe(3)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(pause).toBeFocused()
})

test('single keys choose, not with a modifier nor while one types, and can be switched off', async () => {
  const { page } = running
  await setUp(page)
  const compiled = readScenario('telegram-bribe')
  await begin(page, EVERY_CONTACT, compiled, pathTo(compiled, onChannel(compiled, 'chat', { pressed: true })))
  await goOn(page)
  const mine = page.locator('.bubble.mine')
  const before = await mine.count()
  const stays = async () => {
    await page.waitForTimeout(250)
    expect(await mine.count()).toBe(before)
    await expect(page.getByText(words.ended)).toBeHidden()
  }

  for (const keys of ['Shift+R', 'Alt+R', 'Control+E', 'Alt+1', 'Control+1', 'Meta+E'])
    await page.keyboard.press(keys)
  await stays()
  await page.getByRole('tab', { name: words['tab.notes'] }).click()
  await page.getByRole('textbox', { name: words['notes.label'] }).click()
  await page.keyboard.type('report 1 2 E')
  await expect(page.getByRole('textbox')).toHaveValue('report 1 2 E')
  await stays()
  await expect(page.locator('kbd').first()).toBeVisible()

  // Leaving an assessed contact would end it; reloading the page continues it.
  const leave = () => page.reload()
  await leave()
  await page.getByRole('button', { name: en['nav.settings'], exact: true }).click()
  await page.getByRole('checkbox', { name: en['settings.shortcuts'] }).press('Space')
  await expect(page.getByText(en['settings.saved'])).toBeVisible()
  await page.reload()
  await goOn(page)
  await expect(page.locator('.replies')).toBeFocused()
  await expect(page.locator('kbd')).toHaveCount(0)
  for (const key of ['1', '2', 'r', 'e', 'l']) await page.keyboard.press(key)
  await stays()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(mine).toHaveCount(before + 1)

  await leave()
  await page.getByRole('button', { name: en['nav.settings'], exact: true }).click()
  await page.getByRole('checkbox', { name: en['settings.shortcuts'] }).press('Space')
  await page.getByRole('button', { name: en['nav.learn'], exact: true }).click()
  await goOn(page)
  await page.locator('kbd').first().waitFor()
  await page.keyboard.press('r')
  await expect(page.getByText(words.ended)).toBeVisible()
})
