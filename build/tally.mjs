// Counts for `npm test`: pure functions that turn the reports of test runners into numbers. Anything that is not
// plainly a success counts as a failure.
import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, notes: string[] }} Tally */
/** @typedef {Record<string, unknown>} Report */

/** @param {string} file @returns {Report | null} null if there is no report, or an incomplete one */
export function readReport(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    return typeof report === 'object' && report !== null ? report : null
  } catch {
    return null
  }
}

/** Returns the checks of package.json, in their order. @param {Record<string, string>} scripts */
export function checkNames(scripts) {
  return Object.keys(scripts).filter((name) => name.startsWith('check:'))
}

/** @param {Record<string, number>} codes exit code by check @returns {Tally} */
export function checkTally(codes) {
  const names = Object.keys(codes)
  if (names.length === 0) return { passed: 0, failed: 1, notes: ['package.json lists no checks.'] }
  const failed = names.filter((name) => codes[name] !== 0)
  return {
    passed: names.length - failed.length,
    failed: failed.length,
    notes: failed.map((name) => `${name} failed.`),
  }
}

/**
 * Adds up the report of a runner, and distrusts it: a run that ended badly or ran nothing counts as a failure.
 * @param {string} runner
 * @param {{ passed: number, failed: number, skipped: number }} counts
 * @param {number} code
 * @param {boolean} mayBeEmpty
 * @returns {Tally}
 */
function settle(runner, { passed, failed, skipped }, code, mayBeEmpty) {
  const notes = []
  let failures = failed
  if (skipped > 0 && !mayBeEmpty) notes.push(`${runner}: ${skipped} skipped.`)
  if (passed + failed === 0 && !mayBeEmpty) {
    notes.push(`${runner} ran no tests.`)
    failures = 1
  } else if (code !== 0 && failed === 0) {
    notes.push(`${runner} ended with ${code}, though no test failed.`)
    failures = 1
  } else if (failed > 0) {
    notes.push(`${runner}: ${failed} failed.`)
  }
  return { passed, failed: failures, notes }
}

const MOST_NAMES = 30

/**
 * Names what failed, so that the end of a long log says it again.
 * @param {readonly string[]} names @returns {string[]}
 */
function named(names) {
  const more = names.length - MOST_NAMES
  return [
    ...names.slice(0, MOST_NAMES).map((name) => `  failed: ${name}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ]
}

/** @param {unknown} value @returns {any[]} */
const list = (value) => (Array.isArray(value) ? value : [])

/**
 * Names the tests of Playwright that failed.
 * @param {any} suite a file, or tests that were grouped
 * @returns {string[]}
 */
function failedSpecs(suite) {
  return [
    ...list(suite?.specs)
      .filter((spec) => spec?.ok === false)
      .map((spec) => `${spec.file ?? suite.file ?? ''}: ${spec.title}`),
    ...list(suite?.suites).flatMap(failedSpecs),
  ]
}

/** @param {Report} report @param {string} key */
function count(report, key) {
  const value = report[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

/** @param {string} runner @param {number} code @returns {Tally} */
function crashed(runner, code) {
  return { passed: 0, failed: 1, notes: [`${runner} left no report (it ended with ${code}).`] }
}

/** @param {Report | null} report @param {number} code @param {boolean} filtered @returns {Tally} */
export function vitestTally(report, code, filtered) {
  if (report === null) return crashed('vitest', code)
  const files = Array.isArray(report.testResults) ? report.testResults : []
  // A file that can't be loaded has no tests that could fail, so it is counted as a failure itself.
  const broken = files.filter(
    (file) => file.status === 'failed' && !(file.assertionResults?.length > 0),
  ).length
  const counts = {
    passed: count(report, 'numPassedTests'),
    failed: count(report, 'numFailedTests') + broken,
    skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests'),
  }
  const failed = files.flatMap((file) => {
    const name = String(file.name ?? '').replace(/^.*[\\/](?=tests[\\/])/u, '')
    const tests = list(file.assertionResults)
    if (file.status === 'failed' && tests.length === 0) return [name]
    return tests.filter(({ status }) => status === 'failed').map(({ fullName }) => `${name}: ${fullName}`)
  })
  const tally = settle('vitest', counts, code, filtered)
  return { ...tally, notes: [...tally.notes, ...named(failed)] }
}

/** @param {Report | null} report @param {number} code @param {boolean} filtered @returns {Tally} */
export function playwrightTally(report, code, filtered) {
  if (report === null) return crashed('Playwright', code)
  const stats = /** @type {Report} */ (report.stats ?? {})
  const errors = Array.isArray(report.errors) ? report.errors.length : 0
  const flaky = count(stats, 'flaky')
  const counts = {
    passed: count(stats, 'expected') + flaky,
    failed: count(stats, 'unexpected') + errors,
    skipped: count(stats, 'skipped'),
  }
  const tally = settle('Playwright', counts, code, filtered)
  return {
    ...tally,
    notes: [
      ...tally.notes,
      ...named(list(report.suites).flatMap(failedSpecs)),
      ...(flaky > 0 ? [`Playwright: ${flaky} passed only when tried again.`] : []),
    ],
  }
}

/** @param {Tally[]} tallies @returns {Tally} with a failure if nothing was run at all */
export function sumTallies(tallies) {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
  const notes = tallies.flatMap((tally) => tally.notes)
  return passed + failed === 0
    ? { passed, failed: 1, notes: [...notes, 'Nothing was run.'] }
    : { passed, failed, notes }
}

/** @param {Tally} tally */
export function summaryLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}
