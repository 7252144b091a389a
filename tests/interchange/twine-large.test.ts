import { describe, expect, it, vi } from 'vitest'
import { Ids } from '../../src/domain/authoring/import/ids'
import { importTwine } from './drafts'

const REPEATED = [
  ['Harlowe', '[[Go->B]] '],
  ['Harlowe', '(link: "Go")[Words.] '],
  ['Harlowe', '$x '],
  ['Harlowe', 'See [[a->B]] / '],
  ['Harlowe', '(if: true)[x] '],
  ['Harlowe', '[x '],
  ['SugarCube', '[[Go|B][$x to 1]] '],
  ['SugarCube', '<<link "Go" "B">><</link>> '],
  ['SugarCube', '<<foo>> '],
  ['SugarCube', '<<set $x to "a" '],
  ['SugarCube', '/* x '],
  ['Chapbook', '[[Go->B]] '],
  ['Snowman', '[[Go->B]] <% x %>'],
  ['Snowman', '<a data-passage="B">Go</a> '],
] as const

/** Returns the milliseconds of the faster of two imports of a passage that holds the same thing so many times. */
async function millisecondsOf(format: string, piece: string, times: number): Promise<number> {
  const runs: number[] = []
  for (let run = 0; run < 2; run += 1) {
    const from = performance.now()
    await importTwine(format, `:: Start\nA.\n${piece.repeat(times)}`, ':: B\nEnd.')
    runs.push(performance.now() - from)
  }
  return Math.min(...runs)
}

describe('a passage with thousands of equal parts', () => {
  // Eight times as many take eight times as long, and sixty-four times where each looks at all others.
  it.each(REPEATED)(
    'takes as long as it is: %s %s',
    async (format, piece) => {
      const few = await millisecondsOf(format, piece, 1000)
      const many = await millisecondsOf(format, piece, 8000)
      expect(many / Math.max(few, 10)).toBeLessThan(24)
    },
    120_000,
  )

  it('gives each reply an id without asking for all before it', () => {
    const ids = new Ids()
    const has = vi.spyOn(Set.prototype, 'has')
    const given = Array.from({ length: 5000 }, () => ids.of('Go', 'reply'))
    const asked = has.mock.calls.length
    has.mockRestore()
    expect(given.at(-1)).toBe('go-5000')
    expect(new Set(given).size).toBe(5000)
    expect(asked).toBeLessThan(5000 * 6)
  })

  it('gives no id twice, whatever names look like numbered ones', () => {
    const ids = new Ids(['go-3'])
    expect(['Go', 'Go 2', 'Go', 'Go', 'Go 2', 'Go'].map((name) => ids.of(name, 'x'))).toEqual([
      'go',
      'go-2',
      'go-4',
      'go-5',
      'go-2-2',
      'go-6',
    ])
  })
})
