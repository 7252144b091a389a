// Finds out from a program's code which texts it reads, so that the build can leave out the others.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { areasIn, FIRST } from './texts'

const CALL = /\bloadTexts\(/g
const CALL_FOR_AREA = /\bloadTexts\((?:[^(),]|\([^()]*\))*,\s*'([\w-]+)'\s*,?\s*\)/g
/** Modules of texts, as a program imports them and as they import each other. */
const MODULE = /'(?:\.\.\/)+texts\/([\w-]+)'/g
const NEIGHBOUR = /'\.\/([\w-]+)'/g
const TYPES_ALONE = /^import type [^;']*'[^']*'/gm
/** Texts that are there at once, such as those of credentials. */
const AT_ONCE = /\bfrom '\.\/[^/']+\/([\w-]+)\.json'/g

const found = (pattern: RegExp, code: string): string[] =>
  [...code.matchAll(pattern)].map(([, word]) => word!)

/**
 * Returns the areas that a program reads, in its own code or in modules of texts that this code imports.
 * @param program the folder of its code
 * @param texts the folder of texts
 * @throws if a call does not name its area, because then nobody can tell
 */
export function areasReadBy(program: string, texts: string): string[] {
  const areas = new Set<string>()
  const modules = new Set<string>()
  const look = (file: string, imports: RegExp): void => {
    const code = readFileSync(file, 'utf8').replaceAll(TYPES_ALONE, '')
    const called = found(CALL_FOR_AREA, code)
    if (called.length < found(CALL, code).length) {
      throw new Error(`${file} does not say which area of texts it reads.`)
    }
    for (const area of [...called, ...found(AT_ONCE, code)]) areas.add(area)
    for (const module of found(imports, code)) {
      if (modules.has(module)) continue
      modules.add(module)
      look(path.join(texts, `${module}.ts`), NEIGHBOUR)
    }
  }
  for (const name of readdirSync(program, { recursive: true, encoding: 'utf8' })) {
    if (/\.tsx?$/.test(name)) look(path.join(program, name), MODULE)
  }
  return [...areas].sort()
}

/** Returns the areas that a program does not read. */
export function areasNotReadBy(program: string, texts: string): string[] {
  const read = areasReadBy(program, texts)
  return areasIn(texts, FIRST).filter((area) => !read.includes(area))
}
