import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessColumns, planRoster } from '../../../src/domain/records'
import { rowsOf } from './roster-people'

const TODAY = '2026-03-31'

/** Plans a file with a number, a name and a column of this heading, guessed as the application does. */
function planned(heading: string, said: readonly string[]) {
  const headings = ['Employee number', 'Full name', heading]
  const cells = said.map((cell, i) => [`E-${i}`, 'Ana Sol', cell])
  return planRoster(rowsOf(cells), guessColumns(headings, cells), [], { headings, today: TODAY })
}
const added = (heading: string, ...said: readonly string[]) =>
  planned(heading, said).add.map(({ number }) => said[Number(number.slice(2))])
const faults = (heading: string, ...said: readonly string[]) =>
  planned(heading, said).faults.map(({ code, value }) => `${code} ${value}`)

const listed = (text: string) => text.trim().split(/ \| |\n\s*/u)

describe('a last day', () => {
  it.each(
    listed(`
      2026/3/5 | 2026-3-5 | 2026. 3. 5. | 2026. 3. 5 | 20260305 | 2026年3月5日 | 2026년 3월 5일 | ２０２６/３/５
      1er mars 2026 | 1º de março de 2026 | 1.º de marzo de 2026 | March 30th, 2026 | 1st March 2026 | 1. März 2026
      the 3rd of March, 2026 | le 2 mars 2026 | 2 de março de 2026 | 5 mar. 2026 | 05MAR2026 | 5-mars-2026
      5 Mar '26 | 2026 March 5 | 30 ago 2025 | 30 set. 2025 | 30/out/2025 | 13/03/26 | 02-03-24 | 30/06/1998
      Tue Mar 10 2026 | Fri, 6 Mar 2026 | ven. 6 mars 2026 | mar. 10 mars 2026 | mar 10-mar-2026
      sex., 6 de mar. de 2026 | Fri 13/03/2026 | 13/03/2026 (Fri) | 2026-03-05 Thu | jue, 5 mar 2026
      2026-03-05T00:00:00Z | 2026-03-05T00:00:00.000+01:00 | 3/30/2026 12:00 AM | 2026-03-30-07:00 | 2026-03-05Z
      30/03/2026 12:00:00 a. m. | 30/03/2026 à 12:00 | 05-MAR-26 12.00.00.000000 AM | Mar  5 2026 12:00AM
      Tue Mar 10 2026 00:00:00 GMT+0100 (Central European Standard Time) | Thu Mar 05 00:00:00 CET 2026
      20260305000000.0Z | 20260305000000 | 46111 | 46111.75`),
  )('that is over is read: %s', (said) => {
    for (const heading of ['Termination Date', 'Date de sortie']) {
      const plan = planned(heading, [said, ''])
      expect([plan.strangersGone.map(({ number }) => number), plan.faults]).toEqual([['E-0'], []])
      expect(plan.wordsForHere).toEqual([])
    }
  })

  it.each(
    listed(`
      2026/4/5 | 1er avril 2026 | April 1st, 2026 | mer. 1 avr. 2026 | 2026-04-01T00:00:00Z | 31-DEC-99
      31/12/9999 00:00:00 | 2958465 | 73050 | -- | N/A | none | (blank) | en cours | CDI | #N/A
      0 | 00/00/0000 | 0000-00-00 00:00:00 | 00000000 | 1/0/1900 | 00/01/1900 00:00 | 0-Jan-00`),
  )('that is not over, or none, is read: %s', (said) => {
    expect(added('Termination Date', said, '2026-03-01')).toEqual([said])
  })

  it.each(
    listed(`
      2026-02-30 | 31/02/2026 | 2026 | 03/2026 | March 2026 | 2026-W10 | 260305 | 5032026 | 10234 | 1772668800
      令和8年3月5日 | 115/03/05 | 1404-12-14 | 1447/09/16 | 05/03/2569 | ٠٥/٠٣/٢٠٢٦ | 46,111
      1 Smarch 2026 | 5 kovo 2026 | 2026-03-05; 2025-01-01 | ######## | #VALUE! | #REF!`),
  )('that can’t be read is a fault: %s', (said) => {
    expect(faults('Termination Date', said)).toEqual([`status-no-day ${said}`])
    // Here the other cells say that the column holds days.
    expect(faults('Left', '2025-12-31', said, '')).toEqual([`status-no-day ${said}`])
  })

  it('is looked for where the heading or most cells with a digit say so', () => {
    expect(faults('Status', '31.12.2025', 'März 2026', '5 kovo 2026', '30.11.2025')).toEqual([
      'status-no-day März 2026',
      'status-no-day 5 kovo 2026',
    ])
    expect(faults('Status', 'CDD 12 mois', '35 h', 'Grade 4', '31.12.2025', 'Active')).toEqual([])
    expect(faults('Termination Date', 'ongoing', '2025-12-31')).toEqual([])
  })

  it('with a year of two digits is read only where one year can be meant', () => {
    // Of this century or of the last; year first or day first.
    expect(faults('Termination Date', '30/06/98')).toEqual(['status-date 30/06/98'])
    expect(faults('Termination Date', '24-12-31')).toEqual(['status-date 24-12-31'])
    expect(faults('Termination Date', '31-03-24', '25/12/25')).toEqual([])
    expect(faults('Termination Date', '24-12-31', '25-31-12')).toEqual([
      'status-date 24-12-31',
      'status-no-day 25-31-12',
    ])
  })

  it('is read on every day of these years in each way of writing it', () => {
    const months = {
      en: 'January February March April May June July August September October November December',
      es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
      fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    }
    const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    const locale = fc.constantFrom(
      'en-US',
      'en-GB',
      'en-PH',
      'fr-FR',
      'fr-CA',
      'es-ES',
      'es-MX',
      'pt-BR',
      'pt-PT',
    )
    const style = fc.constantFrom('full' as const, 'long' as const, 'medium' as const)
    fc.assert(
      fc.property(date, locale, style, (day, tag, dateStyle) => {
        const month = months[tag.slice(0, 2) as keyof typeof months].split(' ')[day.getUTCMonth()]!
        const over = day.toISOString().slice(0, 10) < TODAY
        for (const written of [
          new Intl.DateTimeFormat(tag, { dateStyle, timeZone: 'UTC' }).format(day),
          new Intl.DateTimeFormat(tag, { dateStyle, timeStyle: 'short', timeZone: 'UTC' }).format(day),
          `${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`,
          `${day.getUTCFullYear()}/${day.getUTCMonth() + 1}/${day.getUTCDate()}`,
          day.toUTCString(),
          day.toISOString(),
        ])
          expect([written, added('Termination Date', written, '25/12/2025')]).toEqual([
            written,
            over ? [] : [written],
          ])
      }),
    )
  })
})
