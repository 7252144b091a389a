import type { Page } from '@playwright/test'
import type { CompiledScenario } from '../../src/domain/run'

/**
 * Brings an assessed attempt to a scene by the calls that the player makes, and shows Learn again. It is for tests of a
 * place deep in a scenario; other tests get there by hand.
 */
export async function begin(
  page: Page,
  course: string,
  { scenario }: CompiledScenario,
  events: readonly string[] = [],
): Promise<void> {
  const failed = await page.evaluate(
    async ({ course, scenario, events }) => {
      const { attempt } = window.api
      const started = await attempt.start({ course, scenario, mode: 'assessed' })
      if (!started.ok) return started.error.message
      for (const [i, event] of events.entries()) {
        const { id } = started.value
        const answer = await attempt.commit({ attempt: id, seq: i + 1, kind: 'decision', event })
        if (!answer.ok) return answer.error.message
      }
      return undefined
    },
    { course, scenario: scenario.id, events },
  )
  if (failed !== undefined) throw new Error(`${scenario.id}: ${failed}`)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Continues the attempt in progress from Learn. */
export async function goOn(page: Page): Promise<void> {
  await page.locator('.next .button-primary').click()
  await page.locator('.bar-title').waitFor()
}

/** Signs in another person, who has begun nothing and has nothing due. */
export async function sitDown(page: Page, number: string): Promise<void> {
  const joined = await page.evaluate(async (number) => {
    await window.api.session.signOut()
    return (await window.api.session.join({ name: 'Arun Nair', number })).ok
  }, number)
  if (!joined) throw new Error(`Nobody can join with the number ${number}`)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
}
