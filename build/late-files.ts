import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** Files with fewer bytes than this are not worth packing. */
const SMALLEST = 8_000

/** Matches the chunks of the first screens by the names that electron.vite.config.ts gives them. */
const FIRST = /\/(?:start|texts-[\w-]+-first)-/

interface Chunk {
  readonly type: 'chunk'
  readonly fileName: string
  readonly isEntry: boolean
  readonly imports: readonly string[]
  readonly dynamicImports: readonly string[]
}
interface Asset {
  readonly type: 'asset'
  readonly fileName: string
}
type Bundle = Record<string, Chunk | Asset>

/**
 * Returns the chunks that a page reads before it shows anything: its entry with all its imports, and the first texts.
 */
export function readAtOnce(bundle: Bundle): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (name: string): void => {
    const file = bundle[name]
    if (found.has(name) || file?.type !== 'chunk') return
    found.add(name)
    for (const next of file.imports) add(next)
  }
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type === 'chunk' && (file.isEntry || FIRST.test(name))) add(name)
  }
  return found
}

/** Compresses a file. */
export const packed = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })

/**
 * Writes the scripts that no page needs for its first screen compressed, as `<name>.br`. They are most of the code in a
 * package. `src/main/windows/protocol.ts` reads them.
 */
export function lateFilesCompressed() {
  return {
    name: 'late-files-compressed',
    apply: 'build' as const,
    // Files are only complete when they are written: names of styles and chunks in a script are filled in last.
    writeBundle({ dir }: { readonly dir?: string | undefined }, bundle: Bundle) {
      const first = readAtOnce(bundle)
      for (const name of Object.keys(bundle)) {
        if (!name.endsWith('.js') || first.has(name)) continue
        const file = join(dir!, name)
        const bytes = readFileSync(file)
        if (bytes.length < SMALLEST) continue
        writeFileSync(`${file}.br`, packed(bytes))
        rmSync(file)
      }
    },
  }
}

/** Chunks of main with fewer bytes than this are not worth packing. */
const SMALLEST_CHUNK = 60_000

/** Teaches main's own `require` to read packed chunks. This code stands at the beginning of each program. */
const LOADER =
  'require.extensions[".br"]??=(chunk,file)=>chunk._compile(String(' +
  'require("node:zlib").brotliDecompressSync(require("node:fs").readFileSync(file))),file);\n'

/** Returns the chunks that a thread of main reads as soon as it begins, and those that its entry imports soon after. */
export function readSoon(bundle: Bundle): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (name: string, further: boolean): void => {
    const file = bundle[name]
    if (file?.type !== 'chunk' || found.has(name)) return
    found.add(name)
    for (const next of file.imports) add(next, further)
    if (further) for (const next of file.dynamicImports) add(next, false)
  }
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type === 'chunk' && file.isEntry) add(name, true)
  }
  return found
}

/**
 * Does the same for main: chunks with libraries for a single task, such as reading a PDF or a story of another program,
 * are compressed.
 */
export function lateChunksCompressed() {
  return {
    name: 'late-chunks-compressed',
    apply: 'build' as const,
    writeBundle({ dir }: { readonly dir?: string | undefined }, bundle: Bundle) {
      const soon = readSoon(bundle)
      const chunks = Object.entries(bundle).filter(([, file]) => file.type === 'chunk')
      const texts = new Map(chunks.map(([name]) => [name, readFileSync(join(dir!, name), 'utf8')]))
      const late = [...texts].filter(([name, text]) => !soon.has(name) && text.length >= SMALLEST_CHUNK)
      for (const [name, file] of chunks) {
        let text = texts.get(name)!
        for (const [other] of late)
          text = text.replaceAll(`require("./${other}")`, `require("./${other}.br")`)
        if (file.type === 'chunk' && file.isEntry) text = LOADER + text
        texts.set(name, text)
      }
      for (const [name, text] of texts) {
        const file = join(dir!, name)
        if (late.some(([other]) => other === name)) {
          writeFileSync(`${file}.br`, packed(Buffer.from(text)))
          rmSync(file)
        } else writeFileSync(file, text)
      }
    },
  }
}
