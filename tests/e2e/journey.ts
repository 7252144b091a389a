import type { Page } from '@playwright/test'
import { FACTS } from '../../src/texts/generated'
import signInEn from '../../src/texts/en/sign-in.json'
import signInFr from '../../src/texts/fr/sign-in.json'
import en from '../../src/texts/en/app.json'
import fr from '../../src/texts/fr/app.json'
import { playEvents, type Locale, type PlayOptions } from './trainee'
import { readCourse, readScenario } from './paths'
import type { CompiledScenario } from '../../src/domain/run'

export const WORDS = { en, fr }
export const ACCESS_WORDS = { en: signInEn, fr: signInFr }

/** A sentence of the kind that the first-run page asks for. */
export const PASSPHRASE = 'the kettle sings at half past six'

export const PRIYA = { organisation: 'Méridien & Fils', name: 'Zoé Lefèvre-Ânand', number: 'IND-2041' }

/** Chooses the interface's language in the list on every page with a form or a bar. */
export async function chooseLanguage(page: Page, locale: Locale): Promise<void> {
  const { name } = FACTS[locale]
  const list = page.getByRole('button', { name: /English|Français/ })
  if ((await list.textContent())?.includes(name)) return
  await list.click()
  await page.getByRole('option', { name }).click()
  await page.locator(`html[lang="${locale}"]`).waitFor({ state: 'attached' })
}

/** Types a new passphrase or PIN into both fields for it. */
export async function typeTwice(
  page: Page,
  secret: string,
  kind: 'passphrase' | 'pin',
  locale: Locale = 'en',
) {
  const access = ACCESS_WORDS[locale]
  await page.getByLabel(access[`${kind}.new`], { exact: true }).fill(secret)
  await page.getByLabel(access[`${kind}.again`], { exact: true }).fill(secret)
}

/** Signs in a person who has a passphrase. */
export async function signIn(page: Page, number: string, locale: Locale = 'en', passphrase = PASSPHRASE) {
  const access = ACCESS_WORDS[locale]
  await page.getByRole('button', { name: access['with-passphrase'] }).click()
  await page.getByLabel(WORDS[locale]['start.number'], { exact: true }).fill(number)
  await page.getByLabel(access.passphrase, { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: WORDS[locale]['sign-in.go'], exact: true }).click()
}

/** Enters the passphrase that main asks for after a restart, and after the screen was locked. */
export async function unlock(page: Page, locale: Locale = 'en', passphrase = PASSPHRASE): Promise<void> {
  const access = ACCESS_WORDS[locale]
  await page.getByLabel(access.passphrase, { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: access['lock.go'], exact: true }).click()
  await page.getByRole('heading', { name: access['lock.title'] }).waitFor({ state: 'hidden' })
}

/**
 * Fills in the first-run page as a person would.
 * @param onCode called with the code on screen
 * @returns the recovery code
 */
export async function setUp(
  page: Page,
  person = PRIYA,
  locale: Locale = 'en',
  onCode: () => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const words = WORDS[locale]
  await page.getByRole('heading', { level: 1 }).waitFor()
  await chooseLanguage(page, locale)
  await page.getByLabel(words['start.organisation'], { exact: true }).fill(person.organisation)
  await page.getByLabel(words['start.name'], { exact: true }).fill(person.name)
  await page.getByLabel(words['start.number'], { exact: true }).fill(person.number)
  await typeTwice(page, PASSPHRASE, 'passphrase', locale)
  await page.getByRole('button', { name: words['start.go'], exact: true }).click()
  const access = ACCESS_WORDS[locale]
  await page.getByRole('heading', { name: access['code.title'] }).waitFor()
  const code = (await page.locator('.code').textContent()) ?? ''
  await onCode()
  await page.getByRole('button', { name: access['code.kept'], exact: true }).click()
  await page.getByRole('navigation').first().waitFor()
  return code
}

export interface CourseOptions extends PlayOptions {
  /** Returns the choices to make in a scenario. */
  readonly events: (compiled: CompiledScenario) => string[]
  readonly onDebrief?: (scenario: string) => Promise<void>
}

/** Plays every module of a course, from Learn back to Learn. */
export async function playCourse(page: Page, id: string, options: CourseOptions): Promise<void> {
  const { locale = 'en', events, onDebrief } = options
  const words = WORDS[locale]
  const { modules, title } = readCourse(id)
  // The first course of Learn begins in the block at the top, any other beside its title.
  const begin = page
    .getByRole('region', { name: title[locale]! })
    .getByRole('button', { name: title[locale]! })
  await ((await begin.count()) ? begin : page.locator('.next .button-primary')).click()
  for (const [i, scenario] of modules.entries()) {
    const compiled = readScenario(scenario)
    await page.getByRole('heading', { level: 1, name: compiled.scenario.title[locale]! }).waitFor()
    await playEvents(page, compiled, events(compiled), options)
    await onDebrief?.(scenario)
    if (i + 1 < modules.length) await page.getByRole('banner').locator('.button-primary').click()
  }
  await page.getByRole('banner').locator('.button-primary').click()
  await page.getByRole('button', { name: words['nav.records'], exact: true }).waitFor()
}
