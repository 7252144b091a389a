import { describe, expect, it } from 'vitest'
import { contextOf } from '../../src/domain/run'
import { begin, choose, importTwine, lost, replies, said } from './drafts'

const set = (format: string, name: string, value: string): string =>
  format === 'Harlowe' ? `(set: ${name} to ${value})` : `<<set ${name} to ${value}>>`
const test = (format: string, name: string): string =>
  format === 'Harlowe' ? `(if: ${name})[Yes.](else:)[No.]` : `<<if ${name}>>Yes.<<else>>No.<</if>>`
const link = (format: string, say: string, body: string): string =>
  format === 'Harlowe' ? `(link: "${say}")[${body}]` : `<<link "${say}">>${body}<</link>>`
const jump = (format: string, to: string): string =>
  format === 'Harlowe' ? `(goto: "${to}")` : `<<goto "${to}">>`

describe.each(['Harlowe', 'SugarCube'])('a temporary variable of %s', (format) => {
  it('is another one than the variable of the story that is called alike', async () => {
    const both = `${set(format, '$who', '"Ana"')}${set(format, '_who', '"Bo"')}`
    const draft = await importTwine(format, `:: Start\n${both}$who and _who.\n[[On]]`, ':: On\n$who again.')
    const start = begin(draft)
    expect(said(start)).toEqual(['Ana and Bo.'])
    expect(said(choose(start, 'On'))).toEqual(['Ana again.'])
    expect(lost(draft, 'print')).toEqual([])
  })

  it('never changes a variable of the story, nor the other way round', async () => {
    const draft = await importTwine(
      format,
      ':: Start\nA.\n[[B]] [[C]]',
      `:: B\n${set(format, '_key', 'true')}B.\n[[C]]`,
      `:: C\n${test(format, '$key')}\n[[D]]`,
      `:: D\n${set(format, '$key', 'true')}${test(format, '_key')}\n[[C]]\n[[E]]`,
      ':: E\nEnd.',
    )
    const c = choose(choose(begin(draft), 'B'), 'C')
    expect(said(c)).toEqual(['No.'])
    const d = choose(c, 'D')
    expect(said(d)).toEqual(['No.'])
    expect(contextOf(d).flags).toEqual(['key'])
    expect(said(choose(d, 'C'))).toEqual(['Yes.'])
  })

  it('is gone in the next passage, and when its own is entered again', async () => {
    const draft = await importTwine(
      format,
      `:: Start\n${test(format, '_asked')}\n${link(format, 'Ask', `${set(format, '_asked', 'true')}${jump(format, 'B')}`)}\n[[B]]`,
      `:: B\n${test(format, '_asked')}\n[[Back->Start]]\n[[E]]`,
      ':: E\nEnd.',
    )
    const b = choose(begin(draft), 'Ask')
    expect(said(b)).toEqual(['No.'])
    expect(said(choose(b, 'Back'))).toEqual(['No.'])
  })

  it('takes no flag where every place that reads it is decided on the way', async () => {
    const draft = await importTwine(
      format,
      `:: Start\nA.\n[[B]]`,
      `:: B\n${set(format, '$n', 'true')}${set(format, '_k', '$known')}B. ${test(format, '_k')}\n[[C]]`,
      `:: C\n${set(format, '$known', 'true')}${set(format, '_n', '2')}_n.\n[[B]] [[E]]`,
      ':: E\nEnd.',
    )
    expect(JSON.stringify(draft.document)).not.toMatch(/temporary/)
    const b = choose(begin(draft), 'B')
    expect(said(b)).toEqual(['B. No.'])
    expect(said(choose(choose(b, 'C'), 'B'))).toEqual(['B. Yes.'])
    for (const code of ['variable', 'condition', 'print'])
      expect([code, ...lost(draft, code)]).toEqual([code])
  })

  it('holds under what conditions its links are offered, and where they lead', async () => {
    const go = link(format, 'Try', test(format, '_code').replace('Yes.', jump(format, 'E')))
    const offer = format === 'Harlowe' ? '(if: _k)[[[Greet->E]]]' : '<<if _k>>[[Greet->E]]<</if>>'
    const draft = await importTwine(
      format,
      ':: Start\nA.\n[[B]]',
      `:: B\n${set(format, '_code', '$right')}${set(format, '_k', '$known')}B.\n${offer}\n[[C]]`,
      `:: C\n${set(format, '$known', 'true')}${set(format, '_code', 'true')}C.\n${go}\n[[B]]`,
      ':: E\nEnd.',
    )
    const b = choose(begin(draft), 'B')
    expect(replies(b)).toEqual(['C'])
    const c = choose(b, 'C')
    expect(replies(choose(c, 'B'))).toEqual(['Greet', 'C'])
    expect(said(choose(c, 'Try')).at(-1)).toEqual('End.')
    expect(Object.values(contextOf(c).flags)).toContain('temporary-code')
  })

  it('is told by the name that its author gave it', async () => {
    const draft = await importTwine(
      format,
      `:: Start\n${set(format, '_roll', format === 'Harlowe' ? '(random: 1, 6)' : 'random(1, 6)')}You roll _roll.`,
    )
    expect(lost(draft, 'variable')).toHaveLength(1)
    expect(lost(draft, 'print')).toEqual(['_roll'])
    expect(said(begin(draft))).toEqual(['You roll ….'])
  })
})

describe('temporary variables', () => {
  it('of Chapbook are other ones, too', async () => {
    const draft = await importTwine(
      'Chapbook',
      ":: Start\nwho: 'Ana'\n_who: 'Bo'\n--\n{who} and {_who}.\n[[B]]",
      ':: B\n{who}. \n\n[if _who]\nYes.\n\n[else]\nNo.',
    )
    const start = begin(draft)
    expect(said(start)).toEqual(['Ana and Bo.'])
    expect(said(choose(start, 'B'))).toEqual(['Ana.', 'No.'])
  })

  it('are read in their long form, and unset', async () => {
    const draft = await importTwine(
      'SugarCube',
      ':: Start\n<<set State.temporary.n to "Bo">><<set $n to "Ana">>$n, _n. <<unset _n>><<if _n>>Yes.<</if>><<= State.temporary.n>> $n',
    )
    expect(said(begin(draft))).toEqual(['Ana, Bo. … Ana'])
  })

  it('are no variables of Snowman, whose names may begin so', async () => {
    const draft = await importTwine(
      'Snowman',
      ':: Start\n<% s._n = true %>A.\n[[B]]',
      ':: B\n<% if (s._n) { %>Yes.<% } else { %>No.<% } %>',
    )
    expect(said(choose(begin(draft), 'B'))).toEqual(['Yes.'])
  })

  it('are those of the passage that shows another one', async () => {
    const draft = await importTwine(
      'SugarCube',
      ':: Start\n<<set _n to "Bo">>A. <<include "Part">>',
      ':: Part\nHello <<= _n>>.',
    )
    expect(said(begin(draft))).toEqual(['A. Hello Bo.'])
  })
})
