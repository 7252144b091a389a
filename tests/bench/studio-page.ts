/**
 * Measures the Studio in a page: moving a large map compared with React Flow alone, and an edit on a slow processor.
 */
import type { Browser, Page } from '@playwright/test'
import { openAddress, startBrowser } from '../e2e/page'
import { compare, median, takeTurns, type Measurement } from './measure'

const SCENES = 1000
const EDITED_SCENES = 500
/** The computer of a call floor may be this many times slower. */
const THROTTLED = 4
const FRAMES = 60
const ZOOM_STEPS = 9
const VIEW = { viewport: { width: 1440, height: 900 } }

interface Measured {
  readonly pan: (frames: number) => Promise<readonly number[]>
  readonly edit: () => number
}
declare global {
  interface Window {
    readonly measured: Measured
  }
}

async function opened(browser: Browser, show: 'map' | 'plain', scenes: number): Promise<Page> {
  const { page, faults } = await openAddress(browser, `studio.html?show=${show}&scenes=${scenes}`, VIEW)
  await page.locator('.react-flow__node').first().waitFor()
  await page.waitForFunction(() => 'measured' in window)
  if (faults.length > 0) throw new Error(`The page does not show what is to be measured. ${faults.join(' ')}`)
  return page
}

const panned = (page: Page) => async (): Promise<number> => {
  await page.bringToFront()
  const taken = await page.evaluate((frames) => window.measured.pan(frames), FRAMES)
  return taken.reduce((sum, ms) => sum + ms, 0) / taken.length
}

/** Zooms in step by step, until words can be read. */
async function nearer(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^zoom in$/i })
  for (let i = 0; i < ZOOM_STEPS; i += 1) {
    await button.click()
    await page.waitForTimeout(300)
  }
}

/** @returns the milliseconds from an edit's act to the end of the checks, on a slower processor */
async function slowEdit(browser: Browser): Promise<number> {
  const page = await opened(browser, 'map', EDITED_SCENES)
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLED })
  const values: number[] = []
  for (let i = 0; i < 25; i += 1) values.push(await page.evaluate(() => window.measured.edit()))
  await page.context().close()
  return median(values.slice(5))
}

export async function measureMap(limit: number): Promise<Measurement[]> {
  const browser = await startBrowser()
  try {
    const [ours, bare] = [await opened(browser, 'map', SCENES), await opened(browser, 'plain', SCENES)]
    const note = `${SCENES} scenes against as many plain nodes without lines: the time of a frame while the wheel turns`
    const measured: Measurement[] = []
    for (const name of ['the whole map', 'a part of the map']) {
      const turns = await takeTurns(
        { ours: panned(ours), bare: panned(bare) },
        { least: 7, most: 20, warmUp: 2 },
      )
      measured.push(compare(`panning ${name} / React Flow alone`, turns, 'ms', limit, note))
      await nearer(ours)
      await nearer(bare)
    }
    return measured
  } finally {
    await browser.close()
  }
}

/** Measures the checks after an edit on the slower processor. This is a time on this machine and no ratio. */
export async function timeSlowEdit(): Promise<{
  readonly ms: number
  readonly times: number
  readonly scenes: number
}> {
  const browser = await startBrowser()
  try {
    return { ms: await slowEdit(browser), times: THROTTLED, scenes: EDITED_SCENES }
  } finally {
    await browser.close()
  }
}
