/** Plays rounds of a course that draws its contacts: by hand, or by the calls that the player makes. */
import type { Page } from '@playwright/test'
import type { CourseState } from '../../src/bridge'
import type { CompiledScenario } from '../../src/domain/run'
import type { CourseOptions } from './journey'
import { bestRun, onChannel, readCourse, readScenario } from './paths'
import { playEvents } from './trainee'

/** The shipped course that gives a certificate. */
export const CERTIFIED = 'agent-onboarding'

export async function stateOf(page: Page, course: string): Promise<CourseState> {
  const courses = await page.evaluate(() => window.api.learn.courses())
  if (!courses.ok) throw new Error(courses.error.code)
  return courses.value.find(({ id }) => id === course)!
}

/** Begins the next contact by the call that Learn makes. */
export async function nextContact(
  page: Page,
  course: string,
): Promise<{ id: string; compiled: CompiledScenario } | { refused: string }> {
  const started = await page.evaluate(
    (id) => window.api.attempt.start({ course: id, scenario: null, mode: 'assessed' }),
    course,
  )
  return started.ok
    ? { id: started.value.id, compiled: readScenario(started.value.scenario.id) }
    : { refused: started.error.code }
}

/**
 * Plays a round by the calls that the player makes, until it is over.
 * @returns the contacts in their order
 */
export async function playRound(
  page: Page,
  course: string,
  act: (compiled: CompiledScenario) => readonly string[] | 'leave',
): Promise<string[]> {
  const met: string[] = []
  const before = await stateOf(page, course)
  const played = before.result.complete ? before.round + 1 : before.round
  for (;;) {
    const { result, round } = await stateOf(page, course)
    if (round === played && result.complete) return met
    const begun = await nextContact(page, course)
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

/** Handles contacts as well as possible, one of them by asking a colleague at the desk, so that each channel is met. */
export function bestOnEachChannel(compiled: CompiledScenario): string[] {
  const atDesk = compiled.scenario.id === 'extortion-mail' ? onChannel(compiled, 'desk') : undefined
  return bestRun(compiled, atDesk)
}

interface Met {
  readonly compiled: CompiledScenario
  readonly chosen: readonly string[]
  readonly bar: string
}

/**
 * Plays a round by hand, from Learn back to Learn.
 * @returns the contacts in their order, with what was chosen in them and what the bar said
 */
export async function playDrawn(
  page: Page,
  id: string,
  { events, onDebrief, ...options }: CourseOptions,
): Promise<Met[]> {
  const { locale = 'en' } = options
  const { rule, title } = readCourse(id)
  const most = rule.kind === 'sequential' ? rule.most : 0
  const begin = page
    .getByRole('region', { name: title[locale]! })
    .getByRole('button', { name: title[locale]! })
  await ((await begin.count()) ? begin : page.locator('.next .button-primary')).click()
  const met: Met[] = []
  for (let number = 1; number <= most; number += 1) {
    await page.locator('.bar-title').waitFor()
    const begun = (await stateOf(page, id)).modules.find(({ state }) => state === 'in-progress')!
    const compiled = readScenario(begun.scenario)
    await page.getByRole('heading', { level: 1, name: compiled.scenario.title[locale]! }).waitFor()
    const chosen = events(compiled)
    met.push({ compiled, chosen, bar: (await page.getByRole('banner').textContent()) ?? '' })
    await playEvents(page, compiled, chosen, options)
    await onDebrief?.(begun.scenario)
    const { result } = await stateOf(page, id)
    await page.getByRole('banner').locator('.button-primary').click()
    if (result.complete) break
  }
  return met
}

/** Passes the shipped course that gives a certificate by the calls that the player makes, and shows Learn again. */
export async function passCertified(page: Page): Promise<void> {
  await playRound(page, CERTIFIED, bestOnEachChannel)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Earns the certificate of the shipped course. Whoever has it keeps it. */
export async function earnCertificate(page: Page): Promise<void> {
  const given = async () => (await stateOf(page, CERTIFIED)).certificate !== null
  if (await given()) return
  await passCertified(page)
  if (!(await given())) throw new Error('The round gave no certificate.')
}
