import type { InterfaceLocale } from '../../bridge/channels'
import {
  reportCounts,
  STANDING_STATUSES,
  type Detection,
  type ReportCounts,
  type ReportRow,
} from '../../domain/records'
import { hasUsefulInterval, share, type Estimate } from '../../domain/scoring'
import { wholeShare } from '../../domain/scoring/whole-share'
import { escapeHtml } from '../windows/html'
import { FACTS } from '../../texts/generated'
import type { Translate } from '../../texts/translate'

export type ReportTexts = Translate<'report'>

/** Everything on the page besides the rows. */
export interface ReportFacts {
  readonly organisation: string
  /** The filter in words. */
  readonly filter: readonly string[]
  /** The name of the person who exported the report. */
  readonly by: string
  /** The time whose state the report shows, ISO 8601. */
  readonly at: string
  /** `undefined` in pseudonymous mode if nothing that matches the filter was released. */
  readonly detection: Detection | undefined
  /** The number of people that a group must have in pseudonymous mode; `null` in named mode. */
  readonly smallestGroup: number | null
  readonly courseTitle: (id: string) => string
  /** Explains what passing a course means; `undefined` for a course that can't be read. */
  readonly courseRule: (id: string) => { readonly words: string; readonly version: string } | undefined
}

export const shortDay = (instant: string, locale: InterfaceLocale): string =>
  new Intl.DateTimeFormat(FACTS[locale].region, {
    dateStyle: 'medium',
    // In pseudonymous mode only the day is known; it must show the same in every time zone.
    ...(instant.length === 10 ? { timeZone: 'UTC' } : {}),
  }).format(new Date(instant))

const writtenDay = (instant: string, locale: InterfaceLocale): string =>
  new Intl.DateTimeFormat(FACTS[locale].region, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(instant),
  )

export const dayAndTime = (instant: string, locale: InterfaceLocale): string =>
  new Intl.DateTimeFormat(FACTS[locale].region, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(instant),
  )

const number = (value: number, locale: InterfaceLocale) =>
  new Intl.NumberFormat(FACTS[locale].region).format(value)

function percent(ratio: number, locale: InterfaceLocale): string {
  return new Intl.NumberFormat(FACTS[locale].region, { style: 'percent', maximumFractionDigits: 0 }).format(
    wholeShare(ratio),
  )
}

/** Returns a share with its interval in words. */
function estimated(estimate: Estimate | undefined, t: ReportTexts, locale: InterfaceLocale): string {
  if (!estimate) return '—'
  const [value, low, high] = [estimate.value, estimate.low, estimate.high].map((ratio) =>
    percent(ratio, locale),
  )
  if (!hasUsefulInterval(estimate)) return `<b>${value}</b> <span>${t('few')}</span>`
  // With very many contacts the interval is narrower than a percent and is left out.
  if (low === high) return `<b>${value}</b>`
  return `<b>${value}</b> <span>${t('interval', { low: low!, high: high! })}</span>`
}

function figures(counts: ReportCounts, facts: ReportFacts, t: ReportTexts, locale: InterfaceLocale): string {
  const { detection, smallestGroup } = facts
  const shares = detection
    ? [
        [t('missed'), share(detection.missed, detection.attacks)] as const,
        [t('turned-away'), share(detection.turnedAway, detection.legitimate)] as const,
      ]
    : []
  const complete = counts.complete === undefined ? '—' : `<b>${percent(counts.complete, locale)}</b>`
  const lines = [
    [t('complete'), complete] as const,
    ...shares.map(([label, estimate]) => [label, estimated(estimate, t, locale)] as const),
  ].map(([label, value]) => `<div class="figure"><p>${label}</p><p>${value}</p></div>`)
  const notes = [
    ...(shares.some(([, estimate]) => estimate && hasUsefulInterval(estimate)) ? [t('interval.note')] : []),
    ...(detection ? [t('contacts.note')] : []),
  ]
  const note = notes.length === 0 ? '' : `<p class="note">${notes.join(' ')}</p>`
  const hidden =
    !detection && smallestGroup !== null
      ? `<p class="note">${t('too-small', { people: smallestGroup })}</p>`
      : ''
  return `<div class="figures">${lines.join('')}</div>${hidden}${note}`
}

/** Makes one row for each course, with the number of people in each status. */
function byCourse(
  rows: readonly ReportRow[],
  facts: ReportFacts,
  t: ReportTexts,
  locale: InterfaceLocale,
  named: boolean,
): string {
  const statuses = STANDING_STATUSES.filter((status) => named || status !== 'failed')
  const courses = [...new Set(rows.map(({ course }) => course))].sort()
  const line = (title: string, counts: ReportCounts, tag: 'td' | 'th') =>
    `<tr><th scope="row">${escapeHtml(title)}</th><td class="n">${number(counts.rows, locale)}</td>` +
    `${statuses.map((status) => `<${tag} class="n">${number(counts.byStatus[status], locale)}</${tag}>`).join('')}</tr>`
  const body = courses.map((course) =>
    line(facts.courseTitle(course), reportCounts(rows.filter((row) => row.course === course)), 'td'),
  )
  if (courses.length > 1) body.push(line(t('all'), reportCounts(rows), 'td'))
  return `<table class="summary"><thead><tr><th>${t('course')}</th><th class="n">${t('enrolled')}</th>${statuses
    .map((status) => `<th class="n">${t(`status.${status}`)}</th>`)
    .join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

/** Explains what passing each course means, or says that it can't be told. */
function rules(rows: readonly ReportRow[], facts: ReportFacts, t: ReportTexts): string {
  const told = [...new Set(rows.map(({ course }) => course))].sort().map((course) => {
    const rule = facts.courseRule(course)
    const words = rule
      ? `${rule.words} ${t('rule.version', { version: rule.version })}`
      : t('rule.unreadable')
    return `<dt>${escapeHtml(facts.courseTitle(course))}</dt><dd>${escapeHtml(words)}</dd>`
  })
  const note = told.some((words) => words.includes('d′')) ? `<p class="note">${t('rules.note')}</p>` : ''
  return `<h2>${t('rules')}</h2><dl class="rules">${told.join('')}</dl>${note}`
}

function byPerson(
  rows: readonly ReportRow[],
  facts: ReportFacts,
  t: ReportTexts,
  locale: InterfaceLocale,
  named: boolean,
): string {
  const day = (instant: string | null) => (instant === null ? '—' : shortDay(instant, locale))
  const head = [t('name'), t('number'), t('team'), t('course'), t('status'), t('due'), t('passed')]
  const cells = (row: ReportRow) => [
    escapeHtml(row.number),
    escapeHtml(row.team ?? '—'),
    escapeHtml(facts.courseTitle(row.course)),
    `<span class="status status-${row.status}">${t(`status.${row.status}`)}</span>`,
    day(row.dueAt),
    day(row.passedAt),
    // The report shows the day that the certificate itself says.
    row.validUntil === null ? '—' : writtenDay(row.validUntil, locale),
  ]
  const counted = (value: number | null) =>
    `<td class="n">${value === null ? '—' : number(value, locale)}</td>`
  const results = (row: ReportRow) => (named ? counted(row.score) + counted(row.setAside) : '')
  return `<table class="people"><thead><tr>${[...head, t('until')].map((title) => `<th scope="col">${title}</th>`).join('')}${
    named
      ? [t('score'), t('set-aside')].map((title) => `<th scope="col" class="n">${title}</th>`).join('')
      : ''
  }</tr></thead><tbody>${rows
    .map(
      (row) =>
        `<tr><th scope="row">${escapeHtml(row.name)}</th>${cells(row)
          .map((cell) => `<td>${cell}</td>`)
          .join('')}${results(row)}</tr>`,
    )
    .join('')}</tbody></table>${named ? `<p class="note">${t('set-aside.note')}</p>` : ''}`
}

/**
 * Returns the report's page as HTML for its template. Every text is escaped.
 * @param named false if results of single people must not be shown
 */
export function reportBody(
  rows: readonly ReportRow[],
  facts: ReportFacts,
  t: ReportTexts,
  locale: InterfaceLocale,
  named: boolean,
): string {
  const counts = reportCounts(rows)
  const fact = (label: string, value: string) => `<div><dt>${label}</dt><dd>${value}</dd></div>`
  return `<header>
  <p class="organisation">${escapeHtml(facts.organisation)}</p>
  <div class="line"></div>
  <h1>${t('title')}</h1>
  <dl>
    ${fact(t('shows'), facts.filter.map(escapeHtml).join('<br>'))}
    ${fact(t('as-of'), escapeHtml(dayAndTime(facts.at, locale)))}
    ${fact(t('by'), escapeHtml(facts.by))}
    ${fact(t('holds'), t('people', { people: counts.people, rows: counts.rows }))}
  </dl>
</header>
${
  rows.length === 0
    ? `<p class="empty">${t('nobody')}</p>`
    : `${figures(counts, facts, t, locale)}${byCourse(rows, facts, t, locale, named)}${rules(rows, facts, t)}<h2>${t('list')}</h2>${byPerson(rows, facts, t, locale, named)}`
}`
}

/** Makes the footers of a report, each on a page of its own that is laid over the report's page. */
export function reportFeet(text: string, pages: number, t: ReportTexts): string {
  const foot = (page: number) =>
    `<div class="foot"><p><span>${escapeHtml(text)}</span><span>${t('page', { page, pages })}</span></p></div>`
  return Array.from({ length: pages }, (_, i) => foot(i + 1)).join('')
}
