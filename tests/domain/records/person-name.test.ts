import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  groupFault,
  nameFault,
  organisationFault,
  sameGroup,
  saysNothing,
  tidyName,
  withVisibleSigns,
} from '../../../src/domain/records'

describe('nameFault', () => {
  it.each([
    'Priya Raman',
    'Béa Villanueva',
    'Be\u0301a Villanueva',
    "Siobhán O'Brien-Ó Súilleabháin",
    'X Æ',
    'Ł',
    'Sukarno',
    'Nil Şahin',
    'Na An',
    'Null Island',
    'Đặng Thị Ngọc',
    'Σωκράτης',
    'Олександр',
    'अर्जुन क्‍षत्रिय',
    'শর্মা',
    'রো‌নাল্ড',
    'അവന്‍',
    'ක්‍රිස්ටි',
    'علی‌رضا',
    'محمد بن سلمان',
    'אריאל',
    '葛󠄀城',
    '王小明',
    '홍길동',
    'สมชาย',
    'សុខា',
    'አበበ',
    'Martin Luther King, Jr.',
    'Louis XIV 2',
  ])('takes %s', (name) => {
    expect(nameFault(name)).toBeUndefined()
    expect(tidyName(tidyName(name))).toBe(tidyName(name))
  })

  it.each([
    ['', 'empty'],
    [' \u00a0\t\r\n ', 'empty'],
    ['Ana\0 Sol', 'unreadable'],
    ['Ana \u0085Sol', 'unreadable'],
    ['\u202eloS anA', 'unreadable'],
    ['\u2066Ana\u2069', 'unreadable'],
    ['Ana\u200f', 'unreadable'],
    ['\u200b', 'unreadable'],
    ['An\ufeffa', 'unreadable'],
    ['\ufeffAna', 'unreadable'],
    ['An\u00ada', 'unreadable'],
    ['An\u200da', 'unreadable'],
    ['علی\u200d', 'unreadable'],
    ['Ana\u200c', 'unreadable'],
    ['क\u200d\u200dष', 'unreadable'],
    ['\u3164', 'unreadable'],
    ['\u2800Ana', 'unreadable'],
    ['\ufffdukasz', 'unreadable'],
    ['Ana\ud800', 'unreadable'],
    ['Ana\ue000', 'unreadable'],
    ['Ana\ufe0f', 'unreadable'],
    ['A\u{e0041}na', 'unreadable'],
    [`A${'\u0301'.repeat(9)}na`, 'unreadable'],
    ['N/A', 'none'],
    ['n/a', 'none'],
    ['-', 'none'],
    ['—', 'none'],
    ['.', 'none'],
    ['null', 'none'],
    ['(null)', 'none'],
    ['<none>', 'none'],
    ['NaN', 'none'],
    ['#N/A', 'none'],
    ['#REF!', 'none'],
    ['#¿NOMBRE?', 'none'],
    ['#¡VALOR!', 'none'],
    ['#N/D', 'none'],
    ['Err:502', 'none'],
    ['########', 'none'],
    ['JosÃ© Sol', 'unreadable'],
    ['AnÂ³', 'unreadable'],
    ['O&#39;Neil', 'unreadable'],
    ['S&oacute;l', 'unreadable'],
    ['S=C3=B3l', 'unreadable'],
    ["Ana X'5a6fff'", 'none'],
    ['J?rgen', 'unreadable'],
    ['Zo?', 'unreadable'],
    ['ZO? LEF?VRE', 'unreadable'],
    ['?ukasz', 'unreadable'],
    ['Nguy??n', 'unreadable'],
    ['???? ????', 'none'],
    ['Unknown', 'none'],
    ['Non renseigné', 'none'],
    ['12345', 'none'],
    ['?!', 'none'],
    ["X'5a6fc3a9'", 'none'],
    ['x'.repeat(121), 'too-long'],
  ] as const)('refuses %j as %s', (name, fault) => {
    expect(nameFault(name)).toBe(fault)
  })

  it('never takes a name that shows nothing, or in which one sign can’t be seen', () => {
    const hidden = fc.constantFrom(
      '\0',
      '\u001b',
      '\u0080',
      '\u009f',
      '\u00ad',
      '\u034f',
      '\u061c',
      '\u115f',
      '\u200b',
      '\u200e',
      '\u202a',
      '\u202e',
      '\u2060',
      '\u2066',
      '\u2069',
      '\u3164',
      '\ufeff',
      '\uffa0',
      '\ufffc',
      '\ufffd',
      '\u{e0020}',
      '\u{fffff}',
    )
    const system = fc.string({ unit: 'grapheme', maxLength: 10 })
    fc.assert(
      fc.property(system, hidden, system, (before, sign, after) => {
        expect(nameFault(`${before}${sign}${after}`)).toBeDefined()
        expect(groupFault(`${before}${sign}${after}`)).toBeDefined()
      }),
    )
  })

  it('says the same of a name however it was composed and spaced, and keeps it once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const tidy = tidyName(text)
        expect(tidyName(tidy)).toBe(tidy)
        expect(tidyName(text.normalize('NFD'))).toBe(tidyName(text.normalize('NFC')))
        expect(nameFault(text) === undefined).toBe(nameFault(tidy) === undefined)
        if (nameFault(text) === undefined) {
          expect(tidy).toBe(tidy.trim())
          expect(tidy).toBe(tidy.normalize('NFC'))
          expect(tidy).toMatch(/\p{L}/u)
          expect(tidy).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

it('keeps Kurdish and Persian names without the non-joiner that keyboards write at the end of a word', () => {
  for (const [written, kept] of [
    ['خامه\u200c', 'خامه'],
    ['داور\u200c نواب', 'داور نواب'],
    ['به\u200cهره\u200c\u200c-شنه\u200c', 'به\u200cهره-شنه'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
  ] as const) {
    expect(tidyName(written)).toBe(kept)
    expect(nameFault(written)).toBeUndefined()
  }
})

it('takes teams and organisations whose name is a number, and nothing that hides', () => {
  expect(groupFault('4410')).toBeUndefined()
  expect(organisationFault('1&1')).toBeUndefined()
  expect(['Who?', '¿Dudas?', 'Q?A', 'Quoi ?'].map(groupFault)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(['B?ta', '?quipe Cr?dit', 'Nguy??n'].map(organisationFault)).toEqual(Array(3).fill('unreadable'))
  expect(groupFault('-')).toBe('none')
  expect(groupFault('Cards\u200b')).toBe('unreadable')
  expect(organisationFault('\u202eemcA')).toBe('unreadable')
})

it('knows a cell that says that there is nothing', () => {
  for (const text of [
    '',
    ' ',
    '-',
    '--',
    'N/A',
    'NO_MANAGER',
    '(null)',
    '...',
    '(blank)',
    '(Vide)',
    '(en blanco)',
    '\\N',
    'Not assigned',
    'Sin asignar',
    '(não atribuído)',
  ])
    expect(saysNothing(text)).toBe(true)
  for (const text of ['Nil', 'Na', 'A', '0', '0012', 'Blank', 'Vide', 'Leer', '(Cards)'])
    expect(saysNothing(text)).toBe(false)
})

it('writes out what nobody can see', () => {
  expect(withVisibleSigns('\u202eloS\0 é')).toBe('⟨U+202E⟩loS⟨U+0000⟩ é')
})

describe('sameGroup', () => {
  it('compares teams and sites as the database does', () => {
    expect(sameGroup('Cards', 'CARDS')).toBe(true)
    expect(sameGroup(null, null)).toBe(true)
    expect(sameGroup('Cards', 'Loans')).toBe(false)
    expect(sameGroup('Équipe', 'équipe')).toBe(false)
    expect(sameGroup('Cards', null)).toBe(false)
  })
})
