import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkScenario } from '../../../src/domain/scenario/check'
import { parseScenario } from '../../../src/domain/scenario/parse'
import { plainText, readProse, type Block } from '../../../src/domain/scenario/text-language'
import { at, soundScenario } from '../../fixtures/build'

const VALUES = { trainee: 'Priya', organisation: 'Northline' }

/** Returns the text on screen, letter for letter. */
const shown = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === 'list'
        ? block.items.map((parts) => parts.map(({ text }) => text).join('')).join('\n')
        : block.parts.map(({ text }) => text).join(''),
    )
    .join('\n')

const styled = (text: string) =>
  readProse(text).flatMap((block) =>
    (block.kind === 'list' ? block.items.flat() : block.parts)
      .filter(({ style }) => style !== 'plain')
      .map(({ style, text: words }) => `${style}:${words}`),
  )

const expectAsWritten = (text: string) => {
  expect(shown(readProse(text, VALUES))).toBe(text)
  expect(plainText(text, VALUES)).toBe(text)
  expect(styled(text)).toEqual([])
}

describe('a text without our marks', () => {
  it.each([
    '407112. That is the code you asked for.',
    '12. April is when I fly.',
    '1. First\n2. Second',
    '1) First',
    'My card is ***-**-1234.',
    '**-**-1234',
    '**** **** **** 4471',
    '*** Attention ***',
    '5 * 3 * 2 = 30, 2*3*4 and 2**3**4',
    'It lies in \\\\fileserver\\_tools\\_old.',
    'C:\\Users\\ana_sol',
    'Ana Sol\nCards\nManila',
    'Ana  Sol\n\n\nManila',
    '# 4521 is my order.',
    '> I never said that.',
    '-- Ana',
    '- One dash is no list.',
    '--- ',
    '+ plus',
    '`code` and _under_ and __score__ and ~~strike~~',
    "C'est l'organisation, n''est-ce pas '?",
    '=====',
    'a | b\n--|--',
    'https://example.org/?a=1&b=2 and a@example.org',
    '    four spaces',
    'AT&T &c. 3 < 4 > 2',
    '[x] done ![ ]',
    'a*b* and *c*d',
    '* star',
    '* one\n* two',
    '*',
    '**',
    '*open',
    '** spaced **',
  ])('is shown as it was written: %j', expectAsWritten)

  it('is, whatever the text', () => {
    const letters = fc.constantFrom(...'ab1 .,:;!?#>-_`\\~\'"()|+=&$%@/\n\t«»é中٣😀'.match(/./gsu)!)
    const text = fc.array(letters, { maxLength: 40 }).map((list) => list.join(''))
    fc.assert(
      fc.property(
        text.filter((words) => !/^- \S.*\n- \S/m.test(words)),
        expectAsWritten,
      ),
      { numRuns: 2000 },
    )
  })

  it('loses no letter but the asterisks of emphasis and the dashes of a list', () => {
    const text = fc.array(fc.constantFrom('*', '**', 'a', '1', ' ', '-', '- ', '\n', '.', '{', '}'), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(text, (list) => {
        const words = list.join('')
        const bare = (of: string) => of.replaceAll('*', '').split('\n')
        const written = bare(words)
        bare(shown(readProse(words))).forEach((line, i) => {
          expect([written[i], written[i]?.replace(/^- /, '')]).toContain(line)
        })
        expect(bare(shown(readProse(words)))).toHaveLength(written.length)
        expect(plainText(words).replaceAll('*', '')).toBe(words.replaceAll('*', ''))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('emphasis', () => {
  it('stands between asterisks that touch the words', () => {
    expect(styled('Use *Report to security* or **never lend it**, *not* once.')).toEqual([
      'emphasis:Report to security',
      'strong:never lend it',
      'emphasis:not',
    ])
    expect(styled('(**or**) “*so*”: **4100**.')).toEqual(['strong:or', 'emphasis:so', 'strong:4100'])
    expect(plainText('**Late** is *better*.')).toBe('Late is better.')
  })

  it('does not come from what a placeholder stands for', () => {
    const [block] = readProse('Hi {trainee}!', { trainee: '*Ana* {organisation}', organisation: 'x' })
    expect(block).toEqual({
      kind: 'lines',
      parts: [{ text: 'Hi *Ana* {organisation}!', style: 'plain', marked: undefined }],
    })
  })
})

describe('a list', () => {
  it('is two lines or more that begin with a dash', () => {
    const blocks = readProse('Keep:\n- the *mail*\n- the number\nThank you.')
    expect(blocks.map(({ kind }) => kind)).toEqual(['lines', 'list', 'lines'])
    expect(shown(blocks)).toBe('Keep:\nthe mail\nthe number\nThank you.')
    expect(plainText('Keep:\n- a\n- b')).toBe('Keep:\n- a\n- b')
    expect(shown(readProse('- - a\n- b'))).toBe('- a\nb')
  })
})

describe('placeholders', () => {
  it('are filled in wherever an apostrophe stands', () => {
    expect(plainText("C'est l'{organisation} ? '{trainee}' {trainee}", VALUES)).toBe(
      "C'est l'Northline ? 'Priya' Priya",
    )
  })

  it('stay where nothing is known, and nothing else in curly brackets is one', () => {
    expect(plainText('{trainee} {constructor} {x, plural, other {y}} { {} }', { x: '1' })).toBe(
      '{trainee} {constructor} {x, plural, other {y}} { {} }',
    )
  })
})

describe('a phrase that a cue marks', () => {
  const marked = (text: string, ...phrases: string[]) =>
    readProse(
      text,
      VALUES,
      phrases.map((phrase) => ({ phrase, kind: 'warning' as const })),
    ).flatMap((block) =>
      block.kind === 'lines' ? block.parts.filter((part) => part.marked).map((part) => part.text) : [],
    )

  it('is marked where it stands, whatever is set inside, and no letter is lost', () => {
    expect(marked('Pay today, or else.', 'today')).toEqual(['today'])
    expect(marked('Pay **to** day, or else.', 'to day')).toEqual(['to', ' day'])
    expect(marked('Hi {trainee}, now', '{trainee}, now')).toEqual(['Priya, now'])
    expect(marked('Hello.', 'bye', '')).toEqual([])
    expect(
      shown(
        readProse('Gone at six.', {}, [
          { phrase: 'six.', kind: 'warning' },
          { phrase: 'Gone', kind: 'reassuring' },
        ]),
      ),
    ).toBe('Gone at six.')
  })
})

it('a marked phrase keeps the kind of its cue', () => {
  const [block] = readProse('Hurry, I am on record.', {}, [
    { phrase: 'Hurry', kind: 'warning' },
    { phrase: 'on record', kind: 'reassuring' },
  ])
  const kinds = block!.kind === 'lines' ? block!.parts.map(({ text, marked }) => [text, marked]) : []
  expect(kinds).toEqual([
    ['Hurry', 'warning'],
    [', I am ', undefined],
    ['on record', 'reassuring'],
    ['.', undefined],
  ])
})

describe('the checks', () => {
  const codes = (words: string, part = 'text') => {
    const document = soundScenario()
    const beat = at(document, 'machine', 'states', 'offer', 'meta', 'beats', 0)
    delete beat['cues']
    at(document, 'desk')['policies'] = [{ id: 'p', title: { en: 'T', fr: 'T' }, text: { en: 'T', fr: 'T' } }]
    const policy = at(document, 'desk', 'policies', 0)
    if (part === 'title') policy['title'] = { en: words, fr: 'x' }
    else beat['text'] = { en: words, fr: 'x' }
    const parsed = parseScenario(document)
    const issues = parsed.ok ? checkScenario(parsed.scenario) : parsed.issues
    return issues.filter(({ code }) => !/cue/.test(code)).map(({ code }) => code)
  }

  it('say nothing of a text that is shown as it was written', () => {
    const parsed = parseScenario(
      readFileSync(join(__dirname, '../../fixtures/texts-changed.scenario.json'), 'utf8'),
    )
    expect(parsed.ok && checkScenario(parsed.scenario)).toEqual([])
  })

  it('name what would be shown otherwise than meant', () => {
    expect(codes('Hello {name}.')).toEqual(['unknown-placeholder'])
    expect(codes('{trainee, select, other {x}}')).toContain('bad-placeholder')
    expect(codes('A brace { alone')).toEqual(['bad-placeholder'])
    expect(codes('<b>now</b>')).toEqual(['unwelcome-markup'])
    expect(codes('fish &amp; chips')).toEqual(['unwelcome-markup'])
    expect(codes('[here](https://example.org)')).toEqual(['unwelcome-markup'])
    expect(codes('one\r\ntwo')).toEqual(['control-character'])
    expect(codes('bell\u0007')).toEqual(['control-character'])
    expect(codes('half \ud83d')).toEqual(['control-character'])
    expect(codes('one\u2028two')).toEqual(['control-character'])
    expect(codes('one\u2029two')).toEqual(['control-character'])
    expect(codes('Policy for {trainee}', 'title')).toEqual(['placeholder-not-here'])
    expect(codes('3 < 4 & 5 > 2 [x]')).toEqual([])
  })

  it.each([
    ['Ma\u0007ra', ['control-character']],
    ['Ma\r\nra', ['control-character']],
    ['Ma\u2028ra', ['control-character']],
    ['Ma\ud800', ['control-character']],
    ['{trainee}', ['placeholder-not-here']],
    ['<Unknown> & {4}', []],
    ['مهشید\u200cی 👩\u200d💻', []],
  ])('look at a name that is the same in every language: %j', (name, expected) => {
    const document = soundScenario()
    at(document, 'cast', Object.keys(at(document, 'cast'))[0]!)['name'] = name
    const parsed = parseScenario(document)
    const issues = parsed.ok ? checkScenario(parsed.scenario) : parsed.issues
    expect(issues.map(({ code }) => code)).toEqual(expected)
  })
})
