import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ROOT = path.join(__dirname, '../../src')

/** Texts of all areas by their keys. A key may stand in several areas. */
function textsOf(locale: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const folder = path.join(ROOT, 'texts', locale)
  for (const name of readdirSync(folder)) {
    const area = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, string>
    for (const [key, text] of Object.entries(area)) found.set(key, [...(found.get(key) ?? []), text])
  }
  return found
}

const screens = readdirSync(path.join(ROOT, 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(path.join(ROOT, 'renderer', name), 'utf8'))

// Three dots say that a button asks something before it acts. What it opens does not say that of itself.
it.each(['en', 'fr'])('no dialog or screen has the words of a button as its title (%s)', (locale) => {
  const texts = textsOf(locale)
  const keys = screens.flatMap((text) =>
    [...text.matchAll(/\btitle=\{\w+\(\s*'([^']+)'/g)].map(([, key]) => key!),
  )
  expect(keys.length).toBeGreaterThan(60)
  const titles = keys.flatMap((key) => texts.get(key) ?? [])
  expect(titles.filter((title) => title.endsWith('…'))).toEqual([])
})
