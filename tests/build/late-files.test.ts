import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { lateChunksCompressed, lateFilesCompressed, readAtOnce, readSoon } from '../../build/late-files'

const chunk = (fileName: string, imports: string[] = [], isEntry = false) =>
  ({ type: 'chunk', fileName, isEntry, imports, dynamicImports: [] as string[] }) as const
const LONG = 'work();'.repeat(5000)

const bundle = () => ({
  'assets/index-1.js': chunk('assets/index-1.js', ['assets/start-1.js'], true),
  'assets/start-1.js': chunk('assets/start-1.js'),
  'assets/texts-en-first-1.js': chunk('assets/texts-en-first-1.js'),
  'assets/texts-en-1.js': chunk('assets/texts-en-1.js'),
  'assets/Studio-1.js': chunk('assets/Studio-1.js', ['assets/start-1.js']),
  'assets/small-1.js': chunk('assets/small-1.js'),
  'assets/worker.js': { type: 'asset', fileName: 'assets/worker.js' } as const,
  'assets/start-1.css': { type: 'asset', fileName: 'assets/start-1.css' } as const,
})

describe('what is compressed', () => {
  it('is no script that the first screen waits for', () => {
    expect([...readAtOnce(bundle())].sort()).toEqual([
      'assets/index-1.js',
      'assets/start-1.js',
      'assets/texts-en-first-1.js',
    ])
  })

  it('is every long script that is read later, as it was written, and nothing is there twice', () => {
    const dir = mkdtempSync(join(tmpdir(), 'htl-late-'))
    mkdirSync(join(dir, 'assets'))
    const files = bundle()
    for (const name of Object.keys(files))
      writeFileSync(join(dir, name), name.includes('small') ? 'work()' : LONG)
    lateFilesCompressed().writeBundle({ dir }, files)
    const left = readdirSync(join(dir, 'assets')).sort()
    expect(left.filter((name) => name.endsWith('.br'))).toEqual([
      'Studio-1.js.br',
      'texts-en-1.js.br',
      'worker.js.br',
    ])
    for (const name of left.filter((one) => one.endsWith('.br'))) {
      expect(String(brotliDecompressSync(readFileSync(join(dir, 'assets', name))))).toBe(LONG)
      expect(left).not.toContain(name.slice(0, -3))
    }
    expect(left).toHaveLength(Object.keys(files).length)
    rmSync(dir, { recursive: true })
  })
})

describe('chunks of main', () => {
  const program = () => ({
    'index.cjs': { ...chunk('index.cjs', ['base.cjs'], true), dynamicImports: ['soon.cjs'] },
    'base.cjs': chunk('base.cjs'),
    'soon.cjs': { ...chunk('soon.cjs'), dynamicImports: ['library.cjs'] },
    'library.cjs': chunk('library.cjs', ['base.cjs']),
  })

  it('that an entry asks for by itself are left as they are', () => {
    expect([...readSoon(program())].sort()).toEqual(['base.cjs', 'index.cjs', 'soon.cjs'])
  })

  it('are read by each other as before', () => {
    const dir = mkdtempSync(join(tmpdir(), 'htl-late-'))
    const fill = `/* ${'long '.repeat(20_000)} */`
    const code: Record<string, string> = {
      'index.cjs':
        'const base = require("./base.cjs");const soon = require("./soon.cjs");process.stdout.write(soon.work() + base.word)',
      'base.cjs': `${fill}exports.word = "é"`,
      'soon.cjs': 'exports.work = () => require("./library.cjs").name',
      'library.cjs': `${fill}exports.name = "library" + require("./base.cjs").word + __filename.length`,
    }
    for (const [name, text] of Object.entries(code)) writeFileSync(join(dir, name), text)
    const run = () => execFileSync(process.execPath, [join(dir, 'index.cjs')], { encoding: 'utf8' })
    const before = run()
    lateChunksCompressed().writeBundle({ dir }, program())
    expect(readdirSync(dir).sort()).toEqual(['base.cjs', 'index.cjs', 'library.cjs.br', 'soon.cjs'])
    // The file's name is three letters longer.
    expect(run()).toBe(before.replace(/\d+/, (length) => String(Number(length) + 3)))
    rmSync(dir, { recursive: true })
  })
})
