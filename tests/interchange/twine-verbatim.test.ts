import { describe, expect, it } from 'vitest'
import { begin, hasShape, importTwine, issuesOf, lost, replies, said } from './drafts'

describe('long names of Twine', () => {
  it('are never cut within a letter or an emoji', async () => {
    const waves = '👋🏽'.repeat(2)
    for (const length of [115, 116, 117, 118, 119]) {
      const title = `${'x'.repeat(length)}${waves}${'y'.repeat(20)}`
      const words = `${'w'.repeat(length + 480)}${waves}${'z'.repeat(20)}`
      const draft = await importTwine(
        'Harlowe',
        `:: ${title}\nA.\n[[${words}->B]]\n(${words}: $x)`,
        ':: B\nEnd.',
      )
      const written = JSON.stringify([draft.document, draft.notes])
      expect(written).not.toMatch(/\\ud[89a-f]/i)
      expect(written).toMatch(/(?:x|👋🏽)…/u)
      expect(written).not.toContain('👋…')
      expect(hasShape(draft.document)).toBe(true)
      expect(issuesOf(draft).map(({ code }) => code)).not.toContain('control-character')
    }
  })
})
