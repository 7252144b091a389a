/** Checks the contrasts that docs/accessibility.md promises, from the colours themselves; axe checks the pages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(__dirname, '../../src/renderer/ui/tokens.css'), 'utf8')
const themes = css.split('[data-theme=').map((part) => {
  const found = [...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)]
  return Object.fromEntries(found.map(([, name, colour]) => [name!, colour!]))
})
const light = themes[0]!
const dark = { ...light, ...themes.find((theme) => theme['paper'] !== undefined && theme !== light)! }

/** Returns the relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (bright + 0.05) / (dim + 0.05)
}

const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'sheet', 'sunken', 'line-soft', 'amber-soft', 'good-soft', 'critical-soft']],
  ['ink-2', ['paper', 'sheet', 'sunken']],
  ['ink-3', ['paper', 'sheet']],
  ['line-text', ['paper', 'sheet', 'line-soft']],
  ['amber-text', ['paper', 'sheet', 'amber-soft']],
  ['good', ['paper', 'sheet', 'good-soft']],
  ['critical', ['paper', 'sheet', 'critical-soft']],
  ['line-ink', ['line', 'line-strong']],
]
const MARKS = ['edge', 'line', 'amber', 'good', 'critical']

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, theme) => {
  it.each(TEXT)('has %s readable on what it stands on', (text, grounds) => {
    for (const ground of grounds) {
      expect(contrast(theme[text]!, theme[ground]!), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })
  it.each(MARKS)('has %s visible as a mark or the edge of a field', (mark) => {
    for (const ground of ['paper', 'sheet']) {
      expect(contrast(theme[mark]!, theme[ground]!), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3)
    }
  })
})
