/** Checks the table of layers in DESIGN.md §1: which layer may import which, and what the domain may use. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { PURE } from './pure-libraries'

const root = fileURLToPath(new URL('..', import.meta.url))
const LAYERS = ['domain', 'interchange', 'texts', 'bridge', 'main', 'preload', 'renderer', 'cli'] as const
type Layer = (typeof LAYERS)[number]

interface Import {
  readonly from: string
  readonly typeOnly: boolean
}

/** Returns every file under a folder, as paths from the project's root with forward slashes. */
function filesUnder(folder: string, pattern: RegExp): string[] {
  const absolute = path.join(root, folder)
  if (!existsSync(absolute)) return []
  return readdirSync(absolute, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.includes('node_modules/'))
    .sort()
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

const STRINGS_AND_COMMENTS =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g
const isComment = (token: string) => token.startsWith('//') || token.startsWith('/*')
const withoutComments = (code: string) =>
  code.replace(STRINGS_AND_COMMENTS, (token) => (isComment(token) ? ' ' : token))
const withoutText = (code: string) =>
  code.replace(STRINGS_AND_COMMENTS, (token) => (isComment(token) ? ' ' : "''"))

function importsOf(source: string): Import[] {
  const code = withoutComments(source)
  const found: Import[] = []
  for (const match of code.matchAll(
    /\b(?:import|export)\s+(type\s+)?(?:([\w*{][^'";]*?)\s+from\s*)?['"]([^'"]+)['"]/g,
  )) {
    const [, type, names, from] = match
    const listed = names?.match(/^\{([^}]*)\}$/)?.[1]
    const parts = listed
      ?.split(',')
      .map((part) => part.trim())
      .filter(Boolean)
    const allTypes = parts !== undefined && parts.length > 0 && parts.every((part) => /^type\s/.test(part))
    found.push({ from: from!, typeOnly: type !== undefined || allTypes })
  }
  for (const match of code.matchAll(/\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g)) {
    found.push({ from: match[1]!, typeOnly: false })
  }
  return found
}

const layerOf = (file: string) => file.split('/')[1] as Layer
const sources = filesUnder('src', /\.(ts|tsx|mts|cts)$/)
const imports = sources.flatMap((file) => importsOf(read(file)).map((entry) => ({ file, ...entry })))
const isRelative = (from: string) => from.startsWith('.')
const targetOf = (file: string, from: string) =>
  path.posix.normalize(path.posix.join(path.posix.dirname(file), from))

const BUILTIN = new Set(builtinModules)
const isNode = (from: string) => from.startsWith('node:') || BUILTIN.has(from.split('/')[0]!)
const packageOf = (from: string) =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')

const SCREEN = ['react', 'react-dom', 'react-aria-components', 'zustand', '@xyflow/react', '@xstate/react']

/** Libraries that read files of other tools. */
const FOREIGN = ['extwee', 'inkjs', 'yauzl']

/** `types` means that a layer may only be named in `import type`. */
const MAY_IMPORT: Record<Layer, Partial<Record<Layer, 'all' | 'types'>>> = {
  domain: { domain: 'all' },
  interchange: { interchange: 'all', domain: 'all' },
  texts: { texts: 'all', domain: 'all' },
  bridge: { bridge: 'all', domain: 'all' },
  main: { main: 'all', bridge: 'all', texts: 'all', interchange: 'all', domain: 'all' },
  cli: { cli: 'all', texts: 'all', interchange: 'all', domain: 'all' },
  preload: { preload: 'all', bridge: 'all', domain: 'types' },
  renderer: { renderer: 'all', texts: 'all', domain: 'all', bridge: 'types' },
}

const MAY_USE: Record<Layer, (from: string) => boolean> = {
  domain: (from) => PURE.includes(packageOf(from)),
  interchange: (from) => isNode(from) || PURE.includes(packageOf(from)) || FOREIGN.includes(packageOf(from)),
  texts: (from) => packageOf(from) === 'intl-messageformat',
  bridge: (from) => PURE.includes(packageOf(from)),
  main: (from) => !SCREEN.includes(packageOf(from)),
  cli: (from) => isNode(from) || PURE.includes(packageOf(from)),
  preload: (from) => from === 'electron',
  renderer: (from) => !isNode(from) && from !== 'electron' && from !== 'libsql',
}

describe('layers', () => {
  it('finds sources in the layers, and nothing beside them', () => {
    expect(sources.length).toBeGreaterThan(20)
    expect([...new Set(sources.map(layerOf))].filter((layer) => !LAYERS.includes(layer))).toEqual([])
  })

  it('reads import statements as they are written', () => {
    const source = [
      "import a, { b } from 'one'",
      "import type { C } from 'two'",
      "import { type D, type E } from 'three'",
      "import { type F, g } from 'four'",
      "export * from 'five'",
      "import 'six'",
      "const h = await import('seven')",
      "// import i from 'eight'",
      "export {\n  j,\n} from 'nine'",
      "const text = 'from'; const k = require('ten')",
    ].join('\n')
    expect(importsOf(source).map(({ from, typeOnly }) => (typeOnly ? `${from} (type)` : from))).toEqual([
      'one',
      'two (type)',
      'three (type)',
      'four',
      'five',
      'six',
      'nine',
      'seven',
      'ten',
    ])
  })

  it.each(LAYERS)('%s imports only the layers that it may', (layer) => {
    const wrong = imports
      .filter(({ file, from }) => layerOf(file) === layer && isRelative(from))
      .filter(({ file, from, typeOnly }) => {
        const target = targetOf(file, from)
        // Data and styles beside the code belong to no layer.
        if (!target.startsWith('src/')) return layer === 'domain' || !/\.(json|css|svg)$/.test(target)
        const allowed = MAY_IMPORT[layer][target.split('/')[1] as Layer]
        return allowed === undefined || (allowed === 'types' && !typeOnly)
      })
      .map(({ file, from, typeOnly }) => `${file} imports ${typeOnly ? 'types of ' : ''}${from}`)
    expect(wrong).toEqual([])
  })

  it.each(LAYERS)('%s uses only the packages that it may', (layer) => {
    const wrong = imports
      .filter(({ file, from }) => layerOf(file) === layer && !isRelative(from) && !MAY_USE[layer](from))
      .map(({ file, from }) => `${file} imports ${from}`)
    expect(wrong).toEqual([])
  })

  it('has a TypeScript project for each layer that gives it no more than it may have', () => {
    const references = (JSON.parse(read('tsconfig.json')) as { references: { path: string }[] }).references
    for (const layer of LAYERS) {
      expect(references.map((entry) => entry.path)).toContain(`./src/${layer}`)
      const config = JSON.parse(read(`src/${layer}/tsconfig.json`)) as {
        extends: string
        compilerOptions: { types?: string[]; lib?: string[] }
        references: { path: string }[]
      }
      expect(config.extends).toBe('../../tsconfig.base.json')
      const { types = [], lib = [] } = config.compilerOptions
      if (layer === 'domain' || layer === 'bridge' || layer === 'texts')
        expect([layer, ...types, ...lib]).toEqual([layer])
      if (layer === 'renderer') expect(types).not.toContain('node')
      if (layer !== 'renderer' && layer !== 'preload') expect(lib.join()).not.toContain('DOM')
      const referenced = config.references.map((entry) => path.posix.basename(entry.path) as Layer)
      expect(referenced.filter((other) => !MAY_IMPORT[layer][other])).toEqual([])
    }
  })
})

/** Returns the folder of a layer that contains a file, or the file's name if it lies beside the folders. */
const folderOf = (file: string) => file.split('/')[2]!.replace(/\.\w+$/, '')

/** Maps each folder to those that it may import: the ones before it. */
const inOrder = (order: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(order.map((name, index) => [name, order.slice(0, index)]))

const DOMAIN = ['scenario', 'run', 'scoring', 'course', 'authoring', 'records', 'translation', 'credentials']
/** All areas of main stand on these folders: files and keys know no area, and the store knows no rules. */
const MAIN_BASE = ['refused', 'system', 'local-day', 'sha256', 'files', 'keys', 'store', 'windows']
/** An area declares an interface for the things it needs from a later one; `compose` provides them. */
const MAIN_AREAS =
  'library studio people learn evidence credentials exchange record-store reporting audit export'.split(' ')
/** The worker runs tasks of all areas, `ipc` translates calls, and `compose` makes everything. */
const MAIN = [...MAIN_BASE, ...MAIN_AREAS, 'worker', 'ipc', 'compose', 'index']
const SCREEN_PARTS = ['api', 'ui', 'i18n', 'session', 'lists', 'glossary', 'player', 'debrief']
/** A feature may use what another feature exports for it. */
const FEATURES = [
  'exchange',
  'start',
  'learn',
  'certificate',
  'attention',
  'audit',
  'people',
  'records',
  'record-store',
  'studio',
  'settings',
]
/** `app` surrounds the features; the last three are the entry points of pages. */
const RENDERER = [...SCREEN_PARTS, ...FEATURES, 'app', 'main', 'badge', 'review']
const MAY_KNOW = {
  // Nothing may import the statements, and they know no credentials.
  domain: { ...inOrder(DOMAIN), xapi: DOMAIN.slice(0, DOMAIN.indexOf('records') + 1) },
  main: inOrder(MAIN),
  renderer: inOrder(RENDERER),
} as const satisfies Partial<Record<Layer, Record<string, readonly string[]>>>

/**
 * Files in a folder that is too late in the order: earlier folders still import them. The list may only become shorter.
 */
const TOO_FAR_UP: readonly string[] = []

/** Finds imports within a layer that go against the order of its folders. */
function againstTheOrder(
  layer: keyof typeof MAY_KNOW,
  all: readonly { readonly file: string; readonly from: string }[],
): { readonly target: string; readonly text: string }[] {
  const mayKnow: Record<string, readonly string[]> = MAY_KNOW[layer]
  return all.flatMap(({ file, from }) => {
    if (layerOf(file) !== layer || !isRelative(from)) return []
    const target = targetOf(file, from)
    if (layerOf(target) !== layer) return []
    const [own, other] = [folderOf(file), folderOf(target)]
    const known = mayKnow[own]
    if (!known) return [{ target, text: `${file}: ‘${own}’ has no place in the order` }]
    return own === other || known.includes(other) ? [] : [{ target, text: `${file} imports ${from}` }]
  })
}

describe('the order of folders', () => {
  it.each(Object.keys(MAY_KNOW) as (keyof typeof MAY_KNOW)[])('holds in %s', (layer) => {
    const wrong = againstTheOrder(layer, imports).filter(({ target }) => !TOO_FAR_UP.includes(target))
    expect(wrong.map(({ text }) => text)).toEqual([])
  })

  it.each(Object.keys(MAY_KNOW) as (keyof typeof MAY_KNOW)[])('names only folders that %s has', (layer) => {
    const there = new Set(sources.filter((file) => layerOf(file) === layer).map(folderOf))
    expect(Object.keys(MAY_KNOW[layer]).filter((name) => !there.has(name))).toEqual([])
  })

  it('needs each of its exceptions', () => {
    const layers = Object.keys(MAY_KNOW) as (keyof typeof MAY_KNOW)[]
    const wrong = new Set(
      layers.flatMap((layer) => againstTheOrder(layer, imports)).map(({ target }) => target),
    )
    expect(TOO_FAR_UP.filter((target) => !wrong.has(target))).toEqual([])
  })

  it.each([
    ['domain', 'src/domain/run/replay.ts', '../scoring/score', true],
    ['domain', 'src/domain/scoring/score.ts', '../run', false],
    ['domain', 'src/domain/xapi/statement.ts', '../credentials/badge', true],
    ['domain', 'src/domain/newcomer/one.ts', '../scenario', true],
    ['main', 'src/main/store/restore.ts', '../exchange/outgoing', true],
    ['main', 'src/main/files/dialogs.ts', '../store/libsql', true],
    ['main', 'src/main/keys/secret-file.ts', '../files/atomic-write', false],
    ['main', 'src/main/people/organisation.ts', '../learn/attempts', true],
    ['main', 'src/main/people/roster/decode.ts', '../../credentials/issuer', true],
    ['main', 'src/main/people/roster/decode.ts', '../../store/libsql', false],
    ['main', 'src/main/export/exports.ts', '../worker/client', true],
    ['main', 'src/main/ipc/people.ts', '../compose/services', true],
    ['main', 'src/main/learn/courses.ts', '../../bridge/channels', false],
    ['main', 'src/main/records/one.ts', '../store/libsql', true],
    ['renderer', 'src/renderer/ui/Button.tsx', '../i18n', true],
    ['renderer', 'src/renderer/people/People.tsx', '../records/Records', true],
    ['renderer', 'src/renderer/people/People.tsx', '../lists/lists.css', false],
    ['renderer', 'src/renderer/learn/Learn.tsx', '../app/App', true],
    ['renderer', 'src/renderer/learn/Learn.tsx', '../api', false],
    ['renderer', 'src/renderer/records/person/Person.tsx', '../../settings/Data', true],
    ['renderer', 'src/renderer/records/person/Person.tsx', '../cells', false],
    ['renderer', 'src/renderer/learn/Learn.tsx', '../../bridge', false],
  ] as const)('sees in %s what %s does with %s', (layer, file, from, isWrong) => {
    expect(againstTheOrder(layer, [{ file, from }])).toHaveLength(isWrong ? 1 : 0)
  })
})

describe('domain', () => {
  const files = sources.filter((file) => layerOf(file) === 'domain')

  it('has no clock, no randomness and no system of its own', () => {
    const forbidden =
      /\b(?:new Date\b|Date\s*[.(]|Math\.random|crypto\b|process\.|globalThis\b|performance\.|setTimeout\b|setInterval\b|fetch\s*\(|console\.|document\.|window\.|localStorage\b|Buffer\b)/
    const wrong = files.flatMap((file) => {
      const match = forbidden.exec(withoutText(read(file)))
      return match ? [`${file}: ${match[0]}`] : []
    })
    expect(wrong).toEqual([])
  })

  it('explains every public function', () => {
    const wrong = files.flatMap((file) => {
      const source = read(file)
      return [...source.matchAll(/^export (?:async )?function\*? (\w+)/gm)]
        .filter((match) => !/\*\/\s*$/.test(source.slice(0, match.index)))
        .map((match) => `${file}: ${match[1]}`)
    })
    expect(wrong).toEqual([])
  })
})

/**
 * The player and the debrief are embedded by the application and by other programs, so they may import only these
 * folders.
 */
const EMBEDDED = ['player', 'debrief']
const FOR_EMBEDDED = [...EMBEDDED, 'ui', 'i18n']

/** Lists the forbidden imports of embedded files: the frame, main's API, the bridge, another screen. */
const wrongOfEmbedded = (all: readonly (Import & { readonly file: string })[]): string[] =>
  all
    .filter(({ file, from }) => {
      const [, layer, folder] = file.split('/')
      if (layer !== 'renderer' || !EMBEDDED.includes(folder!) || !isRelative(from)) return false
      const [, otherLayer, otherFolder] = targetOf(file, from).split('/')
      return otherLayer !== 'domain' && !(otherLayer === 'renderer' && FOR_EMBEDDED.includes(otherFolder!))
    })
    .map(({ file, from }) => `${file} imports ${from}`)

/** Finds code that reaches for the API that preload gives the page. */
const MAINS_API = /\b(?:window|globalThis|self)\s*(?:\?\.|\.|\[\s*['"`])\s*api\b/

describe('the player and the debrief', () => {
  const planted = (file: string, source: string) =>
    wrongOfEmbedded(importsOf(source).map((entry) => ({ file, ...entry })))

  it.each([
    ["import { useAppState } from '../app/app-state'", ['../app/app-state']],
    ["import { unwrap } from '../api'", ['../api']],
    ["import type { AttemptView } from '../../bridge'", ['../../bridge']],
    ["const Records = lazy(() => import('../records/Records'))", ['../records/Records']],
    ["export { go } from '../app/navigation'", ['../app/navigation']],
    ["import '../app/app.css'", ['../app/app.css']],
    ["import { Button } from '../ui'\nimport { replay } from '../../domain/run'", []],
    ["import { pick } from '../i18n'\nimport { Prose } from '../player/Prose'\nimport './own'", []],
  ])('would be caught at %s', (source, wrong) => {
    for (const folder of EMBEDDED) {
      const file = `src/renderer/${folder}/Planted.tsx`
      expect(planted(file, source)).toEqual(wrong.map((from) => `${file} imports ${from}`))
    }
    expect(planted('src/renderer/learn/Planted.tsx', source)).toEqual([])
  })

  it('import of the renderer only widgets and texts, and nothing of the bridge', () => {
    expect(imports.filter(({ file }) => file.startsWith('src/renderer/player/')).length).toBeGreaterThan(20)
    expect(wrongOfEmbedded(imports)).toEqual([])
  })

  it('do not know what preload gives the page', () => {
    for (const planted of ['window.api.attempt', "globalThis['api']", 'window?.api', 'self . api']) {
      expect(MAINS_API.test(planted), planted).toBe(true)
    }
    expect(MAINS_API.test('window.apiary; host.api')).toBe(false)
    const wrong = sources
      .filter((file) => EMBEDDED.some((folder) => file.startsWith(`src/renderer/${folder}/`)))
      .filter((file) => MAINS_API.test(withoutComments(read(file))))
    expect(wrong).toEqual([])
  })
})

describe('files', () => {
  const code = ['src', 'tests', 'build'].flatMap((folder) => filesUnder(folder, /\.(tsx?|[mc]?js|css)$/))
  const own = [
    ...code,
    ...['scenarios', 'docs'].flatMap((folder) => filesUnder(folder, /\.(json|md)$/)),
    ...readdirSync(root).filter((name) => /\.(md|json|ts|yml)$/.test(name) && name !== 'package-lock.json'),
  ]

  it('stay short enough to read', () => {
    const long = code
      .filter((file) => file !== 'src/texts/generated.ts')
      .map((file) => ({ file, lines: read(file).split('\n').length }))
      .filter(({ lines }) => lines > 420)
      .map(({ file, lines }) => `${file}: ${lines} lines`)
    expect(long).toEqual([])
  })

  it('name no place of one machine', () => {
    const folders = ['home', 'root', 'work', 'Users'].join('|')
    const machinePath = new RegExp(
      `(?:^|[\\s"'\`(=])(?:/(?:${folders})/[A-Za-z]|[A-Z]:\\\\{1,2}Users\\\\)`,
      'm',
    )
    expect(own.filter((file) => !file.startsWith('tests/') && machinePath.test(read(file)))).toEqual([])
  })

  it('have names that every system can hold', () => {
    const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
    const bad = (part: string) => reserved.test(part) || /[<>:"\\|?*\s]/.test(part)
    expect(own.filter((file) => file.split('/').some(bad))).toEqual([])
    expect(new Set(own.map((file) => file.toLowerCase())).size).toBe(own.length)
  })

  it('can be told apart by an import, which names no ending, where a capital is the same as a small letter', () => {
    const names = code
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => file.replace(/\.tsx?$/, '').toLowerCase())
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  it('silence neither the compiler nor the linter without a reason', () => {
    const silencers = new RegExp(['@ts', '-(?:ignore|nocheck|expect-error)'].join(''))
    // A test may expect an error of the compiler, if it says which.
    const unreasoned = new RegExp(['@ts', '-(?:ignore|nocheck|expect-error(?! -- \\w))'].join(''))
    const found = code.filter((file) => (file.startsWith('tests/') ? unreasoned : silencers).test(read(file)))
    expect(found).toEqual([])
  })
})
