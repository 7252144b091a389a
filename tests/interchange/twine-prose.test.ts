import { describe, expect, it } from 'vitest'
import { begin, choose, importTwine, replies } from './drafts'
import { viewOf, type Session } from '../../src/domain/run'

const ENDS = [':: B\nEnd.', ':: C\nEnd.']
/** Returns the words of a scene as they are written in the draft. */
const written = (session: Session): string[] =>
  viewOf(session).beats.map(({ text }) => Object.values(text)[0]!)

describe('markup of Twine', () => {
  it.each([
    ['Harlowe', '(set: $n to "Ana")', "''$n'' and //(print: $n)//, ''(if: $n is \"Ana\")[she]''."],
    ['SugarCube', '<<set $n to "Ana">>', "''$n'' and //<<print $n>>//, ''<<if $n is \"Ana\">>she<</if>>''."],
    ['Chapbook', 'n: "Ana"\n--\n', '__{n}__ and _{n}_, __she__.'],
    ['Snowman', '<% s.n = "Ana" %>', '__<%= s.n %>__ and _<%= s.n %>_, **she**.'],
  ])('goes around the values among the words: %s', async (format, set, text) => {
    const draft = await importTwine(format, `:: Start\n${set}${text}`)
    expect(written(begin(draft))).toEqual(['**Ana** and *Ana*, **she**.'])
  })

  it.each([
    ['Harlowe', "* [[B]]\n* ''[[C]]''"],
    ['Harlowe', '0. [[B]]\n0. [[C]]'],
    ['SugarCube', '* [[B]]\n* //[[C]]//'],
    ['SugarCube', "[[B]] | ''[[C]]''"],
    ['SugarCube', '<<link "B" "B">><</link>> / <<link "C" "C">><</link>>'],
    ['Chapbook', '> [[B]]\n> [[C]]'],
    ['Chapbook', '1. [[B]]\n2. **[[C]]**'],
    ['Snowman', '* [[B]]\n* [[C]]'],
    ['Snowman', '- [[B]]\n- [[C]]'],
    ['Snowman', '[[B]] - [[C]]'],
  ])('leaves no marks of a list of links among the words: %s %s', async (format, links) => {
    const draft = await importTwine(format, `:: Start\nWell?\n\n${links}`, ...ENDS)
    expect(written(begin(draft))).toEqual(['Well?'])
    expect(replies(begin(draft))).toEqual(['B', 'C'])
  })
})

describe('a sentence with links in it', () => {
  it.each([
    ['Harlowe', 'You see a [[tunnel->B]].', 'You see a tunnel.', ['tunnel']],
    ['Harlowe', 'Go [[north->B]]', 'Go north', ['north']],
    ['Harlowe', '"[[Who are you?->B]]" you ask.', '"Who are you?" you ask.', ['Who are you?']],
    ['Harlowe', 'I said: [[Stop!->B]] and went.', 'I said: Stop! and went.', ['Stop!']],
    ['SugarCube', '* <<link "Take" "B">><</link>> it\n* Go.', '- Take it\n- Go.', ['Take']],
    ['Harlowe', '[[Back->B]] to the hall.', 'Back to the hall.', ['Back']],
    ['Harlowe', "There is a ''[[door->B]]'' here.", 'There is a **door** here.', ['door']],
    [
      'SugarCube',
      'Do you [[answer|B]], or [[Hang up|C]]?',
      'Do you answer, or Hang up?',
      ['answer', 'Hang up'],
    ],
    ['SugarCube', '[[Ask|B]] or [[Leave|C]]', 'Ask or Leave', ['Ask', 'Leave']],
    ['Snowman', 'A [[red|B]] or a [[blue|C]] pill.', 'A red or a blue pill.', ['red', 'blue']],
    [
      'Chapbook',
      'You see {reveal link: "a coin", text: "Gold."}.\n[[B]]',
      'You see a coin.',
      ['a coin', 'B'],
    ],
  ])('keeps their words: %s %s', async (format, text, words, offered) => {
    const draft = await importTwine(
      format,
      `:: Start\n${text}`,
      ...(text.includes('C]') ? ENDS : ENDS.slice(0, 1)),
    )
    expect(written(begin(draft))).toEqual([words])
    expect(replies(begin(draft))).toEqual(offered)
  })

  it.each([
    ['Harlowe', 'You have it. [[Back->B]]', 'You have it.'],
    ['Harlowe', 'Well? [[Ask->B]] [[Leave->C]]', 'Well?'],
    ['SugarCube', 'The phone rings [[Answer|B]]', 'The phone rings'],
    ['SugarCube', 'Options: [[A|B]] / [[Leave|C]] | [[On|B]]', 'Options:'],
    ['Chapbook', 'Well?\n"[[Go back->B]]".', 'Well?'],
    ['SugarCube', 'Well?\n[[ask|B]]\n[[leave|C]]', 'Well?'],
  ])('is whole without links behind it: %s %s', async (format, text, words) => {
    const draft = await importTwine(
      format,
      `:: Start\n${text}`,
      ENDS[0]!,
      ...(text.includes('C') ? [ENDS[1]!] : []),
    )
    expect(written(begin(draft))).toEqual([words])
  })

  it('keeps the values in their words, and what is done before', async () => {
    const draft = await importTwine(
      'SugarCube',
      ':: Start\n<<set $n to "Ana">>You see [[$n|B][$seen to true]]. <<set $n to "Bo">>And $n.',
      ':: B\n<<if $seen>>Seen.<</if>>',
    )
    expect(written(begin(draft))).toEqual(['You see Ana. And Bo.'])
    expect(written(choose(begin(draft), 'Ana'))).toEqual(['Seen.'])
  })
})
