import { describe, expect, it } from 'vitest'
import { readProse } from '../../src/domain/scenario/text-language'
import { viewOf, type Session } from '../../src/domain/run'
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

/** Returns the words of a scene as a screen shows them, with the styles and the lists that it shows. */
const seen = (session: Session): string =>
  viewOf(session)
    .beats.flatMap(({ text }) => readProse(Object.values(text)[0]!, { trainee: 'Zoe', organisation: 'Acme' }))
    .map((block) =>
      block.kind === 'list'
        ? `list of ${block.items.length}`
        : block.parts.map(({ text, style }) => (style === 'plain' ? text : `[${style}: ${text}]`)).join(''),
    )
    .join('\n')
/** Returns words with the signs that look like those of the text language, in place of these. */
const alike = (words: string): string =>
  words.replaceAll('∗', '*').replaceAll('‐', '-').replaceAll('❴', '{').replaceAll('❵', '}')

const SIGNS = [
  '*very* **much**',
  "''bold'' //slanted// __under__ ~~struck~~ ^^up^^",
  '_low_ and __lower__',
  '{trainee} of {organisation}, {name} {',
  '# 5 of 7',
  '! now',
  '1. one',
  '* one',
  '- one\n- two',
  '---',
  '2 * 3 * 4, a-b',
  '***',
  '$x (set:) <',
]
const MARKS = [
  ['SugarCube', '"""', '"""'],
  ['SugarCube', '{{{', '}}}'],
  ['SugarCube', '<nowiki>', '</nowiki>'],
  ['Harlowe', '`', '`'],
  ['Harlowe', '(verbatim:)[', ']'],
  ['Harlowe', '(v6m:)[', ']'],
  ['Harlowe', '(text-colour: red)+(verbatim:)[', ']'],
] as const

describe('words that are no notation, with the signs of another one', () => {
  it.each(MARKS.flatMap((marks) => SIGNS.map((signs) => [...marks, signs] as const)))(
    'are shown as they are written: %s %s%s %s',
    async (format, open, close, signs) => {
      const draft = await importTwine(format, `:: Start\n${open}${signs}${close}\n\nThen **this** too.`)
      const shown = seen(begin(draft))
      expect(alike(shown.split('\n').slice(0, -1).join('\n'))).toBe(signs)
      expect(hasShape(draft.document)).toBe(true)
      expect(JSON.stringify([draft.document, draft.notes])).not.toMatch(/[\ufdd0-\ufdef]/)
    },
  )

  it.each([
    ['SugarCube', '"""', '"""'],
    ['Harlowe', '`', '`'],
  ])('keep their own letters where these mean nothing: %s', async (format, open, close) => {
    const draft = await importTwine(format, `:: Start\n${open}2 * 3 - 1, a-b *${close}`)
    expect(JSON.stringify(draft.document)).toContain('2 * 3 - 1, a-b *')
  })

  it.each([
    ['Harlowe', '&#42;a&#42; &#123;trainee&#125; &#39;&#39;b&#39;&#39;', "*a* {trainee} ''b''"],
    ['SugarCube', '&#42;a&#42; &lbrace; &#95;&#95;b&#95;&#95;', '*a* &lbrace; __b__'],
    ['Chapbook', '\\*a\\* \\_b\\_ \\{trainee\\} \\[[c]]', '*a* _b_ {trainee} [[c]]'],
    ['Snowman', '\\*a\\* \\_b\\_ C:\\temp \\# 5', '*a* _b_ C:\\temp # 5'],
    ['Chapbook', 'Type `*a* _b_`.', 'Type *a* _b_.'],
    ['Snowman', 'Type ``*a* `_b_``.', 'Type *a* `_b_.'],
    ['Snowman', 'A lone ` here. *B*', 'A lone ` here. [emphasis: B]'],
  ])('may be written in other ways, too: %s %s', async (format, text, expected) => {
    const draft = await importTwine(format, `:: Start\n${text}`)
    expect(alike(seen(begin(draft)))).toBe(expected)
  })

  it('stay so in a reply, beside values, and in a note about it', async () => {
    const draft = await importTwine(
      'SugarCube',
      ':: Start\n<<set $who to "Ana">>"""*"""$who"""*"""\n[[Say """*no*"""|B]]',
      ':: B\nEnd.',
    )
    expect(alike(seen(begin(draft)))).toBe('*Ana*')
    expect(replies(begin(draft)).map(alike)).toEqual(['Say *no*'])
    const asked = await importTwine(
      'SugarCube',
      ':: Start\n<<linkreplace "A *b*">><<if setup.x>><<goto "B">><<else>>No.<</if>><</linkreplace>>',
      ':: B\nEnd.',
    )
    expect(asked.notes.map(({ code }) => code)).toContain('condition')
    expect(JSON.stringify(asked.notes)).not.toMatch(/[\ufdd0-\ufdef]/)
  })

  it('still begin with the name of who says them', async () => {
    const draft = await importTwine('Harlowe', ':: Start\nO&#39;Neil: Hi.\n\nO&#39;Neil: There?')
    expect(Object.values(draft.document.cast).map(({ name }) => name)).toEqual(["O'Neil"])
    expect(said(begin(draft))).toEqual(['Hi.', 'There?'])
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
