import { describe, expect, it } from 'vitest'
import type { ReportRow } from '../../../src/domain/records'
import en from '../../../src/texts/en/report.json'
import fr from '../../../src/texts/fr/report.json'
import { translator } from '../../../src/texts/translate'
import { reportBody, reportFeet, type ReportFacts } from '../../../src/main/export/report-page'

const TEXTS = { en: translator<'report'>(en, 'en'), fr: translator<'report'>(fr, 'fr') }

const row = (change: Partial<ReportRow> = {}): ReportRow => ({
  person: 'p1',
  name: 'Ana Duarte',
  number: 'N-1',
  team: 'Cards 1',
  course: 'short',
  status: 'complete',
  dueAt: null,
  passedAt: '2026-02-01T12:00:00.000Z',
  validUntil: '2026-08-01T12:00:00.000Z',
  score: 90,
  setAside: 0,
  ...change,
})
const facts = (change: Partial<ReportFacts> = {}): ReportFacts => ({
  organisation: 'Méridien & Fils',
  filter: ['Team: Cards 1'],
  by: 'Priya',
  at: '2026-03-02T09:00:00.000Z',
  detection: { attacks: 20, missed: 2, legitimate: 10, turnedAway: 1 },
  smallestGroup: null,
  courseTitle: (id) => `The ${id}`,
  courseRule: () => undefined,
  ...change,
})
const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('reportBody', () => {
  it('says what it shows, of when, by whom, and its figures with their intervals', () => {
    const rows = [row(), row({ person: 'p2', status: 'late', score: null })]
    const body = text(reportBody(rows, facts(), TEXTS.en, 'en', true))
    for (const words of [
      'Méridien &amp; Fils',
      'Team: Cards 1',
      '2 March 2026',
      'Priya',
      '2 people, 2 rows',
    ]) {
      expect(body).toContain(words)
    }
    expect(body).toContain('Complete and in force 50% Attacks')
    expect(body).toContain('Attacks missed 10% likely 3% to 30%')
    expect(body).toContain('Genuine contacts turned away 10% likely 2% to 40%')
    expect(body).toContain('Late')
  })

  it('gives no range where there are too few contacts for one, as the screen does', () => {
    const few = facts({ detection: { attacks: 3, missed: 0, legitimate: 3, turnedAway: 0 } })
    const body = text(reportBody([row()], few, TEXTS.en, 'en', true))
    expect(body).toContain('Attacks missed 0% too few contacts for a range')
    expect(body).not.toContain('likely')
    expect(body).not.toContain('95%')
    expect(body).toContain('latest round')
  })

  it('explains d′ where a rule speaks of it', () => {
    const courseRule = () => ({ words: 'Who has d′ = 2.5 passes.', version: '1.0.0' })
    expect(text(reportBody([row()], facts({ courseRule }), TEXTS.en, 'en', true))).toContain('d prime')
    expect(text(reportBody([row()], facts(), TEXTS.en, 'en', true))).not.toContain('d prime')
  })

  it('leaves out a range that is narrower than a percent', () => {
    const detection = { attacks: 1_234_567, missed: 123_456, legitimate: 10, turnedAway: 1 }
    const body = text(reportBody([row()], facts({ detection }), TEXTS.en, 'en', true))
    expect(body).toMatch(/Attacks missed 10% Genuine contacts turned away 10% likely/)
  })

  it('does not say that all is complete where one of thousands is not', () => {
    const rows = Array.from({ length: 3000 }, (_, i) =>
      row({ person: `p${i}`, status: i === 0 ? 'late' : 'complete' }),
    )
    expect(text(reportBody(rows, facts(), TEXTS.en, 'en', true))).toContain('Complete and in force 99%')
  })

  it('escapes every text, however it tries', () => {
    const evil = `<script>"x"</script>&`
    const body = reportBody(
      [row({ name: evil, number: evil, team: evil })],
      facts({ organisation: evil, filter: [evil], by: evil, courseTitle: () => evil }),
      TEXTS.fr,
      'fr',
      true,
    )
    expect(body).not.toContain('<script>')
    expect(body.match(/&lt;script&gt;&quot;x&quot;&lt;\/script&gt;&amp;/g)!.length).toBeGreaterThanOrEqual(7)
  })

  it('says how many attempts were set aside, and what that means', () => {
    const none = text(reportBody([row()], facts(), TEXTS.en, 'en', true))
    expect(none).toMatch(/Score Set aside .* 90 0 /)
    expect(none).toContain('They do not count')
    const some = text(reportBody([row(), row({ person: 'p2', setAside: 3 })], facts(), TEXTS.en, 'en', true))
    expect(some).toMatch(/ 90 3 /)
    expect(some).toContain('They do not count')
    const hidden = row({ score: null, setAside: null })
    expect(text(reportBody([hidden], facts(), TEXTS.en, 'en', false))).not.toMatch(/set aside/i)
  })

  it('says what a pass of each listed course means, and that it can’t be told of a course that is gone', () => {
    const courseRule = (id: string) =>
      id === 'gone' ? undefined : { words: `Pass <${id}>.`, version: '1.2.0' }
    const rows = [row(), row({ person: 'p2' }), row({ course: 'gone' })]
    const body = text(reportBody(rows, facts({ courseRule }), TEXTS.en, 'en', true))
    expect(body.match(/Pass &lt;short&gt;\. Course version 1\.2\.0\./g)).toHaveLength(1)
    expect(body).not.toContain('Pass &lt;gone')
    expect(body).toContain('The gone This course, or one of its contacts, can’t be read')
  })

  it('tells no score and no rates of a group that is too small in pseudonymous mode', () => {
    const hidden = facts({ detection: undefined, smallestGroup: 10 })
    const body = text(
      reportBody([row({ score: null, status: 'in-progress' })], hidden, TEXTS.en, 'en', false),
    )
    expect(body).toContain('once at least 10 people have new results')
    expect(body).not.toMatch(/Score|missed|Not passed/)
  })

  it('says so when nobody matches, instead of an empty table', () => {
    const body = reportBody([], facts(), TEXTS.fr, 'fr', true)
    expect(body).toContain('Personne ne correspond')
    expect(body).not.toContain('<table')
  })
})

describe('reportFeet', () => {
  it('numbers as many feet as there are pages, each with the text', () => {
    const feet = text(reportFeet('Smith & Co <b>', 3, TEXTS.fr))
    expect(feet.match(/Smith &amp; Co &lt;b&gt;/g)).toHaveLength(3)
    for (const page of [1, 2, 3]) expect(feet).toContain(TEXTS.fr('page', { page, pages: 3 }))
  })
})
