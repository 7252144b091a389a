import type { AuditPage, InterfaceLocale } from '../../bridge'
import { ACTS, AUDIT_DETAILS, type Act, type AuditDetailKey } from '../../domain/records/audit-acts'
import { EVERYTHING, type RecordFilter } from '../../domain/records/filter'
import { filterInWords } from '../../domain/records/filter-words'
import { filterWords } from '../../texts/filter-words'
import { pick, type Translate } from '../i18n'
import { dateAndTime, longDate } from '../i18n/dates'
import { detailLines } from './audit-detail'
import { isKey, isValue, type AuditText } from './words'

type Line = Pick<AuditPage['lines'][number], 'detail' | 'named'>

export const isAct = (act: string): act is Act => (ACTS as readonly string[]).includes(act)

/** Narrows a key to the keys that main writes. The types in `detailText` then require a word for each of them. */
const isDetail = (key: string): key is AuditDetailKey => (AUDIT_DETAILS as readonly string[]).includes(key)

const isFilter = (value: unknown): value is Partial<RecordFilter> & { readonly search?: unknown } =>
  typeof value === 'object' && value !== null && Object.keys(value).every((key) => key in EVERYTHING)

/** Puts a filter into words. The log only notes that there was a search, not for whom. */
function filterText(
  filter: Partial<RecordFilter>,
  t: AuditText,
  filterTexts: Translate<'filter'>,
  locale: InterfaceLocale,
  line: Line,
): string {
  const { search, ...rest } = filter
  const title = (id: string) => {
    const name = line.named.find((one) => one.kind === 'course' && one.id === id)?.name
    return typeof name === 'object' && name !== null ? pick(name, locale) : (name ?? id)
  }
  const day = (instant: string, ending: boolean) =>
    longDate(new Date(Date.parse(instant) - (ending ? 1 : 0)).toISOString(), locale)
  const asked = filterInWords({ ...EVERYTHING, ...rest }, filterWords(filterTexts, { course: title, day }))
  const narrowed = Object.keys(rest).length > 0
  return [...(search ? [t('audit.value.search')] : []), ...(narrowed || !search ? asked : [])].join(', ')
}

/** Puts the details of an entry into words: `rows: 12` → “Rows: 12”; a change as “old → new”. */
export function detailText(
  line: Line,
  t: AuditText,
  filterTexts: Translate<'filter'>,
  locale: InterfaceLocale,
): string {
  const word = (key: string): string => (isDetail(key) || isKey(t, key) ? t(`audit.key.${key}`) : key)
  // The `number` of a person is the employee number; elsewhere it is that of a bundle.
  const field = (key: string): string => (key === 'number' ? t('audit.field.number') : word(key))
  const say = (key: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('audit.value.none')
    if (key === 'filter' && isFilter(value)) return filterText(value, t, filterTexts, locale, line)
    if (typeof value === 'boolean') return t(value ? 'audit.value.yes' : 'audit.value.no')
    if (typeof value === 'number') {
      return key === 'retentionMonths' ? t('audit.value.months', { n: value }) : value.toLocaleString(locale)
    }
    if (typeof value === 'string') {
      if (key === 'act' && isAct(value)) return t(`act.${value}`)
      // The organisation's name is shown as it is, even if it is spelled like one of our values.
      if (key !== 'organisation' && isValue(t, value)) return t(`audit.value.${value}`)
      return /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(value) ? dateAndTime(value, locale) : value
    }
    if (Array.isArray(value)) {
      return value.map((one) => (key === 'fields' ? field(String(one)) : say(key, one))).join(', ')
    }
    return Object.entries(value as object)
      .map(([inner, of]) => t('audit.pair', { what: word(inner), value: say(inner, of) }))
      .join(', ')
  }
  return (
    detailLines(line.detail, say)
      ?.map(({ key, before, value }) =>
        t('audit.pair', {
          what: word(key),
          value: before === undefined ? value : `${before} → ${value}`,
        }),
      )
      .join(' · ') ?? line.detail
  )
}
