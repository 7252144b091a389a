import type { Page } from '@playwright/test'
import { compileScenario, decide, startSession, viewOf, type CompiledScenario } from '../../src/domain/run'
import type { ChoiceMeta, Scenario } from '../../src/domain/scenario/schema'
import playerEn from '../../src/texts/en/player.json'
import playerFr from '../../src/texts/fr/player.json'

export type Locale = 'en' | 'fr'

const WORDS = { en: playerEn, fr: playerFr }

/** Returns a text as it appears on screen: without marks of emphasis, and with placeholders left open. */
export function onScreen(text: string): RegExp {
  const plain = text.replaceAll(/[*_]/g, '').replaceAll(' ?', ' ?')
  const parts = plain
    .split(/\{[a-z]+\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(parts.join('.+').replaceAll(/\s+/g, String.raw`\s+`))
}

const pick = (text: string | Readonly<Record<string, string>>, locale: Locale): string =>
  typeof text === 'string' ? text : text[locale]!

/** Uses the desk as a person would: opens the tab and presses the button. */
async function useTool(page: Page, scenario: Scenario, meta: ChoiceMeta, locale: Locale): Promise<void> {
  const words = WORDS[locale]
  const desk = page.getByRole('complementary')
  const { customers = [], directory = [], policies = [] } = scenario.desk
  const tab = (n: number) => desk.getByRole('tab').nth(n).click()
  const tool = meta.tool!
  if ((tool === 'call-back' || tool === 'forward') && meta.contact) {
    await tab(1)
    const entry = directory.find((known) => known.id === meta.contact)!
    await desk
      .getByRole('button', {
        name: `${tool === 'forward' ? words['tool.forward'] : words['directory.call']}: ${pick(entry.name, locale)}`,
        exact: true,
      })
      .click()
    return
  }
  if (tool === 'open-policy') {
    await tab(2)
    const policy = policies.find((known) => known.id === meta.policy)!
    await desk.getByRole('button', { name: pick(policy.title, locale), exact: true }).click()
    return
  }
  const customer = customers.find((known) => known.id === meta.customer) ?? customers[0]
  if (customer && (tool === 'reveal-field' || tool === 'change-account')) {
    await tab(0)
    const field = customer.fields.find((known) => known.id === meta.field)!
    const verb = words[tool === 'reveal-field' ? 'record.reveal' : 'record.change']
    const card = desk.getByRole('region', { name: customer.name })
    await card.getByRole('button', { name: `${verb}: ${pick(field.label, locale)}`, exact: true }).click()
    return
  }
  const own = scenario.role === 'customer'
  const name =
    (own && `own.${tool}` in words && words[`own.${tool}` as 'own.report']) || words[`tool.${tool}`]
  const atHand = desk.getByRole('group').getByRole('button', { name: new RegExp(`^${name}`) })
  if ((await atHand.count()) > 0) {
    await atHand.click()
    return
  }
  await tab(0)
  const card = customer ? desk.getByRole('region', { name: customer.name }) : desk
  await card.getByRole('button', { name, exact: true }).click()
}

export interface PlayOptions {
  readonly locale?: Locale
  /** Called with the scene on screen, before the choice is made. */
  readonly onScene?: (scene: string) => Promise<void>
  /** The number of events that were already taken, in an attempt that is continued. */
  readonly from?: number
  /** Stays on the last scene instead of going on to the debrief. */
  readonly stopAtEnd?: boolean
}

/** Waits until the whole scene is on screen; Space shows the rest at once. */
export async function showScene(page: Page, locale: Locale): Promise<void> {
  const words = WORDS[locale]
  // Learn stays on screen until the player's code is loaded, and may show the scenario's title as well.
  await page.getByRole('banner').getByRole('button', { name: words.pause, exact: true }).waitFor()
  const answer = page.getByRole('button', { name: words['call.answer'], exact: true })
  if (await answer.isVisible()) await answer.click()
  const rest = page.getByRole('button', { name: words['show-all'] })
  await page.waitForTimeout(60)
  if (await rest.isVisible()) await page.keyboard.press('Space')
  await rest.waitFor({ state: 'hidden' })
}

/** Plays events through the interface, from the scene on screen to the debrief if they lead to an ending. */
export async function playEvents(
  page: Page,
  compiled: CompiledScenario,
  events: readonly string[],
  { locale = 'en', onScene, from = 0, stopAtEnd = false }: PlayOptions = {},
): Promise<void> {
  const { scenario } = compiled
  let session = startSession(compileScenario(scenario))
  for (const event of events.slice(0, from)) session = decide(session, event)!
  for (const event of events.slice(from)) {
    const view = viewOf(session)
    await showScene(page, locale)
    await onScene?.(view.path)
    const choice = view.choices.find((offered) => offered.event === event)!
    if (choice.meta.tool) await useTool(page, scenario, choice.meta, locale)
    else await page.getByRole('button', { name: onScreen(choice.meta.say![locale]!) }).click()
    session = decide(session, event)!
    const next = viewOf(session)
    const first = next.beats[0]
    if (first)
      await page
        .getByRole('log')
        .getByText(onScreen(first.text[locale]!.split('\n')[0]!))
        .last()
        .waitFor()
  }
  await showScene(page, locale)
  if (!viewOf(session).ending) return
  await onScene?.(viewOf(session).path)
  if (stopAtEnd) return
  const toDebrief = page.getByRole('button', { name: WORDS[locale]['see-debrief'] })
  await toDebrief.click()
  // The player stays on screen until the debrief's code is loaded.
  await toDebrief.waitFor({ state: 'hidden' })
  await page.getByRole('heading', { level: 1 }).waitFor()
}
