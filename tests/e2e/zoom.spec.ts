import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import words from '../../src/texts/en/player.json'
import { begin, goOn } from './ahead'
import { setUp } from './journey'
import { EVERY_CONTACT, withEveryContact } from './every-contact'
import { dataFolder, launch, removeFolder, ROOT } from './launch'
import { fitsSideways } from './looking'
import { bestRun, onChannel, readScenario } from './paths'
import { decide, startSession, viewOf } from '../../src/domain/run'
import { playEvents } from './trainee'

/** Checks that each of these can be scrolled to, is completely in the window, and is not covered. */
async function withinReach(controls: Locator): Promise<void> {
  const lost = await controls.evaluateAll((elements) =>
    elements.flatMap((element) => {
      element.scrollIntoView({ block: 'center' })
      const { left, right, top, bottom, width } = element.getBoundingClientRect()
      if (width === 0) return []
      const inside = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const clear = hit !== null && (element.contains(hit) || hit.contains(element))
      return inside && clear ? [] : [element.textContent || element.className]
    }),
  )
  expect(lost).toEqual([])
}

test('at 200 % everything on Learn, in the player and in the debrief can be reached', async () => {
  mkdirSync(join(ROOT, 'out', 'screens'), { recursive: true })
  const folder = dataFolder()
  const { app, page } = await launch(folder, {
    size: { width: 1024, height: 700 },
    root: withEveryContact(folder),
  })
  // Playwright's own picture would cut off everything beyond the page's size without zoom.
  const picture = async (name: string) => {
    const png = await app.evaluate(async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()[0]!.webContents.capturePage()).toPNG().toString('base64'),
    )
    writeFileSync(join(ROOT, 'out', 'screens', `zoom-${name}.png`), png, 'base64')
  }
  const look = async (name: string) => {
    await fitsSideways(page, name)
    await withinReach(
      page.locator('main button, main [role="tab"], header button, .bubble, .caption, .step b, .step p'),
    )
    await picture(name)
  }
  try {
    await setUp(page)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(2))
    await page.waitForFunction(() => innerWidth <= 512)
    await look('learn')
    const compiled = readScenario('knows-the-customer')
    // The best path through a call with a time limit, begun at the scene with the limit.
    const pressed = onChannel(compiled, 'call', { pressed: true })
    const events = bestRun(compiled, pressed)
    let session = startSession(compiled)
    const before = events.findIndex((event) => {
      if (pressed(viewOf(session))) return true
      session = decide(session, event)!
      return false
    })
    await begin(page, EVERY_CONTACT, compiled, events.slice(0, before))
    await page.waitForFunction(() => innerWidth <= 512)
    await look('learn-continue')
    await goOn(page)
    await page.locator('.reply').first().waitFor()
    await picture('player-first')
    await look('player')
    await page.getByRole('button', { name: words.pause, exact: true }).click()
    await withinReach(page.getByRole('dialog').locator('button, label'))
    // Leaving an assessed contact would end it; reloading the page continues it.
    await page.reload()
    await goOn(page)
    await playEvents(page, compiled, events, { from: before })
    await look('debrief')
  } finally {
    await app.close()
    removeFolder(folder)
  }
})
