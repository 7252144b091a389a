import { describe, expect, it } from 'vitest'
import { begin, importTwine, lost, replies, said } from './drafts'

const words = async (text: string): Promise<string[]> =>
  said(begin(await importTwine('Chapbook', `:: Start\n${text}`)))

describe('sections of Chapbook', () => {
  const text =
    'The phone rings.\n[if k]\nYou know this voice.\n[else]\nWho is it?\n\n[continue]\nWhat now?\n[note]\nMine.'

  it('are paragraphs of their own', async () => {
    expect(await words(text)).toEqual(['The phone rings.', 'Who is it?', 'What now?'])
    expect(await words(`k: true\n--\n${text}`)).toEqual([
      'The phone rings.',
      'You know this voice.',
      'What now?',
    ])
  })

  it('go on where they are appended', async () => {
    expect(await words('It rings\n\n[append]\nloudly\n[append]\n, twice.')).toEqual([
      'It rings loudly, twice.',
    ])
    expect(await words('k: true\n--\nIt rings\n[if k; append]\nloudly.\n[else]\nsoftly.')).toEqual([
      'It rings loudly.',
    ])
    expect(await words('It rings\n[if k; append]\nloudly.\n[else; append]\nsoftly.')).toEqual([
      'It rings softly.',
    ])
  })

  it('of an embedded passage begin in the line that embeds it', async () => {
    const draft = await importTwine(
      'Chapbook',
      ":: Start\nMr {embed passage: 'Name'} calls.",
      ':: Name\n\nOduya\n',
    )
    expect(said(begin(draft))).toEqual(['Mr Oduya calls.'])
  })

  it('depend on all conditions above them, whatever else stands there', async () => {
    const draft = await importTwine(
      'Chapbook',
      ':: Start\nk: false\nl: true\n--\nA.\n[if l; unless k]\nB.\n[if k; align center]\nC.\n[if l; if k]\nD.\n[ifalways]\nE.\n[ifnever]\nF.',
    )
    expect(said(begin(draft))).toEqual(['A.', 'B.', 'E.'])
    expect(lost(draft, 'macro')).toEqual(['[align center]'])
    expect(lost(draft, 'condition')).toEqual([])
  })

  it('with links alone make no scenes of their own', async () => {
    const draft = await importTwine(
      'Chapbook',
      ':: Start\nA.\n[if k]\n> [[Ask->B]]\n> [[Call->B]]\n[continue]\n> [[Leave->C]]',
      ':: B\nk: true\n--\nB.\n> [[Back->Start]]',
      ':: C\nC.\n> [[Back->B]]\n> [[Stay->D]]',
      ':: D\nD.',
    )
    expect(Object.keys(draft.document.machine.states)).toEqual(['start', 'b', 'c', 'd'])
    expect(replies(begin(draft))).toEqual(['Leave'])
  })
})

describe('quoted lines of Markdown', () => {
  it.each(['Chapbook', 'Snowman'])('have no sign that is spoken: %s', async (format) => {
    const draft = await importTwine(
      format,
      ':: Start\nThe note says\n> Call me. 3 > 2\n\n> [[Call->B]]\n> [[Wait->B]]',
      ':: B\nEnd.',
    )
    const start = begin(draft)
    expect(said(start)).toEqual(['The note says\nCall me. 3 > 2'])
    expect(replies(start)).toEqual(['Call', 'Wait'])
  })
})
