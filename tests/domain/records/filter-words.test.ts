import { describe, expect, it } from 'vitest'
import en from '../../../src/texts/en/filter.json'
import { filterWords } from '../../../src/texts/filter-words'
import fr from '../../../src/texts/fr/filter.json'
import { translator } from '../../../src/texts/translate'
import { EVERYTHING, filterInWords, type RecordFilter } from '../../../src/domain/records'

const words = (change: Partial<RecordFilter>, locale: 'en' | 'fr' = 'en') =>
  filterInWords(
    { ...EVERYTHING, ...change },
    filterWords(translator<'filter'>(locale === 'en' ? en : fr, locale), {
      course: (id) => `The ${id}`,
      day: (at, ending) => `${at.slice(0, 10)}${ending ? ' (end)' : ''}`,
    }),
  )

describe('filterInWords', () => {
  it('says so when everything is meant', () => {
    expect(words({})).toEqual(['Everyone, no filter'])
    expect(words({ search: '  ' }, 'fr')).toEqual(['Tout le monde, sans filtre'])
  })

  it('names each thing that is asked for', () => {
    const filter: RecordFilter = {
      search: ' ana ',
      teams: ['Cards 1', 'Night'],
      sites: ['Bogotá'],
      courses: ['short'],
      statuses: ['late', 'failed'],
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-02-01T00:00:00.000Z',
      scoreFrom: 50,
      scoreTo: 80,
      competency: { name: 'reporting', below: 60 },
    }
    expect(words(filter)).toEqual([
      'Search: “ana”',
      'Team: Cards 1, Night',
      'Site: Bogotá',
      'Course: The short',
      'Status: late, not passed',
      '2026-01-01 to 2026-02-01 (end)',
      'Score: 50 to 80',
      'Reporting below 60%',
    ])
    expect(words(filter, 'fr')).toEqual([
      'Recherche\u00a0: «\u00a0ana\u00a0»',
      'Équipe\u00a0: Cards 1, Night',
      'Site\u00a0: Bogotá',
      'Parcours\u00a0: The short',
      'État\u00a0: en retard, pas réussi',
      'Du 2026-01-01 au 2026-02-01 (end)',
      'Score\u00a0: de 50 à 80',
      'Signalement\u00a0: moins de 60\u00a0%',
    ])
  })

  it('says half a period and half a range of scores', () => {
    expect(words({ from: '2026-01-01T00:00:00.000Z' })).toEqual(['From 2026-01-01'])
    expect(words({ to: '2026-01-01T00:00:00.000Z' })).toEqual(['Until 2026-01-01 (end)'])
    expect(words({ scoreFrom: 0 })).toEqual(['Score: 0 or more'])
    expect(words({ scoreTo: 0 })).toEqual(['Score: 0 or less'])
  })
})
