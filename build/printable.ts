// Lists the characters that the bundled fonts can print, as far as the style sheets use each file for them.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import * as fontkit from 'fontkit'

const ui = path.resolve(__dirname, '..', 'src', 'renderer', 'ui')
const { resolve } = createRequire(path.join(ui, 'fonts.css'))
/** Only used for text on its own, never beside letters of other fonts. */
const NOT_FOR_NAMES = 'IBM Plex Mono'

interface Face {
  readonly family: string
  readonly ranges: string
  readonly file: string
}

/** Returns the fonts of a style sheet and of those that it imports. */
function facesOf(file: string): Face[] {
  const css = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const place = (name: string) => (name.startsWith('.') ? path.join(path.dirname(file), name) : resolve(name))
  const imported = [...css.matchAll(/@import '([^']+)'/g)].flatMap(([, name]) => facesOf(place(name!)))
  const own = [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, rule]) => {
    const found = {
      family: /font-family: '([^']+)'/.exec(rule!)?.[1],
      ranges: /unicode-range: ([^;]+);/.exec(rule!)?.[1] ?? 'U+0-10FFFF',
      file: /url\('?([^')]+\.woff2)'?\)/.exec(rule!)?.[1],
    }
    if (!found.family || !found.file) throw new Error(`A face in ${file} lacks something.`)
    return { ...found, family: found.family, file: place(found.file) }
  })
  return [...imported, ...own]
}

function charactersOf({ file, ranges }: Face): number[] {
  const font = fontkit.create(readFileSync(file))
  if (!('characterSet' in font)) throw new Error(`${file} holds several fonts.`)
  const wanted = ranges.split(',').map((range) => {
    const [first, last] = range.trim().slice(2).split('-')
    return [parseInt(first!, 16), parseInt(last ?? first!, 16)] as const
  })
  return font.characterSet.filter((code) => wanted.some(([first, last]) => code >= first && code <= last))
}

/**
 * Packs ranges into a text. Each is given by the distance from the end of the previous one and the number of characters
 * after its first, in base 36.
 */
function packed(characters: readonly number[]): string {
  const parts: string[] = []
  let end = 0
  for (let i = 0; i < characters.length;) {
    const first = characters[i]!
    let last = first
    for (i += 1; characters[i] === last + 1; i += 1) last += 1
    const gap = (first - end).toString(36)
    parts.push(last === first ? gap : `${gap}.${(last - first).toString(36)}`)
    end = last
  }
  return parts.join(' ')
}

/** Returns the table as the source of a module of the domain. */
export function printableModule(): string {
  // A font with several weights prints only the characters that each of its files has.
  const byFace = new Map<string, number[]>()
  for (const face of [...facesOf(path.join(ui, 'fonts.css')), ...facesOf(path.join(ui, 'scripts.css'))]) {
    if (face.family === NOT_FOR_NAMES) continue
    const key = `${face.family} ${face.ranges}`
    const characters = charactersOf(face)
    const before = byFace.get(key)
    const all = new Set(characters)
    byFace.set(key, before ? before.filter((code) => all.has(code)) : characters.sort((a, b) => a - b))
  }
  const lines = [...byFace.values()].map((characters) => `  '${packed(characters)}',`)
  return `// Written by \`npm run generate\` from the bundled fonts.\nexport const PRINTABLE_FACES: readonly string[] = [\n${lines.join('\n')}\n]\n`
}
