import { describe, expect, it } from 'vitest'
import { asModule, reactAsModules } from '../../build/react-modules'

const imported = async (code: string): Promise<Record<string, unknown>> =>
  (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, unknown>

describe('a CommonJS file as a module', () => {
  it('exports by name what the file exports, and all of it by default', async () => {
    const module = await imported(asModule('exports.one = 1\nexports.add = (n) => n + exports.one'))
    expect(module['one']).toBe(1)
    expect((module['add'] as (n: number) => number)(2)).toBe(3)
    expect(Object.keys(module['default'] as object)).toEqual(['one', 'add'])
  })

  it('imports what the file needs, once each', () => {
    const code = asModule(
      'var a = require("scheduler"), b = require("react"), c = require("react")\nexports.one = 1',
    )
    expect(code).toContain('import * as needed0 from "scheduler"')
    expect(code.match(/import \* as \w+ from "react"/g)).toHaveLength(1)
    expect(code).not.toContain('require(')
  })

  it('refuses a file that does not say by name what it exports', () => {
    expect(() => asModule('module.exports = {}\nexports.one = 1')).toThrow('by name')
    expect(() => asModule('var one = 1')).toThrow('by name')
  })

  it.each(['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client', 'scheduler'])(
    'can be made of %s, with the names that Node finds in it',
    async (name) => {
      const { resolveId, load } = reactAsModules()
      const code = load(resolveId(name)!)!
      const names = [...code.matchAll(/exported_\w+ as (\w+)/g)].map(([, exported]) => exported!)
      const required = (await import(name)) as Record<string, unknown>
      const own = Object.keys(required).filter((key) => key !== 'default' && key !== 'module.exports')
      // These exports exist in development only.
      const development = new Set(['act', 'captureOwnerStack', 'jsxDEV'])
      expect(own.filter((key) => !names.includes(key) && !development.has(key))).toEqual([])
    },
  )
})
