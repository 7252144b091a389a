// `npm test`: the checks, the unit tests, and the end-to-end tests on the real application; the last line
// sums them up.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { withDisplay } from './display.mjs'
import { checkPackage } from './package-check.mjs'
import { pageEnv } from './page.mjs'
import { launchEnv, prepare } from './session.mjs'
import { npmCommand, projectRoot, run, runMain, say, toolEntry } from './tools.mjs'
import {
  checkNames,
  checkTally,
  playwrightTally,
  readReport,
  sumTallies,
  summaryLine,
  vitestTally,
} from './tally.mjs'
import { tryToInstall } from './system.mjs'
import { ensureTestLrs } from './test-lrs.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

const MINUTE = 60_000
/** The end-to-end tests run this many applications side by side, each on a display of its own. */
const AT_ONCE = 2
const REPORTS = path.join(projectRoot, 'out', 'test')

/** Runs every `check:*` script of package.json. @returns {Promise<Tally>} */
async function checks() {
  const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'))
  const npm = npmCommand()
  /** @type {Record<string, number>} */
  const codes = {}
  for (const name of checkNames(scripts)) {
    say(`\n— ${name}`)
    codes[name] = (
      await run(npm.command, [...npm.args, 'run', '--silent', name], { timeoutMs: 10 * MINUTE })
    ).code
  }
  return checkTally(codes)
}

/**
 * Installs the store before the tests, so that they do not wait for it. Without it, only the tests that need it fail.
 */
async function haveTestLrs() {
  try {
    await ensureTestLrs()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}

/** @param {string | undefined} grep @returns {Promise<Tally>} */
async function unit(grep) {
  say('\n— unit tests')
  await haveTestLrs()
  await tryToInstall('translate-toolkit', 'xliff2po')
  const report = path.join(REPORTS, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  if (grep) args.push('--testNamePattern', grep, '--passWithNoTests')
  const { code } = await run(process.execPath, [toolEntry('vitest'), ...args], { timeoutMs: 60 * MINUTE })
  return vitestTally(readReport(report), code, grep !== undefined)
}

/** @param {string | undefined} grep @returns {Promise<Tally>} */
async function endToEnd(grep) {
  say('\n— end-to-end tests')
  await haveTestLrs()
  const session = await prepare({ pdfTools: true })
  const page = await pageEnv(session.runtime)
  const report = path.join(REPORTS, 'playwright.json')
  const args = ['test', '--reporter=list,json']
  if (grep) args.push('--grep', grep, '--pass-with-no-tests')
  const { code } = await withDisplay(() => {
    const env = { ...launchEnv(session), ...page, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    return run(process.execPath, [toolEntry('@playwright/test'), ...args], { env, timeoutMs: 101 * MINUTE })
  }, AT_ONCE)
  return playwrightTally(readReport(report), code, grep !== undefined)
}

/** Checks the package from which a release is made, and plays the demo with it. @returns {Promise<Tally>} */
async function packed() {
  say('\n— the packed application')
  return checkPackage()
}

/**
 * Runs a step. A step that throws counts as one failure, and the others still run.
 * @param {string} name @param {() => Promise<Tally>} step @returns {Promise<Tally>}
 */
async function counted(name, step) {
  try {
    return await step()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { passed: 0, failed: 1, notes: [`${name}: ${reason}`] }
  }
}

await runMain(async () => {
  const { values } = parseArgs({
    options: { unit: { type: 'boolean' }, e2e: { type: 'boolean' }, grep: { type: 'string' } },
  })
  const all = !values.unit && !values.e2e
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  /** @type {Tally[]} */
  const tallies = []
  if (all && values.grep === undefined) tallies.push(await counted('checks', checks))
  if (all || values.unit) tallies.push(await counted('unit tests', () => unit(values.grep)))
  if (all || values.e2e) tallies.push(await counted('end-to-end tests', () => endToEnd(values.grep)))
  if (all && values.grep === undefined) tallies.push(await counted('package', packed))
  const sum = sumTallies(tallies)
  if (sum.notes.length > 0) say(`\n${sum.notes.join('\n')}`)
  process.stdout.write(`\n${summaryLine(sum)}\n`)
  return sum.failed === 0 ? 0 : 1
})
