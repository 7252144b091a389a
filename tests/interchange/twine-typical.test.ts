import { describe, expect, it } from 'vitest'
import { begin, choose, importTwine, lost, said } from './drafts'

describe('what stories of Harlowe typically hold', () => {
  it('asks whether a passage was visited', async () => {
    const draft = await importTwine(
      'Harlowe',
      ':: Start\nA.\n[[B]] [[C]]',
      ':: B\nB.\n[[C]]',
      ':: C\n(if: (visited: "B"))[Been in B.](else:)[Not there.]',
    )
    expect(said(choose(begin(draft), 'C'))).toEqual(['Not there.'])
    expect(said(choose(choose(begin(draft), 'B'), 'C'))).toEqual(['Been in B.'])
    expect(lost(draft, 'condition')).toEqual([])
  })

  it('calls macros of its own, which are told and never read', async () => {
    const draft = await importTwine('Harlowe', ':: Start\nHello ($greet: "Bo") you. (_own: 2)')
    expect(said(begin(draft))).toEqual(['Hello  you.'])
    expect(lost(draft, 'macro')).toEqual(['($greet: "Bo")', '(_own: 2)'])
  })

  it.each(['(either: "rains", "shines")', '(random: 1, 6)', '(upperfirst: $x)', '(cond: $a, "A", "B")'])(
    'shows the value of %s, which keeps its place in the sentence',
    async (macro) => {
      const draft = await importTwine('Harlowe', `:: Start\nIt ${macro}.`)
      expect(said(begin(draft))).toEqual(['It ….'])
      expect(lost(draft, 'print')).toEqual([macro])
    },
  )
})

describe('what stories of SugarCube typically hold', () => {
  it('quotes and lowers words without their marks', async () => {
    const text = '<<<\nQuoted mail\n<<<\n> Quoted line\n>> Deeper\nH,,2,,O, a,, b'
    const draft = await importTwine('SugarCube', `:: Start\n${text}`)
    expect(said(begin(draft)).join('\n')).toMatch(/^Quoted mail\s+Quoted line\nDeeper\nH2O, a,, b$/)
  })

  it('indents lines that it joins', async () => {
    const draft = await importTwine(
      'SugarCube',
      ':: Start\n<<nobr>>\n  One\n    two\n  <<set $a to 1>>\n  $a.\n<</nobr>>',
    )
    expect(said(begin(draft))).toEqual(['One two 1.'])
  })
})

describe.each(['Chapbook', 'Snowman'])('what stories of %s typically hold', (format) => {
  it('links out of the story and shows pictures, which are told', async () => {
    const text =
      'See [our _site_](https://example.org "Title"), [this](x) ![a dot](dot.png) and [sic].\n[[B]]'
    const draft = await importTwine(format, `:: Start\n${text}`, ':: B\nEnd.')
    expect(said(begin(draft))).toEqual(['See our site, this  and [sic].'])
    expect(lost(draft, 'outside-link')).toEqual(['https://example.org', 'x'])
    expect(lost(draft, 'media')).toEqual(['dot.png'])
  })
})
