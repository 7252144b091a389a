import { describe, expect, it } from 'vitest'
import { faultsOf, LARGEST, runtimePackages } from '../../build/package-check.mjs'

const needed = [
  'app.asar/out/main/index.cjs',
  'app.asar/out/preload/index.cjs',
  'app.asar/out/renderer/index.html',
]
const packages = new Set(['libsql', '@libsql/linux-x64-gnu'])
const faults = (paths: readonly string[], size = 1000) =>
  faultsOf(
    paths.map((path) => ({ path, size })),
    packages,
  )

describe('what a package may hold', () => {
  it('is the built application, what it needs to run, and scenarios', () => {
    const whole = [
      ...needed,
      'app.asar/package.json',
      'app.asar/out/renderer/assets/start-CAFE.js',
      'app.asar/out/renderer/assets/ibm-plex.woff2',
      'app.asar/node_modules/libsql/index.js',
      'app.asar.unpacked/node_modules/@libsql/linux-x64-gnu/index.node',
      'scenarios/telegram-bribe.scenario.json',
      'scenarios/courses/first-week.course.json',
      'scenarios/media/parcel.png',
    ]
    expect(faults(whole)).toEqual([])
  })

  it.each([
    'app.asar/src/main/index.ts',
    'app.asar/tests/main/helpers.ts',
    'app.asar/out/main/index.cjs.map',
    'app.asar/out/test/playwright.json',
    'app.asar/out/renderer/assets/old.woff',
    'app.asar/node_modules/libsql/test/index.js',
    'app.asar/node_modules/libsql/README.md',
    'app.asar/node_modules/libsql/index.d.ts',
    'app.asar/node_modules/vitest/index.js',
    'app.asar/.npmrc',
    'scenarios/courses/six-weeks.testplan.json',
    'scenarios/schema/scenario.schema.json',
  ])('is not %s', (path) => {
    expect(faults([...needed, path]).join()).toContain(path.includes('vitest') ? 'vitest' : path)
  })

  it('is all of the application', () => {
    expect(faults(needed.slice(1)).join()).toContain('main/index.cjs is missing')
  })

  it('is bounded, fonts and pictures aside', () => {
    const large = 'app.asar/out/renderer/assets/start-CAFE.js'
    expect(faults([...needed, large], LARGEST / 4)).toEqual([])
    expect(faults([...needed, large], LARGEST / 4 + 1).join()).toContain('MB')
    const font = { path: 'app.asar/out/renderer/assets/noto.woff2', size: LARGEST * 2 }
    expect(faultsOf([...needed.map((path) => ({ path, size: 1 })), font], packages)).toEqual([])
  })
})

describe('packages that are there at run time', () => {
  it('are those of package.json and theirs', () => {
    const locked = {
      '': { dependencies: { a: '1' } },
      'node_modules/a': { dependencies: { b: '1' }, optionalDependencies: { c: '1' } },
      'node_modules/b': {},
      'node_modules/c': { dependencies: { a: '1' } },
      'node_modules/d': {},
    }
    expect([...runtimePackages(locked)].sort()).toEqual(['a', 'b', 'c'])
  })
})
