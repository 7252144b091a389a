import { describe, expect, it } from 'vitest'
import { planTaking } from '../../../src/domain/translation/take-texts'
import { readTexts } from '../../../src/domain/translation/read-texts'
import { sealOf, type TextsFile, type TextUnit } from '../../../src/domain/translation/texts-file'
import { readTextsCsv } from '../../../src/domain/translation/texts-csv'
import { readXliff } from '../../../src/domain/translation/xliff'
import type { Loose } from '../authoring/loose'
import { codesOf, documents, exported, FORMATS, whole } from './files'

const document = documents.find(({ id }) => id === 'airport-call')!
const file = exported(document)
const xliff = whole(FORMATS.xliff.write(file))
const csv = whole(FORMATS.csv.write(file))
const lines = csv.split('\r\n')

const changed = (change: (value: Loose) => void) => {
  const value = structuredClone(document.value)
  change(value)
  return { ...document, value }
}
const withUnits = (units: readonly TextUnit[], seal = sealOf(units)): TextsFile => ({ ...file, units, seal })
/** Returns a unit with another translation. */
const retold = (id: string, target: string) =>
  withUnits(file.units.map((unit) => (unit.id === id ? { ...unit, target } : unit)))
const plan = (taken: TextsFile, value = document) => planTaking(value, taken, {})

describe('a file is refused as a whole', () => {
  it.each([
    ['cut off', xliff.slice(0, xliff.length / 2), 'not-xml'],
    ['with a tag that is not closed', xliff.replace('</note>', ''), 'not-xml'],
    ['with an entity that nobody declares', xliff.replace('<note>', '<note>&nbsp;'), 'not-xml'],
    ['with text behind its end', `${xliff}more`, 'not-xml'],
    [
      'with a document type',
      xliff.replace('<xliff', '<!DOCTYPE x [<!ENTITY a "b">]><xliff'),
      'document-type',
    ],
    ['of another kind', '<html/>', 'not-xliff'],
    ['of another version', xliff.replace('version="1.2"', 'version="2.0"'), 'other-version'],
    ['with two files', xliff.replace('</file>', '</file><file original="b"><body/></file>'), 'several-files'],
    [
      'with an element of its own in a target',
      xliff.replace(/(<target[^>]*>)/, '$1<ph id="1"/>'),
      'inline-element',
    ],
    ['without what says where it comes from', xliff.replace(/original="[^"]*"/, 'original="x"'), 'no-seal'],
  ])('XLIFF %s', (_, text, code) => {
    const read = readXliff(text)
    expect(codesOf(read)).toEqual([code])
    if (!read.ok && code.startsWith('not-xml')) expect(read.faults[0]!.line).toBeGreaterThan(0)
  })

  it.each([
    ['without its first row', lines.slice(1).join('\r\n'), 'no-columns'],
    ['with a quotation mark that nothing closes', `${csv}"open;a`, 'broken-row'],
    [
      'with rows of another export',
      csv.replace(/airport-call\.scenario\.json [^"]*/, 'other.scenario.json 1.a.b'),
      'no-seal',
    ],
  ])('CSV %s', (_, text, code) => {
    expect(codesOf(readTextsCsv(text))).toEqual([code])
  })

  it('that is no text, and taken in the encodings of spreadsheets', () => {
    const decode = (encoding: string, bytes: Uint8Array) => {
      try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes)
      } catch {
        return undefined
      }
    }
    expect(codesOf(readTexts(Buffer.from('id;é', 'latin1'), decode))).toEqual(['not-text'])
    const wide = Buffer.from(csv, 'utf16le')
    expect(whole(readTexts(wide, decode)).units).toHaveLength(file.units.length)
    expect(whole(readTexts(Buffer.from(xliff), decode)).units).toHaveLength(file.units.length)
  })

  it.each([
    ['a text is missing', file.units.slice(1), 'texts-lost'],
    ['a text is new', [...file.units, { ...file.units[0]!, id: 'brand/new' }], 'texts-foreign'],
    ['a text stands twice', [...file.units, file.units[3]!], 'twice'],
    [
      'a source was changed',
      file.units.map((unit, i) => (i === 4 ? { ...unit, source: 'Else' } : unit)),
      'source-altered',
    ],
  ])('where %s, and named', (_, units, code) => {
    const planned = plan(withUnits(units, file.seal))
    expect(codesOf(planned)).toEqual([code])
    if (!planned.ok) expect(planned.faults[0]!.ids).toHaveLength(1)
  })

  it('of another document, or from and into other languages', () => {
    expect(codesOf(plan(file, { ...document, id: 'another' }))).toEqual(['other-document'])
    expect(codesOf(plan({ ...file, kind: 'floor' }))).toEqual(['other-document'])
    expect(codesOf(plan({ ...file, from: 'de' }))).toEqual(['other-languages'])
    expect(codesOf(plan({ ...file, to: 'en' }))).toEqual(['other-languages'])
    expect(codesOf(plan({ ...file, seal: '' }))).toEqual(['no-seal'])
  })

  it('where a translation lost a placeholder or has one of its own', () => {
    const unit = file.units.find(({ source, id }) => source.includes('{') && !id.endsWith('phrase'))
    const [id, source] = unit
      ? [unit.id, unit.source]
      : ((): [string, string] => {
          throw new Error('no placeholder')
        })()
    const lost = source.replaceAll(/\{[^}]*\}/g, 'you')
    expect(codesOf(plan(retold(id, lost)))).toEqual(['placeholder-lost'])
    expect(codesOf(plan(retold(id, `${source} {nobody}`)))).toEqual(['placeholder-lost'])
  })

  it('where the words that a cue marks left their line, and not where both changed', () => {
    const phrase = file.units.find(({ id }) => id.endsWith('/phrase'))!
    const line = phrase.id.replace(/\/cues\/.*$/, '/text')
    expect(codesOf(plan(retold(line, 'Autre chose.')))).toContain('phrase-lost')
    const both = withUnits(
      file.units.map((unit) => {
        if (unit.id === phrase.id) return { ...unit, target: 'tout autre' }
        return unit.id.startsWith(line.replace(/text$/, 'cues')) || unit.id === line
          ? { ...unit, target: unit.id === line ? 'Dit tout autre chose.' : 'tout autre' }
          : unit
      }),
    )
    expect(codesOf(plan(both))).toEqual([])
  })

  it('where the document changed meanwhile in a way that matters, and not in one that does not', () => {
    const reworded = changed((value) => {
      value.title.en = 'Another title altogether'
    })
    expect(plan(file, reworded)).toMatchObject({
      ok: false,
      faults: [{ code: 'changed-since', ids: ['title'] }],
    })
    // Nobody had translated the text, so nothing is lost.
    expect(whole(plan(retold('title', ''), reworded)).empty).toBe(1)
    const [scene] = Object.keys(document.value.machine.states).slice(-1)
    const without = changed((value) => delete value.machine.states[scene!])
    expect(codesOf(plan(file, without))).toEqual(['gone-since'])
    const grown = changed((value) => {
      value.machine.states[value.machine.initial].meta.beats.push({
        id: 'later',
        from: 'narrator',
        text: { en: 'Later.' },
      })
    })
    expect(whole(plan(file, grown)).since).toEqual([expect.stringMatching(/beats\/later\/text$/)])
  })

  it('and texts that moved are found again', () => {
    const renamed = changed((value) => {
      const { states } = value.machine
      const [name] = Object.keys(states).filter((own) => own !== value.machine.initial)
      states['renamed'] = states[name!]
      delete states[name!]
    })
    const planned = whole(plan(file, renamed))
    expect(planned.moved).toBeGreaterThan(0)
    expect(planned.added.length + planned.changed.length).toBe(0)
    expect(planned.same).toBe(file.units.length)
  })
})
