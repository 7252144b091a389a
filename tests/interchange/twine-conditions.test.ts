import { describe, expect, it } from 'vitest'
import { begin, choose, importTwine, lost, said } from './drafts'

/** Plays a story in which `$who` becomes each of some names, and returns who is known under a condition. */
async function known(format: string, condition: string, name: string): Promise<string[]> {
  const [set, test] =
    format === 'Harlowe'
      ? [`(set: $who to "${name}")`, `(if: ${condition})[Known.](else:)[Unknown.]`]
      : [`<<set $who to "${name}">>`, `<<if ${condition}>>Known.<<else>>Unknown.<</if>>`]
  const draft = await importTwine(
    format,
    ':: Start\nA.\n[[Name->Named]]\n[[Nobody->Who]]',
    `:: Named\n${set}B.\n[[On->Who]]`,
    `:: Who\n${test}`,
  )
  const start = begin(draft)
  return [...said(choose(choose(start, 'Name'), 'On')), ...said(choose(start, 'Nobody'))]
}

describe('conditions of Harlowe', () => {
  it.each([
    ['$who is "ana" or "bo"', 'ana', ['Known.', 'Unknown.']],
    ['$who is "ana" or "bo"', 'bo', ['Known.', 'Unknown.']],
    ['$who is "ana" or "bo" or "cy"', 'cy', ['Known.', 'Unknown.']],
    ['$who is "ana" or it is "bo"', 'bo', ['Known.', 'Unknown.']],
    ['not ($who is "ana" or "bo")', 'bo', ['Unknown.', 'Known.']],
  ])('compares with each that it names: %s', async (condition, name, expected) => {
    expect(await known('Harlowe', condition, name)).toEqual(expected)
  })

  it('compares with a variable too that holds words, and takes one that is yes or no as it is', async () => {
    const draft = await importTwine(
      'Harlowe',
      ':: Start\n(set: $second to "bo")(set: $who to "x")(set: $all to false)A.\n[[Bo->Named]]\n[[All]]\n[[On->Who]]',
      ':: Named\n(set: $who to "bo")B.\n[[On->Who]]',
      ':: All\n(set: $all to true)C.\n[[On->Who]]',
      ':: Who\n(if: $who is "ana" or $second or $all)[Known.](else:)[Unknown.]',
    )
    const start = begin(draft)
    expect(said(choose(choose(start, 'Bo'), 'On'))).toEqual(['Known.'])
    expect(said(choose(choose(start, 'All'), 'On'))).toEqual(['Known.'])
    expect(said(choose(start, 'On'))).toEqual(['Unknown.'])
  })

  it.each([
    '"ana" or "bo"',
    '$who is not "ana" or "bo"',
    'not "ana"',
    '$who is "ana" and turns > 3',
    '1 + 2 and $who',
  ])('leaves what it can’t tell to the author, with all words: %s', async (condition) => {
    const draft = await importTwine(
      'Harlowe',
      ':: Start\n(set: $who to "x")A.\n[[Name->Named]]\n[[On->Who]]',
      ':: Named\n(set: $who to "bo")B.\n[[On->Who]]',
      `:: Who\n(if: ${condition})[Known.](else:)[Unknown.]`,
    )
    expect(lost(draft, 'condition')).toEqual([`(if: ${condition}) (else:)`])
    expect(JSON.stringify(draft.document)).toMatch(/Known\..*Unknown\./)
  })
})

describe('conditions of SugarCube', () => {
  it('takes a word behind “or” for true, as SugarCube does', async () => {
    expect(await known('SugarCube', '$who is "ana" or $who is "bo"', 'bo')).toEqual(['Known.', 'Unknown.'])
    const draft = await importTwine(
      'SugarCube',
      ':: Start\n<<if $who is "ana" or "bo">>Known.<<else>>Unknown.<</if>>',
    )
    expect(said(begin(draft))).toEqual(['Known.'])
  })

  it('shows the one of two values that counts, and never “true”', async () => {
    const text =
      'Hello <<= $name || "you">>. <<set $kind to $kind || "new">>You are <<= $kind>>, <<= $n || 0>>.'
    const draft = await importTwine(
      'SugarCube',
      ':: StoryInit\n<<set $name to "Ana">>',
      `:: Start\n${text}\n[[On->B]]`,
      ':: B\n<<set $n to 1>>End.',
    )
    expect(said(begin(draft))).toEqual(['Hello Ana. You are …, ….'])
    expect(lost(draft, 'print')).toEqual(['<<= $kind>>', '<<= $n || 0>>'])
  })
})
