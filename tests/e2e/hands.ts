/** The two hands with which a test uses a page: everything that one can do, the other can. */
import { expect, type Locator, type Page } from '@playwright/test'
import t from '../../src/texts/en/studio.json'

/** A way to use the page: with the mouse or with the keyboard. */
export interface Hand {
  /** Comes to a page on which nothing has the focus yet. */
  begin(): Promise<void>
  press(goal: Locator): Promise<void>
  fill(goal: Locator, text: string): Promise<void>
  choose(select: Locator, option: string | RegExp): Promise<void>
  /** Carries out what a form or a dialog is there for; the keyboard needs no button for it. */
  send(go: Locator): Promise<void>
  row(name: string): Promise<void>
}

export const rows = (page: Page) => page.getByRole('treegrid', { name: t.outline }).getByRole('row')

const rowOf = (page: Page, name: string) =>
  rows(page)
    .and(page.getByRole('row', { name, exact: true }))
    .first()

const optionOf = (page: Page, option: string | RegExp) =>
  page.getByRole('option', { name: option, exact: typeof option === 'string' })

export const mouse = (page: Page): Hand => ({
  begin: async () => {},
  press: (goal) => goal.click(),
  fill: (goal, text) => goal.fill(text),
  choose: async (select, option) => {
    await select.click()
    await optionOf(page, option).click()
  },
  send: (go) => go.click(),
  row: (name) => rowOf(page, name).click(),
})

/** The forms of the Studio have fewer stops than this. */
const MOST_TABS = 250

export const keyboard = (page: Page): Hand => {
  /** The focus must always be on an element of the page. */
  const somewhere = () =>
    expect
      .poll(() => page.evaluate(() => document.activeElement !== document.body), {
        message: 'the focus is lost',
      })
      .toBe(true)
  const isThere = (goal: Locator) => goal.evaluate((element) => element === document.activeElement)
  const tabTo = async (goal: Locator) => {
    await goal.waitFor()
    await somewhere()
    for (const way of ['Tab', 'Shift+Tab']) {
      for (let i = 0; i < MOST_TABS; i += 1) {
        if (await isThere(goal)) return
        // A row of panes is one stop; arrows move along it.
        const along = await goal.evaluate((element) => {
          const row = element.closest('[role="toolbar"], [role="tablist"]')
          const here = document.activeElement
          if (!row || !here || !row.contains(here)) return undefined
          const isBefore = element.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING
          return isBefore ? 'ArrowLeft' : 'ArrowRight'
        })
        await page.keyboard.press(along ?? way)
      }
    }
    throw new Error(`Tab does not reach ${String(goal)}`)
  }
  return {
    begin: async () => {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      await page.keyboard.press('Tab')
      await somewhere()
    },
    send: async (go) => {
      await expect(go).toBeEnabled()
      await page.keyboard.press('Enter')
    },
    press: async (goal) => {
      await tabTo(goal)
      await page.keyboard.press('Enter')
      await somewhere()
    },
    fill: async (goal, text) => {
      await tabTo(goal)
      await page.keyboard.press('Control+A')
      await page.keyboard.insertText(text)
    },
    choose: async (select, option) => {
      await tabTo(select)
      await page.keyboard.press('Enter')
      const wanted = optionOf(page, option)
      await wanted.waitFor()
      await page.keyboard.press('Home')
      for (let i = 0; i < 60 && !(await isThere(wanted)); i += 1) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await wanted.waitFor({ state: 'hidden' })
      await somewhere()
    },
    row: async (name) => {
      const wanted = rowOf(page, name)
      await wanted.waitFor()
      await somewhere()
      const inTree = () => page.evaluate(() => document.activeElement?.closest('[role="treegrid"]') !== null)
      for (let i = 0; i < MOST_TABS && !(await inTree()); i += 1) await page.keyboard.press('Tab')
      await page.keyboard.press('Home')
      for (let i = 0; i < 60 && !(await isThere(wanted)); i += 1) await page.keyboard.press('ArrowDown')
      expect(await isThere(wanted), `arrows reach ${name}`).toBe(true)
      await page.keyboard.press('Enter')
    },
  }
}
