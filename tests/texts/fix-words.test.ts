import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../src/texts/generated'
import { loadFixSayer } from '../../src/texts/fix-words'

describe('what a quick fix does', () => {
  it.each(LOCALES)('is said in %s', async (locale) => {
    const say = await loadFixSayer(locale)
    const use = say({ code: 'fix.use', params: { was: 'hok', name: 'hook' } })
    expect(use).toContain('hook')
    expect(use).toContain('hok')
    expect(say({ code: 'fix.points', params: { points: 1 } })).toMatch(/1\spoint\b/)
    expect(say({ code: 'fix.points', params: { points: 2 } })).toMatch(/2\spoints\b/)
    expect(say({ code: 'fix.make-ending' })).not.toBe('')
  })
})
