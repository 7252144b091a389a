/** Measures the script time of a page that shows the player while a time limit runs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, CDPSession } from '@playwright/test'
import type { Scenario } from '../../src/domain/scenario/schema'
import { openPage, startBrowser } from '../e2e/page'
import { readScenario } from '../e2e/paths'
import { showScene } from '../e2e/trainee'
import { compare, takeTurns, type Measurement } from './measure'

/** A page is watched this long in each turn, in milliseconds. */
const WATCHED_MS = 4000
/** A limit that is longer than all turns together. */
const LIMIT_MS = 3_600_000

/** Returns a shipped call whose first scene waits for an answer, with a time limit that outlasts the measurement. */
function callWithLimit(): Scenario {
  const scenario = structuredClone(readScenario('knows-the-customer').scenario)
  const { initial, states } = scenario.machine
  const first = states![initial!]!
  const end = Object.keys(states!).find((name) => states![name]!.type === 'final')!
  const after = { [LIMIT_MS]: { target: end } }
  return {
    ...scenario,
    machine: { ...scenario.machine, states: { ...states, [initial!]: { ...first, after } } },
  }
}

/** Returns the milliseconds that the page has spent in script since it was opened. */
async function scriptOf(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics')
  return 1000 * metrics.find(({ name }) => name === 'ScriptDuration')!.value
}

/** Opens the call and returns a function that watches it: the milliseconds of script in `WATCHED_MS`. */
async function watched(browser: Browser, folder: string): Promise<() => Promise<number>> {
  const file = path.join(folder, 'limit.scenario.json')
  writeFileSync(file, JSON.stringify(callWithLimit()))
  const { page, faults } = await openPage(browser, [file], { viewport: { width: 1440, height: 900 } })
  await showScene(page, 'en')
  if ((await page.locator('.time-line i').count()) !== 1 || faults.length > 0)
    throw new Error(`The page does not show what is to be measured. ${faults.join(' ')}`)
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Performance.enable')
  return async () => {
    const before = await scriptOf(devTools)
    await page.waitForTimeout(WATCHED_MS)
    return (await scriptOf(devTools)) - before
  }
}

/** @param limit for the script, compared with a hundredth of the time that passes; a page at rest has none */
export async function measurePlayer(limit: number): Promise<Measurement> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hold-the-line-bench-'))
  const browser = await startBrowser()
  try {
    const ours = await watched(browser, folder)
    if ((await ours()) === 0) throw new Error('No script ran: the time limit does not run.')
    const turns = await takeTurns({ ours, bare: () => WATCHED_MS / 100 }, { least: 6, most: 16, warmUp: 1 })
    return compare('a time limit that runs: script of the page / 1% of the time', turns, 'ms', limit)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
