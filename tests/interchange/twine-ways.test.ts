import { describe, expect, it } from 'vitest'
import { begin, choose, importTwine, lost, said } from './drafts'

const STORY = [
  ':: Start\nA.\n[[One]] [[Two]] [[See]]',
  ':: One\n(set: $a to true)One.\n[[Two]] [[See]]',
  ':: Two\n(set: $b to true)Two.\n[[See]]',
]

describe('conditions of one passage that depend on one another', () => {
  it('give a scene for each way that can be, and for no other', async () => {
    const draft = await importTwine(
      'Harlowe',
      ...STORY,
      ':: See\nSeen. (if: $a and $b)[Both. ](if: $a or $b)[One of them. ](if: not $a)[Not a. ](if: $a is not true and $b is true)[Only b. ](unless: $b)[Not b.]',
    )
    const start = begin(draft)
    expect(said(choose(start, 'See'))).toEqual(['Seen. Not a. Not b.'])
    expect(said(choose(choose(start, 'One'), 'See'))).toEqual(['Seen. One of them. Not b.'])
    expect(said(choose(choose(start, 'Two'), 'See'))).toEqual(['Seen. One of them. Not a. Only b.'])
    expect(said(choose(choose(choose(start, 'One'), 'Two'), 'See'))).toEqual(['Seen. Both. One of them.'])
    expect(Object.keys(draft.document.machine.states).filter((id) => id.startsWith('see-'))).toHaveLength(4)
    for (const code of ['ways', 'condition']) expect([code, ...lost(draft, code)]).toEqual([code])
  })

  it('may compare one variable with many values', async () => {
    const names = ['ana', 'bo', 'cy', 'di', 'ed', 'fi']
    const draft = await importTwine(
      'SugarCube',
      `:: Start\nA.\n${names.map((name) => `[[${name}|See][$who to "${name}"]]`).join('\n')}`,
      `:: See\nSeen. ${names.map((name) => `<<if $who is "${name}">>${name}. <</if>>`).join('')}`,
    )
    for (const name of names) expect(said(choose(begin(draft), name))).toEqual([`Seen. ${name}.`])
    expect(lost(draft, 'ways')).toEqual([])
    expect(Object.keys(draft.document.machine.states).filter((id) => id.startsWith('see-'))).toHaveLength(7)
  })

  it('keep what nobody can tell, with all words', async () => {
    const draft = await importTwine(
      'Harlowe',
      ...STORY.slice(0, 2),
      ':: Two\n(set: $c to (random: 0, 1))Two.\n[[See]]',
      ':: See\nSeen. (if: $a is $c)[Same. ](if: not $a)[Not a. ](if: $a)[A.]',
    )
    expect(JSON.stringify(draft.document)).toMatch(/Same\. Not a\./)
    expect(JSON.stringify(draft.document)).toMatch(/Same\. A\./)
  })
})
