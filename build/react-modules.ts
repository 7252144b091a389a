import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Maps each imported module to its file for production. */
const FILES: Readonly<Record<string, string>> = {
  react: 'react/cjs/react.production.js',
  'react/jsx-runtime': 'react/cjs/react-jsx-runtime.production.js',
  'react-dom': 'react-dom/cjs/react-dom.production.js',
  'react-dom/client': 'react-dom/cjs/react-dom-client.production.js',
  scheduler: 'scheduler/cjs/scheduler.production.js',
}

/**
 * Rewrites a CommonJS file with `require("…")` and `exports.name = …` as an ES module.
 * Exported for tests.
 */
export function asModule(code: string): string {
  const needs = [...new Set([...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!))]
  const names = [
    ...new Set([...code.matchAll(/^\s*exports\.([A-Za-z_$][\w$]*) =/gm)].map(([, name]) => name!)),
  ]
  if (names.length === 0 || code.includes('module.exports'))
    throw new Error('This file does not say by name what it exports.')
  return [
    ...needs.map((name, index) => `import * as needed${index} from ${JSON.stringify(name)}`),
    'const exports = {}',
    code.replaceAll(/\brequire\("([^"]+)"\)/g, (_, name: string) => `needed${needs.indexOf(name)}`),
    ...names.map((name) => `const exported_${name} = exports.${name}`),
    `export { ${names.map((name) => `exported_${name} as ${name}`).join(', ')} }`,
    'export default exports',
  ].join('\n')
}

/**
 * Converts React's CommonJS files to modules. A bundle puts each CommonJS file in a function, which V8 parses twice:
 * once to skip it, and again when it is called. React has 200 kB of this before the first screen. A module is parsed
 * once.
 */
export function reactAsModules() {
  const require = createRequire(import.meta.url)
  /** Some packages do not allow others to resolve their files. */
  const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`))
  const fileOf = (file: string) => {
    const [name, ...rest] = file.split('/')
    return join(folderOf(name!), ...rest)
  }
  const files = new Map(Object.entries(FILES).map(([name, file]) => [name, fileOf(file)]))
  const ids = new Set(files.values())
  return {
    name: 'react-as-modules',
    enforce: 'pre' as const,
    apply: 'build' as const,
    resolveId: (source: string) => files.get(source),
    load: (id: string) => (ids.has(id) ? asModule(readFileSync(id, 'utf8')) : undefined),
  }
}
