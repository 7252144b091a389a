import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { putTexts } from '../../../src/domain/translation/put-texts'
import { planTaking } from '../../../src/domain/translation/take-texts'
import { rewrite } from '../../../src/domain/authoring/rewrite'
import { sealOf, UNIT_STATES, type TextsFile } from '../../../src/domain/translation/texts-file'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import type { Loose } from '../authoring/loose'
import { codesOf, documents, exported, FORMATS, whole } from './files'

const formats = ['xliff', 'csv'] as const
const scenario = documents.find(({ kind }) => kind === 'scenario')!

/** Generates words as people and programs write them, with everything that causes trouble in formats. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=1+1',
        '-10 %',
        '@home',
        '+',
        '"',
        "'",
        ';',
        ',',
        '\t',
        '\n',
        '\n- a list',
        '<b>',
        '&',
        '&amp;',
      ),
      fc.constantFrom(']]>', '{trainee}', '  ', 'é', '漢字', '🙂', '\u2028', '%', '|', '—'),
      fc.string({ maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''))
  // A text of a scenario has something to read and no control characters.
  .map((text) =>
    // oxlint-disable-next-line no-control-regex -- that is what is left out
    text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff\ufffd]|\p{Surrogate}/gu, ''),
  )
  .filter((text) => text.trim() !== '' && text.trim() !== '…')
/** A text that already begins with a guard against formulas looks like one that was given the guard. */
const guardedItself = (text: string) => /(?:^|[,;|\t\r\n\v\f])'[\s"']*[=+\-@＝＋－＠\t]/.test(text)

const fileOf = (texts: readonly (readonly [string, string])[]): TextsFile => {
  const units = texts.map(([source, target], i) => ({
    id: `scenes/s${i}/title`,
    source,
    target,
    state: UNIT_STATES[i % UNIT_STATES.length]!,
    note: 'A title',
    most: 40,
  }))
  return { kind: 'scenario', document: 'a', from: 'en', to: 'fr', seal: sealOf(units), units }
}

/** Marked words must still be part of their line. */
const inGerman = ({ id, source }: { readonly id: string; readonly source: string }) =>
  id.endsWith('/phrase') ? source : `${source} (de)`

describe('a file for translators', () => {
  it.each(formats)(
    'gives every shipped document back with the same bytes when nothing changed (%s)',
    (format) => {
      for (const document of documents) {
        for (const [from, to] of [
          ['en', 'fr'],
          ['fr', 'en'],
        ] as const) {
          const file = exported(document, from, to)
          expect(file.units.length, document.name).toBeGreaterThan(1)
          const read = whole(FORMATS[format].read(whole(FORMATS[format].write(file))))
          const plan = whole(planTaking(document, read, {}))
          expect(plan).toMatchObject({ added: [], changed: [], same: file.units.length, moved: 0, since: [] })
          const value = putTexts(document.value, plan)
          expect(rewrite(document.text, value, scenarioSchema)).toBe(document.text)
        }
      }
    },
  )

  it.each(formats)('brings in a language that the document did not have (%s)', (format) => {
    const file = exported(scenario, 'en', 'de')
    expect(file.units.every(({ target, state }) => target === '' && state === 'new')).toBe(true)
    const done = { ...file, units: file.units.map((unit) => ({ ...unit, target: inGerman(unit) })) }
    const read = whole(FORMATS[format].read(whole(FORMATS[format].write(done))))
    const plan = whole(planTaking(scenario, read, {}))
    expect(plan.added).toHaveLength(file.units.length)
    const value = putTexts(scenario.value, plan) as Loose
    expect(value.title.de).toBe(`${scenario.value.title.en} (de)`)
    expect(exported({ ...scenario, value }, 'en', 'de').units.every(({ target }) => target !== '')).toBe(true)
    expect(scenario.value.title.de).toBeUndefined()
  })

  // The code of Indonesian is the word for what names something.
  it.each(formats)('goes out and back in for every language, Indonesian too (%s)', (format) => {
    for (const [from, to] of [
      ['en', 'id'],
      ['id', 'en'],
      ['en', 'id-ID'],
    ] as const) {
      const texts = exported(scenario).units.map((unit) => ({ ...unit, target: `${unit.source} (x)` }))
      const file = { ...exported(scenario), from, to, units: texts }
      const read = whole(FORMATS[format].read(whole(FORMATS[format].write(file))))
      expect([read.from, read.to]).toEqual([from, to])
      const told = (units: TextsFile['units']) => units.map(({ id, source, target }) => [id, source, target])
      expect(told(read.units)).toEqual(told(texts))
    }
  })

  it('is read as it was written before the column of ids had a name of its own', () => {
    const file = exported(scenario)
    const text = whole(FORMATS.csv.write(file)).replace('"text-id"', '"id"')
    expect(text.slice(1, 5)).toBe('"id"')
    expect(whole(FORMATS.csv.read(text)).units.map(({ id }) => id)).toEqual(file.units.map(({ id }) => id))
  })

  it.each(formats)('holds whatever a text may hold (%s)', (format) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, fc.option(words, { nil: '' })), { minLength: 1, maxLength: 5 }),
        (texts) => {
          const file = fileOf(texts)
          const written = FORMATS[format].write(file)
          if (format === 'csv' && texts.flat().some(guardedItself)) {
            fc.pre(codesOf(written).length === 0)
            return
          }
          const { units } = whole(FORMATS[format].read(whole(written)))
          expect(units.map(({ source, target, state }) => [source, target, state])).toEqual(
            file.units.map(({ source, target, state }) => [source, target, state]),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('has no cell that a spreadsheet runs as a formula, and is read alike by another reader of CSV', () => {
    fc.assert(
      fc.property(words, words, (source, target) => {
        fc.pre(![source, target].some(guardedItself))
        const text = whole(FORMATS.csv.write(fileOf([[source, target]])))
        const rows = parse(text, { delimiter: ';', bom: true, relax_column_count: false }) as string[][]
        expect(rows).toHaveLength(2)
        for (const cell of rows[1]!) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    [',', '\n'],
    [';', '\r\n'],
    ['\t', '\r\n'],
    ['|', '\n'],
  ])(
    'is taken as a spreadsheet saves it: separated by %j, lines ended by %j, columns moved',
    (separator, end) => {
      const file = exported(scenario)
      const rows = parse(whole(FORMATS.csv.write(file)), { delimiter: ';', bom: true }) as string[][]
      const cell = (text: string) =>
        /["\s,;|]/.test(text) ? `"${text.replaceAll('"', '""').replaceAll('\n', end)}"` : text
      const text = rows.map((row) => [...row.slice(1), row[0]!].map(cell).join(separator)).join(end)
      const read = whole(FORMATS.csv.read(`sep=${separator}\r\n${text}${end}${end}`))
      expect(read.units.map(({ id, source, target }) => [id, source, target])).toEqual(
        file.units.map(({ id, source, target }) => [id, source, target]),
      )
      expect(whole(planTaking(scenario, read, {})).same).toBe(file.units.length)
    },
  )

  it('is XLIFF 1.2 with spaces kept, a state and a place for every text, and a bound where there is one', () => {
    const file = exported(scenario)
    const text = whole(FORMATS.xliff.write(file))
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
    expect(count(/<trans-unit [^>]*xml:space="preserve"/g)).toBe(file.units.length)
    expect(count(/<target state="[a-z-]+"/g)).toBe(file.units.length)
    expect(count(/<note>/g)).toBe(file.units.length)
    expect(count(/maxwidth="\d+" size-unit="char"/g)).toBe(file.units.length)
    expect(text).toContain(`original="${scenario.name}"`)
  })

  it('refuses to write a sign that XML can’t hold, and names the text', () => {
    const written = FORMATS.xliff.write(
      fileOf([
        ['fine', ''],
        ['bell \u0007', ''],
      ]),
    )
    expect(written).toMatchObject({ ok: false, faults: [{ code: 'unwritable', ids: ['scenes/s1/title'] }] })
  })
})
