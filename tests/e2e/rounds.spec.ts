/**
 * Plays rounds of the sequential rule in the real application: passed early, failed, ended by an act, resumed, and
 * limited.
 */
import { expect, test, type Page } from '@playwright/test'
import { decide, startSession, viewOf, type CompiledScenario } from '../../src/domain/run'
import { dataFolder, kill, launch, removeFolder, type Running } from './launch'
import { setUp, unlock, WORDS } from './journey'
import { bestRun, onChannel, readCourse, readScenario, worstRun } from './paths'
import { playEvents, showScene } from './trainee'

const COURSE = readCourse('agent-onboarding')
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

async function stateOf(page: Page) {
  const courses = await page.evaluate(() => window.api.learn.courses())
  if (!courses.ok) throw new Error(courses.error.code)
  return courses.value.find(({ id }) => id === COURSE.id)!
}

/** Begins the next contact by the call that Learn makes. */
async function next(page: Page): Promise<{ id: string; compiled: CompiledScenario } | { refused: string }> {
  const started = await page.evaluate(
    (course) => window.api.attempt.start({ course, scenario: null, mode: 'assessed' }),
    COURSE.id,
  )
  return started.ok
    ? { id: started.value.id, compiled: readScenario(started.value.scenario.id) }
    : { refused: started.error.code }
}

/**
 * Plays a round by the calls that the player makes, until it is over.
 * @returns the contacts in their order
 */
async function playRound(page: Page, act: (compiled: CompiledScenario) => readonly string[] | 'leave') {
  const met: string[] = []
  const { round } = await stateOf(page)
  for (;;) {
    const { result, round: now } = await stateOf(page)
    if (now !== round || (result.complete && met.length > 0)) return met
    const begun = await next(page)
    if ('refused' in begun) throw new Error(begun.refused)
    const { id, compiled } = begun
    met.push(compiled.scenario.id)
    const events = act(compiled)
    if (events === 'leave') await page.evaluate((attempt) => window.api.attempt.leave({ attempt }), id)
    for (const [i, event] of events === 'leave' ? [] : events.entries()) {
      const kept = await page.evaluate((entry) => window.api.attempt.commit(entry), {
        attempt: id,
        seq: i + 1,
        kind: 'decision' as const,
        event,
      })
      if (!kept.ok) throw new Error(`${compiled.scenario.id}, ${event}: ${kept.error.code}`)
    }
  }
}

async function showLearn(page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Handles contacts by asking a colleague at the desk, if possible; the others as well as possible. */
function run(compiled: CompiledScenario): string[] {
  const atDesk = compiled.scenario.id === 'extortion-mail' ? onChannel(compiled, 'desk') : undefined
  return bestRun(compiled, atDesk)
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
  await region(page).getByRole('button').first().click()
  const met: string[] = []
  const channels = new Set<string>()
  for (let number = 1; number <= MOST; number += 1) {
    await page.getByRole('banner').getByText(`Contact ${number} of up to ${MOST}`, { exact: true }).waitFor()
    const begun = (await stateOf(page)).modules.find(({ state }) => state === 'in-progress')!
    const compiled = readScenario(begun.scenario)
    const events = run(compiled)
    met.push(begun.scenario)
    for (const channel of channelsOf(compiled, events)) channels.add(channel)
    await playEvents(page, compiled, events)
    const { result } = await stateOf(page)
    await page.getByRole('banner').locator('.button-primary').click()
    if (result.complete) break
  }
  expect(new Set(met).size).toBe(met.length)
  expect(met.length).toBeLessThan(MOST)
  expect([...channels].toSorted()).toEqual(['call', 'chat', 'desk', 'mail'])
  const { result, certificate } = await stateOf(page)
  expect(result).toMatchObject({ passed: true, contacts: met.length, falseAlarms: 0, critical: [] })
  expect(certificate).not.toBeNull()
  await expect(region(page).getByText(en['learn.passed'], { exact: true })).toBeVisible()
})

test('a critical act ends a round at once', async () => {
  const { page } = running
  const acted: string[] = []
  const met = await playRound(page, (compiled) => {
    const events = worstRun(compiled)
    acted.push(compiled.scenario.id)
    return events
  })
  const { result } = await stateOf(page)
  expect(result).toMatchObject({ complete: true, passed: false })
  expect(result.critical.length).toBeGreaterThan(0)
  expect(met).toEqual(acted)
  await showLearn(page)
  await expect(region(page).getByText(en['learn.result.critical'])).toBeVisible()
})

test('a round that fails, one that goes on after the program was killed, and a third that has to wait', async () => {
  const first = await playRound(running.page, () => 'leave')
  expect((await stateOf(running.page)).result).toMatchObject({ complete: true, passed: false, critical: [] })
  expect(first.length).toBeLessThan(MOST)
  await showLearn(running.page)
  await expect(region(running.page).getByText(en['learn.not-passed'], { exact: true })).toBeVisible()
  await expect(region(running.page).getByText(en['learn.result.next.drawn'])).toBeVisible()

  // The first contact of the second round is cut off after a decision.
  await region(running.page).getByRole('button', { name: en['learn.result.start-round'] }).click()
  await running.page.getByRole('banner').getByText(`Contact 1 of up to ${MOST}`, { exact: true }).waitFor()
  const begun = (await stateOf(running.page)).modules.find(({ state }) => state === 'in-progress')!
  expect(first).not.toContain(begun.scenario)
  const compiled = readScenario(begun.scenario)
  const events = run(compiled)
  if (events.length > 1) await playEvents(running.page, compiled, events.slice(0, 1))
  else await showScene(running.page, 'en')
  await kill(running)
  running = await launch(folder, { size: { width: 1024, height: 700 } })
  const { page } = running
  await unlock(page)
  const again = (await stateOf(page)).modules.find(({ state }) => state === 'in-progress')!
  expect(again).toMatchObject({ scenario: begun.scenario, attempt: begun.attempt })
  await page
    .getByRole('button', { name: new RegExp(`^${en['learn.continue']} `) })
    .first()
    .click()
  await playEvents(page, compiled, events, { from: events.length > 1 ? 1 : 0 })
  // The result is not shown while the round goes on.
  expect((await stateOf(page)).modules.find(({ attempt }) => attempt === begun.attempt)).toMatchObject({
    state: 'done',
    passed: null,
  })

  const second = [begun.scenario, ...(await playRound(page, () => 'leave'))]
  const fresh = second.filter((id) => !first.includes(id))
  // Contacts that were not met before come first, then those met longest ago.
  expect(second.slice(0, fresh.length)).toEqual(fresh)
  expect(fresh.length).toBeGreaterThanOrEqual(
    Math.min(second.length, COURSE.modules.length - first.length) - 1,
  )

  const { nextRoundAt, round } = await stateOf(page)
  expect(round).toBe(2)
  const days = (Date.parse(nextRoundAt!) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(COURSE.rounds.days - 2)
  expect(days).toBeLessThanOrEqual(COURSE.rounds.days + 1)
  expect(await next(page)).toHaveProperty('refused')
  await showLearn(page)

  await expect(region(page).getByText(/^The next round opens on \d+ \w+ \d{4}, \d\d:\d\d\.$/)).toBeVisible()
  await expect(region(page).getByRole('button', { name: en['learn.result.start-round'] })).toHaveCount(0)
})
