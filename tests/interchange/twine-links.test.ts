import { describe, expect, it } from 'vitest'
import type { Imported } from '../../src/interchange/read'
import { begin, choose, importTwine, lost, replies, said } from './drafts'

const ENDS = [':: B\nEnd.', ':: C\nEnd.']

/** Returns the replies of the first scene, and what its words hold that could not be taken over. */
const offers = (draft: Imported) => ({ replies: replies(begin(draft)), print: lost(draft, 'print') })

describe('links of Harlowe that do something and lead on', () => {
  it('keep the words and the conditions of their hook, but lead where they say', async () => {
    const hook = 'You pick up. (if: $k)[(set: $passed to true)You pass.](go-to: "Start")'
    const draft = await importTwine(
      'Harlowe',
      `:: Start\nWell?\n[[Ask]]\n(link-reveal-goto: "Yes", "D")[${hook}]`,
      ':: Ask\n(set: $k to true)You ask.\n[[Back->Start]]',
      ':: D\n(if: $passed)[Passed.](else:)[Not passed.]',
    )
    const start = begin(draft)
    expect(said(choose(start, 'Yes'))).toEqual(['You pick up.', 'Not passed.'])
    const asked = choose(choose(start, 'Ask'), 'Back')
    expect(said(choose(asked, 'Yes'))).toEqual(['You pick up. You pass.', 'Passed.'])
  })
})

describe('values in the words of a link', () => {
  it.each([
    ['Harlowe', '(set: $n to "Ana")', '[[Ask $n->B]] [[Ask (print: $n)|C]]', ['Ask Ana', 'Ask Ana']],
    [
      'Harlowe',
      '(set: _n to "Ana")',
      '[[Ask _n now->B]] [[C<-_no and snake_n]]',
      ['Ask Ana now', '_no and snake_n'],
    ],
    ['Harlowe', '(set: $n to "Ana")', '(link: "Ask $n")[(go-to: "B")] [[C]]', ['Ask Ana', 'C']],
    ['Harlowe', '(set: $n to "Ana")', '(link: "Ask " + $n)[(go-to: "B")] [[C]]', ['Ask Ana', 'C']],
    ['Harlowe', '(set: $n to "Ana")', '(link-goto: "Ask " + $n, "B") (link-goto: "C")', ['Ask Ana', 'C']],
    ['SugarCube', '<<set $n to "Ana">>', '<<link "Ask $n" "B">><</link>> [[C]]', ['Ask Ana', 'C']],
    ['SugarCube', '<<set $n to "Ana">>', '<<link $n "B">><</link>> [[C]]', ['Ana', 'C']],
    ['SugarCube', '<<set $n to "Ana">>', '<<link `"Ask " + $n` "B">><</link>> [[C]]', ['Ask Ana', 'C']],
    [
      'SugarCube',
      '<<set _n to "Ana">>',
      '<<linkreplace "Ask _n">><<goto "B">><</linkreplace>> [[C]]',
      ['Ask Ana', 'C'],
    ],
    ['SugarCube', '<<set $n to "Ana">>', '[[Ask <<print $n>>|B]] [[C]]', ['Ask Ana', 'C']],
    [
      'Snowman',
      '<% s.n = "Ana" %>',
      "[[Ask <%= s.n %>|B]] [[Ask <%= s.n || 'x' %>|C]]",
      ['Ask Ana', 'Ask Ana'],
    ],
    ['Snowman', '<% s.n = "Ana" %>', '<a data-passage="B">Ask <%= s.n %></a> [[C]]', ['Ask Ana', 'C']],
    [
      'Chapbook',
      'n: "Ana"\n--\n',
      "[[Ask {n}->B]] {link to: 'C', label: 'Call {n}'}",
      ['Ask Ana', 'Call Ana'],
    ],
  ])('are those of the story, as known: %s %s %s', async (format, set, links, expected) => {
    const draft = await importTwine(format, `:: Start\n${set}Well?\n${links}`, ...ENDS)
    expect(offers(draft)).toMatchObject({ replies: [...expected].sort(), print: expect.anything() })
  })

  it.each([
    ['Harlowe', '[[Ask $n->B]] [[Ask $n now->C]]', ['Ask …', 'Ask … now'], ['$n']],
    ['Harlowe', '(link: $n)[(go-to: "B")] [[C]]', ['…', 'C'], ['$n']],
    ['SugarCube', '<<link "Ask $n.name" "B">><</link>> [[C]]', ['Ask …', 'C'], ['$n.name']],
    ['SugarCube', '<<link `ask(1)` "B">><</link>> [[C]]', ['…', 'C'], ['`ask(1)`']],
    ['Snowman', '[[Ask <%= s.n %>|B]] [[C]]', ['Ask …', 'C'], ['<%= s.n %>']],
    ['Chapbook', '[[Ask {n}->B]] [[C]]', ['Ask …', 'C'], ['{n}']],
  ])('are noted where nobody knows them, and the link stays: %s %s', async (format, links, words, notes) => {
    const draft = await importTwine(format, `:: Start\nWell?\n${links}`, ...ENDS)
    expect(offers(draft)).toEqual({ replies: words, print: notes })
    expect(JSON.stringify(draft.document)).not.toMatch(/[$<>{]n|<%/)
  })

  it('give a link for each way where they depend on a condition', async () => {
    const draft = await importTwine(
      'Harlowe',
      ':: Start\nWell?\n[[(if: $k)[Ask again](else:)[Ask]->B]] [[Leave->C]]',
      ':: B\n(set: $k to true)She nods. [[Back->Start]]',
      ':: C\nEnd.',
    )
    const start = begin(draft)
    expect(replies(start)).toEqual(['Ask', 'Leave'])
    expect(replies(choose(choose(start, 'Ask'), 'Back'))).toEqual(['Ask again', 'Leave'])
  })

  it('keep entities and leave out the signs of emphasis', async () => {
    const words = "''Q''&amp;A <b>now</b> <i>please</i>"
    const draft = await importTwine('Harlowe', `:: Start\nWell?\n[[${words}->B]] [[C]]`, ...ENDS)
    expect(replies(begin(draft))).toEqual(['Q&A now please', 'C'])
  })
})

describe('temporary variables of Harlowe among the words', () => {
  it('have their value, and other words with a low line stay words', async () => {
    const text = '(set: _t to "Ana")Hello _t. A snake_t, _time, _emphasis_.'
    const draft = await importTwine('Harlowe', `:: Start\nIt is _t?\n${text}`)
    expect(said(begin(draft)).join(' ')).toBe('It is _t?\nHello Ana. A snake_t, _time, _emphasis_.')
    const unknown = await importTwine('Harlowe', ':: Start\n(for: each _one, ...$all)[Hello _one.]')
    expect(said(begin(unknown))).toEqual(['Hello ….'])
    expect(lost(unknown, 'print')).toEqual(['_one'])
  })
})
