import { describe, expect, it } from 'vitest'
import { courseSchema } from '../../../src/domain/course'
import { floorSchema } from '../../../src/domain/scenario/floor'
import { resolvePart } from '../../../src/domain/scenario/mend'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import type { PartSchema } from '../../../src/domain/authoring/key-order'
import { LOCALES } from '../../../src/texts/generated'
import { loadTexts } from '../../../src/texts/translate'

/** Names that forms never show: the program writes them, or their parts have a form of their own. */
const UNSEEN = new Set([
  '$schema',
  'format',
  'id',
  'sha256',
  'on',
  'after',
  'always',
  'initial',
  'states',
  'all',
  'any',
  'not',
  'atLeast',
  'below',
])

function namesIn(root: PartSchema): { names: Set<string>; words: Set<string> } {
  const names = new Set<string>()
  const words = new Set<string>()
  const walk = (schema: PartSchema, depth: number): void => {
    if (!schema || depth > 9) return
    const { definition } = resolvePart(schema)
    if (definition.type === 'enum') for (const word of Object.values(definition.entries!)) words.add(word)
    for (const [name, part] of Object.entries(definition.shape ?? {})) {
      names.add(name)
      walk(part, depth + 1)
    }
    for (const part of [definition.valueType, definition.element, ...(definition.options ?? [])])
      walk(part, depth + 1)
  }
  walk(root, 0)
  return { names, words }
}

describe.each(LOCALES)('fields in %s', (locale) => {
  it('are all called something, as are the words that they can hold', async () => {
    const t = await loadTexts(locale, 'studio-fields')
    for (const schema of [scenarioSchema, courseSchema, floorSchema]) {
      const { names, words } = namesIn(schema)
      expect([...names].filter((name) => !UNSEEN.has(name) && !t.has(`label.${name}`))).toEqual([])
      expect([...words].filter((word) => !t.has(`word.${word}`))).toEqual([])
    }
  })
})
