import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  checkNames,
  checkTally,
  playwrightTally,
  readReport,
  sumTallies,
  summaryLine,
  vitestTally,
} from '../../build/tally.mjs'

const vitest = { numPassedTests: 10, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
const playwright = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] }

describe('checks', () => {
  it('are those of package.json', () => {
    expect(checkNames({ check: 'all', 'check:types': 'tsc', test: 'x', 'check:lint': 'lint' })).toEqual([
      'check:types',
      'check:lint',
    ])
  })

  it('count one each, and none at all is a failure', () => {
    expect(checkTally({ 'check:types': 0, 'check:lint': 2 })).toMatchObject({ passed: 1, failed: 1 })
    expect(checkTally({})).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('vitest', () => {
  it('counts what passed and what failed', () => {
    expect(vitestTally(vitest, 0, false)).toEqual({ passed: 10, failed: 0, notes: [] })
    expect(vitestTally({ ...vitest, numFailedTests: 2 }, 1, false)).toMatchObject({ passed: 10, failed: 2 })
  })

  it('counts a file that does not load', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ]
    expect(vitestTally({ ...vitest, testResults }, 1, false)).toMatchObject({ passed: 10, failed: 1 })
  })

  it('distrusts a bad ending, an empty run and a missing report', () => {
    expect(vitestTally(vitest, 1, false)).toMatchObject({ passed: 10, failed: 1 })
    expect(vitestTally({ ...vitest, numPassedTests: 0 }, 0, false)).toMatchObject({ passed: 0, failed: 1 })
    expect(vitestTally({}, 0, false)).toMatchObject({ passed: 0, failed: 1 })
    expect(vitestTally(null, 0, false)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('allows an empty run where a filter was asked for', () => {
    expect(vitestTally({ ...vitest, numPassedTests: 0 }, 0, true)).toMatchObject({ passed: 0, failed: 0 })
  })

  it('names what failed, a file that can’t be loaded among it, and no more than a page of it', () => {
    const failed = { status: 'failed', fullName: 'a door opens' }
    const testResults = [
      {
        name: '/home/me/product/tests/door.test.ts',
        status: 'failed',
        assertionResults: [failed, { status: 'passed', fullName: 'a door closes' }],
      },
      { name: 'C:\\product\\tests\\wall.test.ts', status: 'failed', assertionResults: [] },
    ]
    const { notes } = vitestTally({ ...vitest, numFailedTests: 1, testResults }, 1, false)
    expect(notes).toEqual([
      'vitest: 2 failed.',
      '  failed: tests/door.test.ts: a door opens',
      '  failed: tests\\wall.test.ts',
    ])
    const many = [{ ...testResults[0], assertionResults: Array.from({ length: 100 }, () => failed) }]
    const long = vitestTally({ ...vitest, numFailedTests: 100, testResults: many }, 1, false).notes
    expect(long).toHaveLength(1 + 30 + 1)
    expect(long.at(-1)).toBe('  and 70 more')
  })

  it('tells what was skipped', () => {
    expect(vitestTally({ ...vitest, numPendingTests: 3 }, 0, false).notes).toEqual(['vitest: 3 skipped.'])
  })
})

describe('Playwright', () => {
  it('counts what passed and what failed', () => {
    expect(playwrightTally(playwright, 0, false)).toEqual({ passed: 5, failed: 0, notes: [] })
    const stats = { expected: 5, unexpected: 2, flaky: 1, skipped: 0 }
    expect(playwrightTally({ ...playwright, stats }, 1, false)).toMatchObject({ passed: 6, failed: 2 })
    const suites = [
      {
        file: 'door.spec.ts',
        specs: [{ ok: true, title: 'opens' }],
        suites: [{ specs: [{ ok: false, title: 'closes', file: 'door.spec.ts' }] }],
      },
    ]
    expect(playwrightTally({ ...playwright, stats, suites }, 1, false).notes).toContain(
      '  failed: door.spec.ts: closes',
    )
  })

  it('counts errors outside tests, a bad ending, an empty run and a missing report', () => {
    expect(playwrightTally({ ...playwright, errors: [{}] }, 1, false)).toMatchObject({ passed: 5, failed: 1 })
    expect(playwrightTally(playwright, 1, false)).toMatchObject({ passed: 5, failed: 1 })
    const empty = { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] }
    expect(playwrightTally(empty, 0, false)).toMatchObject({ passed: 0, failed: 1 })
    expect(playwrightTally(null, 124, false)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('the sum', () => {
  it('adds up, and nothing at all is a failure', () => {
    const sum = sumTallies([
      { passed: 5, failed: 0, notes: ['a'] },
      { passed: 3, failed: 2, notes: ['b'] },
    ])
    expect(sum).toEqual({ passed: 8, failed: 2, notes: ['a', 'b'] })
    expect(summaryLine(sum)).toBe('8 passed, 2 failed')
    expect(sumTallies([])).toMatchObject({ passed: 0, failed: 1 })
  })

  it('reads no half reports', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'htl-tally-'))
    const file = path.join(folder, 'report.json')
    writeFileSync(file, '{"numPassedTests": 1')
    expect(readReport(file)).toBeNull()
    expect(readReport(path.join(folder, 'absent.json'))).toBeNull()
    writeFileSync(file, '{"numPassedTests": 1}')
    expect(readReport(file)).toEqual({ numPassedTests: 1 })
    rmSync(folder, { recursive: true })
  })
})
