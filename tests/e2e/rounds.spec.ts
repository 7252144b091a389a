/**
 * Plays rounds of the sequential rule in the real application: passed early, failed, ended by an act, resumed, and
 * limited.
 */
import { expect, test, type Page } from '@playwright/test'
import { decide, startSession, viewOf, type CompiledScenario } from '../../src/domain/run'
import { dataFolder, kill, launch, removeFolder, type Running } from './launch'
import { setUp, unlock, WORDS } from './journey'
import { readCourse, readScenario, worstRun } from './paths'
import { bestOnEachChannel, CERTIFIED, nextContact, playDrawn, playRound, stateOf } from './rounds'
import { playEvents, showScene } from './trainee'

const COURSE = readCourse(CERTIFIED)
const { en } = WORDS
const MOST = COURSE.rule.kind === 'sequential' ? COURSE.rule.most : 0

let folder: string
let running: Running

test.beforeEach(async () => {
  folder = dataFolder()
  running = await launch(folder, { size: { width: 1024, height: 700 } })
  await setUp(running.page)
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

const region = (page: Page) => page.getByRole('region', { name: COURSE.title['en']! })

const here = (page: Page) => stateOf(page, COURSE.id)
const next = (page: Page) => nextContact(page, COURSE.id)
const wholeRound = (page: Page, act: Parameters<typeof playRound>[2]) => playRound(page, COURSE.id, act)

async function showLearn(page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

function channelsOf(compiled: CompiledScenario, events: readonly string[]): string[] {
  let session = startSession(compiled)
  return ['', ...events].flatMap((event) => {
    if (event) session = decide(session, event)!
    const { contact } = viewOf(session)
    return contact === undefined ? [] : [compiled.scenario.cast[contact]!.channel]
  })
}

test('a round is passed before its last contact, over every channel, and is certified', async () => {
  const { page } = running
  const played = await playDrawn(page, COURSE.id, { events: bestOnEachChannel })
  const met = played.map(({ compiled }) => compiled.scenario.id)
  const channels = new Set(played.flatMap(({ compiled, chosen }) => channelsOf(compiled, chosen)))
  played.forEach(({ bar }, i) => expect(bar).toContain(`Contact ${i + 1} of up to ${MOST}`))
  expect(new Set(met).size).toBe(met.length)
  expect(met.length).toBeLessThan(MOST)
  expect([...channels].toSorted()).toEqual(['call', 'chat', 'desk', 'mail'])
  const { result, certificate } = await here(page)
  expect(result).toMatchObject({ passed: true, contacts: met.length, falseAlarms: 0, critical: [] })
  expect(certificate).not.toBeNull()
  await expect(region(page).getByText(en['learn.passed'], { exact: true })).toBeVisible()
})

test('a critical act ends a round at once', async () => {
  const { page } = running
  const acted: string[] = []
  const met = await wholeRound(page, (compiled) => {
    const events = worstRun(compiled)
    acted.push(compiled.scenario.id)
    return events
  })
  const { result } = await here(page)
  expect(result).toMatchObject({ complete: true, passed: false })
  expect(result.critical.length).toBeGreaterThan(0)
  expect(met).toEqual(acted)
  await showLearn(page)
  await expect(region(page).getByText(en['learn.result.critical'])).toBeVisible()
})

test('a round that fails, one that goes on after the program was killed, and a third that has to wait', async () => {
  const first = await wholeRound(running.page, () => 'leave')
  expect((await here(running.page)).result).toMatchObject({ complete: true, passed: false, critical: [] })
  expect(first.length).toBeLessThan(MOST)
  await showLearn(running.page)
  await expect(region(running.page).getByText(en['learn.not-passed'], { exact: true })).toBeVisible()
  await expect(region(running.page).getByText(en['learn.result.next.drawn'])).toBeVisible()

  // The first contact of the second round is cut off after a decision.
  await region(running.page).getByRole('button', { name: en['learn.result.start-round'] }).click()
  await running.page.getByRole('banner').getByText(`Contact 1 of up to ${MOST}`, { exact: true }).waitFor()
  const begun = (await here(running.page)).modules.find(({ state }) => state === 'in-progress')!
  expect(first).not.toContain(begun.scenario)
  const compiled = readScenario(begun.scenario)
  const events = bestOnEachChannel(compiled)
  if (events.length > 1) await playEvents(running.page, compiled, events.slice(0, 1))
  else await showScene(running.page, 'en')
  await kill(running)
  running = await launch(folder, { size: { width: 1024, height: 700 } })
  const { page } = running
  await unlock(page)
  const again = (await here(page)).modules.find(({ state }) => state === 'in-progress')!
  expect(again).toMatchObject({ scenario: begun.scenario, attempt: begun.attempt })
  await page
    .getByRole('button', { name: new RegExp(`^${en['learn.continue']} `) })
    .first()
    .click()
  await playEvents(page, compiled, events, { from: events.length > 1 ? 1 : 0 })
  // The result is not shown while the round goes on.
  expect((await here(page)).modules.find(({ attempt }) => attempt === begun.attempt)).toMatchObject({
    state: 'done',
    passed: null,
  })

  const second = [begun.scenario, ...(await wholeRound(page, () => 'leave'))]
  const fresh = second.filter((id) => !first.includes(id))
  // Contacts that were not met before come first, then those met longest ago.
  expect(second.slice(0, fresh.length)).toEqual(fresh)
  expect(fresh.length).toBeGreaterThanOrEqual(
    Math.min(second.length, COURSE.modules.length - first.length) - 1,
  )

  const { nextRoundAt, round } = await here(page)
  expect(round).toBe(2)
  const days = (Date.parse(nextRoundAt!) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(COURSE.rounds.days - 2)
  expect(days).toBeLessThanOrEqual(COURSE.rounds.days + 1)
  expect(await next(page)).toHaveProperty('refused')
  await showLearn(page)

  await expect(region(page).getByText(/^The next round opens on \d+ \w+ \d{4}, \d\d:\d\d\.$/)).toBeVisible()
  await expect(region(page).getByRole('button', { name: en['learn.result.start-round'] })).toHaveCount(0)
})
