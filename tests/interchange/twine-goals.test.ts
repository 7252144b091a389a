import { describe, expect, it } from 'vitest'
import { begin, choose, importTwine, lost, replies, said } from './drafts'

const ENDS = [':: B\nIn B.\n[[Leave->C]]', ':: C\nIn C.']

/** One link or jump in each notation whose goal is the variable `next`, and how the story sets it. */
const LINKS = [
  ['SugarCube', '<<set $next to "B">>', '[[Go|$next]]', 'Go'],
  ['SugarCube', '<<set $next to "B">>', '[[Go->$next]]', 'Go'],
  ['SugarCube', '<<set $next to "B">>', '[[$next<-Go]]', 'Go'],
  ['SugarCube', '<<set $next to "B">>', '[[$next]]', 'B'],
  ['SugarCube', '<<set $next to "B">>', '[[Go|$next][$seen to true]]', 'Go'],
  ['SugarCube', '<<set $next to "B">>', '<<link [[Go|$next]]>><</link>>', 'Go'],
  ['SugarCube', '<<set $next to "B">>', '<<link "Go" $next>><</link>>', 'Go'],
  ['SugarCube', '<<set $next to "B">>', '<<button [[$next]]>><</button>>', 'B'],
  ['SugarCube', '<<set $next to "B">>', '<<link "Go">><<goto $next>><</link>>', 'Go'],
  ['SugarCube', '<<set $next to "B">>', '<<goto $next>>', 'Continue'],
  ['SugarCube', '<<set $next to "B">>', '<<goto [[Go|$next]]>>', 'Continue'],
  ['SugarCube', '<<set State.variables.next = "B">>', '<<goto `$next`>>', 'Continue'],
  ['SugarCube', '<<set $next to "B">>', '<a data-passage="$next">Go</a>', 'Go'],
  ['SugarCube', '<<set $next to "B">>', '[img[Go|x.png][$next]]', 'Go'],
  ['Harlowe', '(set: $next to "B")', '[[Go->$next]]', 'Go'],
  ['Harlowe', '(set: $next to "B")', '[[Go->(print: $next)]]', 'Go'],
  ['Harlowe', '(set: $next to "B")', '[[$next]]', 'B'],
  ['Harlowe', '(set: $next to "B")', '(link-goto: "Go", $next)', 'Go'],
  ['Harlowe', '(set: $next to "B")', '(link-goto: $next)', 'B'],
  ['Harlowe', '(put: "B" into $next)', '(link-reveal-goto: "Go", $next)[(set: $k to 1)]', 'Go'],
  ['Harlowe', '(set: $next to "B")', '(link: "Go")[(go-to: $next)]', 'Go'],
  ['Harlowe', '(set: $next to "B")', '(goto: $next)', 'Continue'],
  ['Chapbook', 'next: "B"\n--\n', '{link to: next, label: "Go"}', 'Go'],
  ['Chapbook', 'next: "B"\n--\n', '[[Go->{next}]]', 'Go'],
  ['Chapbook', 'next: "B"\n--\n', '{redirect to: next}', 'Continue'],
  ['Snowman', '<% s.next = "B" %>', '[[Go|<%= s.next %>]]', 'Go'],
  ['Snowman', '<% s.next = "B" %>', '<% story.show(s.next) %>', 'Continue'],
] as const

describe('a link or a jump whose goal is a variable', () => {
  it.each(LINKS)(
    'leads to its only value, wherever that is set: %s %s %s',
    async (format, set, link, say) => {
      const draft = await importTwine(
        format,
        ':: Start\nA.\n[[Set->Setting]]',
        `:: Setting\n${set}Words.\n[[On->Fork]]`,
        `:: Fork\nWell?\n${link}`,
        ...ENDS,
      )
      const fork = choose(choose(begin(draft), 'Set'), 'On')
      expect(replies(fork)).toEqual([say])
      expect(said(choose(fork, say)).at(-1)).toBe('In B.')
      for (const code of ['dead-link', 'macro', 'print', 'open-link', 'open-jump'])
        expect([code, ...lost(draft, code)]).toEqual([code])
    },
  )

  it.each(LINKS)(
    'is told where nothing sets it, and nothing leads astray: %s %s %s',
    async (format, _, link, say) => {
      const draft = await importTwine(format, `:: Start\nWell?\n${link}\n[[B]]`, ...ENDS)
      const jumps = say === 'Continue'
      expect(draft.notes.filter(({ code }) => code === (jumps ? 'open-jump' : 'open-link'))).toMatchObject([
        { place: 'Start', text: expect.stringContaining('next') },
      ])
      expect(lost(draft, 'dead-link')).toEqual([])
      expect(Object.keys(draft.document.machine.states)).toEqual(['start', 'b', 'c'])
      expect(replies(begin(draft))).toHaveLength(jumps ? 1 : 2)
      expect(JSON.stringify(draft.document)).not.toMatch(/next/)
    },
  )

  it('leads to the one of several values that it has', async () => {
    const draft = await importTwine(
      'SugarCube',
      ':: Start\nA.\n[[Hall]] [[Kitchen]]',
      ':: Hall\n<<set $back to passage()>>Hall.\n[[Bag]]',
      ':: Kitchen\n<<set $back to "Kitchen">>Kitchen.\n[[Bag]] [[End]]',
      ':: Bag\nA bag.\n[[Back|$back]] [[$back]]',
      ':: End\nEnd.',
    )
    for (const room of ['Hall', 'Kitchen']) {
      const bag = choose(choose(begin(draft), room), 'Bag')
      expect(replies(bag).sort()).toEqual(['Back', room].sort())
      expect(said(choose(bag, 'Back'))).toEqual([`${room}.`])
      expect(said(choose(bag, room))).toEqual([`${room}.`])
    }
    expect(lost(draft, 'open-link')).toEqual([])
  })

  it('is told where a value is made of others, where it is left to chance, and for code', async () => {
    const links =
      '[[A1|"Room " + $n]] [[A2|previous()]] [[A3|either("B","C")]] [[A4|$list[0]]] [[A5|setup.next]]'
    const draft = await importTwine('SugarCube', `:: Start\nWell?\n${links}\n[[C]]`, ENDS[1]!)
    expect(lost(draft, 'open-link')).toHaveLength(5)
    expect(lost(draft, 'dead-link')).toEqual([])
    expect(replies(begin(draft))).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'C'])
  })

  it('is a passage where one is called like it, and a dead link where words only look like one', async () => {
    const draft = await importTwine(
      'SugarCube',
      ':: Start\nWell?\n[[Go|$next]] [[$5 a day]]',
      ':: $next\nThere.',
    )
    expect(said(choose(begin(draft), 'Go'))).toEqual(['There.'])
    expect(lost(draft, 'dead-link')).toEqual(['$5 a day'])
  })
})
