import { describe, expect, it } from 'vitest'
import { detailText } from '../../../src/renderer/audit/detail-words'
import { loadTexts } from '../../../src/texts/translate'

type Named = Parameters<typeof detailText>[0]['named']

const COURSE: Named = [
  { kind: 'course', id: 'first-week', name: { en: 'First week', fr: 'Première semaine' }, number: null },
]

const inWords = async (locale: 'en' | 'fr', detail: object, named: Named = []) =>
  detailText(
    { detail: JSON.stringify(detail), named },
    await loadTexts(locale, 'audit'),
    await loadTexts(locale, 'filter'),
    locale,
  )

describe('the details of an audit entry', () => {
  it('leave to the names what an id points at', async () => {
    const issued = { id: 'HTL-S14W-81SQ', course: 'first-week', person: 'p', replaces: 'HTL-0000-0000' }
    expect(await inWords('en', issued, COURSE)).toBe('')
  })

  it('have French spaces in French', async () => {
    expect(await inWords('fr', { role: 'administrator', rows: 1200 })).toBe(
      'Rôle\u00a0: administrateur · Lignes\u00a0: 1\u202f200',
    )
  })

  it('say a filter as the export dialog does, with the titles of courses', async () => {
    const detail = {
      subject: 'completion',
      format: 'xlsx',
      filter: { search: true, courses: ['first-week'], statuses: ['late', 'failed'] },
      rows: 3,
    }
    expect(await inWords('en', detail, COURSE)).toBe(
      'Content: completion · File format: Excel · Filter: a search, Course: First week, Status: late, not passed · Rows: 3',
    )
    expect(await inWords('en', { filter: {} })).toBe('Filter: Everyone, no filter')
    expect(await inWords('fr', { filter: { search: true } })).toBe('Filtre\u00a0: une recherche')
  })

  it('say why something was refused, and what changed of a person', async () => {
    expect(await inWords('en', { reason: 'wrong-secret' })).toBe('Reason: wrong PIN or passphrase')
    expect(await inWords('en', { fields: ['number', 'team', 'left'] })).toBe(
      'Changed: Employee number, Team, Left',
    )
    expect(await inWords('en', { act: 'person-exported' })).toBe('What was saved: Personal data saved')
  })

  it('keep a name of the organisation that is spelled like one of our words', async () => {
    expect(await inWords('en', { organisation: 'required', before: { organisation: 'hr' } })).toBe(
      'Organisation: hr → required',
    )
  })

  it('show what an unknown entry says', async () => {
    expect(await inWords('en', { somethingOld: 2 })).toBe('somethingOld: 2')
    expect(
      detailText(
        { detail: 'not json', named: [] },
        await loadTexts('en', 'audit'),
        await loadTexts('en', 'filter'),
        'en',
      ),
    ).toBe('not json')
  })
})
