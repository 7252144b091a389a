import { describe, expect, it } from 'vitest'
import { begin, choose, hasShape, importTwine, issuesOf, lost, replies, said } from './drafts'

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

describe('words that are no notation', () => {
  it.each([
    ['SugarCube', 'Pay """$5 for $n [[x]]""" now.', 'Pay $5 for $n [[x]] now.'],
    ['SugarCube', 'Pay <nowiki>[[x]] $n</nowiki> now.', 'Pay [[x]] $n now.'],
    ['SugarCube', 'Type {{{ $n }}}.', 'Type  $n .'],
    ['Harlowe', 'Type `$n (if: $a)` or ``a`b``.', 'Type $n (if: $a) or a`b.'],
  ])('are shown as they are written, without their marks: %s %s', async (format, text, words) => {
    const draft = await importTwine(format, `:: Start\n${text}`)
    expect(said(begin(draft))).toEqual([words])
    expect(lost(draft, 'print')).toEqual([])
  })
})

describe('the layout of Harlowe', () => {
  it('may put a hook or a link on the line after its macro', async () => {
    const draft = await importTwine(
      'Harlowe',
      ':: Start\nA.\n(if: $k)\n[Known.]\n(else:)\n[Unknown.]\n(if: $k)\n[[Greet->B]]\n(own-thing:)\n\n[Words.]\n[[Go->B]]',
      ':: B\n(set: $k to true)B.\n[[Back->Start]]\n[[Leave->C]]',
      ':: C\nEnd.',
    )
    const start = begin(draft)
    expect(said(start).join(' ')).toBe('A.\nUnknown. Words.')
    expect(replies(start)).toEqual(['Go'])
    const again = choose(choose(start, 'Go'), 'Back')
    expect(said(again).join(' ')).toBe('A.\nKnown. Words.')
    expect(replies(again)).toEqual(['Greet', 'Go'])
    expect(lost(draft, 'macro')).toEqual(['(own-thing:)'])
  })

  it('ends a hook without a closing bracket where the passage or the hook around it ends', async () => {
    const draft = await importTwine(
      'Harlowe',
      ':: Start\nA.\n(if: $k)[==\nYou know her.\n[[Greet->C]]',
      ':: B\n(set: $k to true)(if: $k)[One (if: $k)[=two] three.\n[=\nFour.\n[[Back->Start]]',
      ':: C\nEnd.\n[[On->B]]',
    )
    const { states } = draft.document.machine
    const known = Object.values(states).find((state) => JSON.stringify(state.meta).includes('You know her.'))
    expect(Object.keys(known!.on!)).toEqual(['greet'])
    expect(JSON.stringify(states['b']!.meta!.beats)).toContain('One two three.')
    expect(JSON.stringify(draft.document)).not.toMatch(/[[=]=|\[=/)
  })

  it('is noted and never read', async () => {
    const text = 'Left\n==>\nRight\n=><=\nMiddle\n<==>\nWide\n<==\n|==||=\nTwo\n=|||\n3 => 2 || 1 = 1'
    const draft = await importTwine('Harlowe', `:: Start\n${text}`)
    expect(said(begin(draft))).toEqual(['Left', 'Right', 'Middle', 'Wide', 'Two', '3 => 2 || 1 = 1'])
    expect(lost(draft, 'style')).toEqual(['==>', '=><=', '<==>', '<==', '|==||=', '=|||'])
    expect(replies(begin(draft))).toEqual([])
  })
})
